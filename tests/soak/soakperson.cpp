#include "tests/soak/soakperson.h"

#include "core/account/accountpictures.h"
#include "core/chat/conversations.h"
#include "core/net/ssltransport.h"
#include "tests/soak/cuttingtransport.h"

namespace Soak {

using namespace Msn;
using namespace std::chrono_literals;
using Delivery = ChatMessage::Delivery;

namespace {

/// Everything as in life, only faster.
Timing quickTiming()
{
    Timing timing;
    timing.reconnectFirst = 100ms;
    timing.reconnectLongest = 1s;
    timing.delivery = 5s;
    timing.join = 5s;
    timing.reply = 5s;
    timing.signInReply = 5s;
    timing.passportReply = 5s;
    timing.pictureRequests = 100ms;
    timing.pictureRetry = 2s;
    timing.dataIdle = 1s;
    timing.peerStall = 5s;
    timing.peerAnswer = 5s;
    return timing;
}

AccountOptions optionsFor(const NetworkDescription &network, const QString &folder, Weather &weather)
{
    AccountOptions options;
    options.timing = quickTiming();
    options.cacheDirectory = folder;
    const ServerTrust trust(network);
    options.transports = [security = network.security, trust, &weather] {
        return std::make_unique<CuttingTransport>(
            std::make_unique<SslTransport>(security, trust, Timing().connect), weather);
    };
    return options;
}

} // namespace

SoakPerson::SoakPerson(const NetworkDescription &network, const Address &address, const QString &folder,
    Weather &weather, Tally &tally, QObject *parent)
    : QObject(parent)
    , m_account(std::make_unique<Account>(network, address, optionsFor(network, folder, weather)))
    , m_tally(tally)
{
    connect(&m_account->conversations(), &Conversations::conversationAdded, this, &SoakPerson::watch);
    ContactPictures &pictures = m_account->pictures().ofContacts();
    connect(&pictures, &ContactPictures::changed, this, [this, &pictures](const Address &other) {
        if (!pictures.keyOf(other).isEmpty())
            ++m_tally.pictures;
    });
}

SoakPerson::~SoakPerson() = default;

void SoakPerson::signIn()
{
    m_account->signIn(QStringLiteral("secret"), Status::Online);
}

void SoakPerson::say(Conversation &conversation)
{
    conversation.sendText(
        QStringLiteral("%1 says %2").arg(m_account->address().toString()).arg(++m_count), TextFormat());
}

QString SoakPerson::whereabouts(const QString &text) const
{
    const QList<Conversation *> all = m_account->conversations().all();
    for (const Conversation *conversation : all) {
        for (const ChatMessage &message : conversation->messages()) {
            if (message.text == text)
                return QStringLiteral("with %1, delivery %2, %3 people")
                    .arg(conversation->peer().toString())
                    .arg(static_cast<int>(message.delivery))
                    .arg(conversation->participants().size());
        }
    }
    return QStringLiteral("in a closed window");
}

void SoakPerson::watch(Conversation *conversation)
{
    connect(conversation, &Conversation::messageAdded, this, &SoakPerson::handleMessage);
    connect(conversation, &Conversation::messageChanged, this, &SoakPerson::handleChange);
    // What stood in it before anybody could listen.
    const QList<ChatMessage> messages = conversation->messages();
    for (const ChatMessage &message : messages)
        handleMessage(message);
}

void SoakPerson::handleMessage(const ChatMessage &message)
{
    if (message.kind != ChatMessage::Kind::Text)
        return;
    if (message.outgoing) {
        ++m_tally.said;
        m_pending.insert(message.text);
        return handleChange(message);
    }
    ++m_tally.heard;
    if (m_heard.contains(message.text))
        m_tally.doubles.append(m_account->address().toString() + QStringLiteral(": ") + message.text);
    m_heard.insert(message.text);
}

void SoakPerson::handleChange(const ChatMessage &message)
{
    if (!message.outgoing || message.delivery == Delivery::Pending || !m_pending.remove(message.text))
        return;
    ++(message.delivery == Delivery::Delivered ? m_tally.delivered : m_tally.failed);
}

} // namespace Soak
