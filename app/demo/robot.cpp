#include "app/demo/robot.h"

#include "core/chat/conversations.h"
#include "core/roster/rostereditor.h"

#include <QTimer>

namespace App {

using namespace Msn;

namespace {

AccountOptions robotOptions()
{
    AccountOptions options;
    // A bot by its own word; generation 4 so that people may nudge it.
    options.clientId = ClientId::make(4, ClientId::MultiPacket | ClientId::Bot);
    return options;
}

} // namespace

Robot::Robot(
    const NetworkDescription &network, const Address &address, const QList<Address> &robots, QObject *parent)
    : QObject(parent)
    , m_account(network, address, robotOptions())
    , m_robots(robots)
{
    connect(&m_account.conversations(), &Conversations::conversationAdded, this, &Robot::watch);
    connect(&m_account, &Account::addedByOther, this, [this](const Address &other) {
        m_account.editor().acceptAddedMe(other, {this, {}});
    });
    connect(&m_account, &Account::stateChanged, this, [this](Account::State state) {
        if (state == Account::State::SignedIn)
            handleSignedIn();
    });
}

void Robot::signIn(const QString &password)
{
    m_account.signIn(password, Status::Online);
}

void Robot::signOut()
{
    m_account.signOut();
}

void Robot::watch(Conversation *conversation)
{
    connect(conversation, &Conversation::messageAdded, this,
        [this, conversation](const ChatMessage &message) { handleMessage(*conversation, message); });
    // It is announced with its first line already there.
    for (const ChatMessage &message : QList<ChatMessage>(conversation->messages()))
        handleMessage(*conversation, message);
}

void Robot::handleMessage(Conversation &conversation, const ChatMessage &message)
{
    if (message.outgoing || m_robots.contains(message.sender))
        return;
    if (message.kind == ChatMessage::Kind::Text)
        answer(conversation, message);
    else if (message.kind == ChatMessage::Kind::Nudge)
        answerNudge(conversation);
}

void Robot::answerNudge(Conversation &conversation)
{
    conversation.sendNudge();
}

void Robot::sayLater(Conversation &conversation, const QString &text, int typingMs)
{
    const QPointer<Conversation> guarded(&conversation);
    conversation.noteTyping();
    QTimer::singleShot(typingMs, this, [this, guarded, text] {
        if (guarded)
            guarded->sendText(text, m_format);
    });
}

} // namespace App
