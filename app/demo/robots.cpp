#include "app/demo/robots.h"

#include "core/chat/conversation.h"

#include <array>

namespace App {

using namespace Msn;

namespace {

constexpr int shortTypingMs = 600;
constexpr int slowTypingMs = 3500;
constexpr int moodMs = 20'000;

} // namespace

void EchoRobot::answer(Conversation &conversation, const ChatMessage &message)
{
    sayLater(conversation, message.text, shortTypingMs);
}

SlowRobot::SlowRobot(
    const NetworkDescription &network, const Address &address, const QList<Address> &robots, QObject *parent)
    : Robot(network, address, robots, parent)
{
    TextFormat format;
    format.italic = true;
    format.colour = 0x7A2E8E;
    setFormat(format);
}

void SlowRobot::answer(Conversation &conversation, const ChatMessage &)
{
    const std::array sentences{
        tr("Give me a moment, I only have two fingers :)"),
        tr("I was watering the flowers (F) and saw a snail (sn)"),
        tr("That made me laugh :D let us have some coffee (C) and cake (^)"),
        tr("Good question ^o) I will think about it under my umbrella (um)"),
        tr("You are a star (*) and it is always nice to hear from you (L)"),
    };
    sayLater(conversation, sentences[static_cast<size_t>(m_next++) % sentences.size()], slowTypingMs);
}

MoodyRobot::MoodyRobot(
    const NetworkDescription &network, const Address &address, const QList<Address> &robots, QObject *parent)
    : Robot(network, address, robots, parent)
{
    m_timer.setInterval(moodMs);
    connect(&m_timer, &QTimer::timeout, this, &MoodyRobot::changeMood);
}

void MoodyRobot::handleSignedIn()
{
    m_timer.start();
}

void MoodyRobot::changeMood()
{
    constexpr std::array moods{Status::Busy, Status::BeRightBack, Status::Away, Status::OnThePhone,
        Status::OutToLunch, Status::Online};
    account().setStatus(moods[static_cast<size_t>(m_mood++) % moods.size()]);
}

void MoodyRobot::answer(Conversation &conversation, const ChatMessage &)
{
    sayLater(conversation, tr("I change my mind often. Watch my status in your list for a minute."),
        shortTypingMs);
    changeMood();
}

PartyRobot::PartyRobot(const NetworkDescription &network, const Address &address,
    const QList<Address> &guests, const QList<Address> &robots, QObject *parent)
    : Robot(network, address, robots, parent)
    , m_guests(guests)
{
}

void PartyRobot::answer(Conversation &conversation, const ChatMessage &)
{
    if (conversation.isGroup()) {
        sayLater(conversation, tr("The more the merrier <:o)"), shortTypingMs);
        return;
    }
    sayLater(conversation, tr("Wait, I know some people who would like to meet you."), shortTypingMs);
    for (const Address &guest : m_guests)
        conversation.invite(guest, {this, {}});
}

} // namespace App
