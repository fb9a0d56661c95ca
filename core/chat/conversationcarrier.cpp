#include "core/chat/conversationcarrier.h"

#include "core/chat/conversations.h"

#include <utility>

namespace Msn {

ConversationCarrier::ConversationCarrier(Conversations &conversations, const Timing &timing, QObject *parent)
    : PeerCarrier(parent)
    , m_conversations(conversations)
{
    m_idleTimer.setSingleShot(true);
    m_idleTimer.setInterval(timing.dataIdle);
    connect(&m_idleTimer, &QTimer::timeout, this, &ConversationCarrier::leaveIdle);
    connect(&conversations, &Conversations::dataReceived, this, &ConversationCarrier::take);
}

void ConversationCarrier::send(const Address &to, const QByteArray &payload, Completion<std::monostate> done)
{
    m_idle.remove(to);
    wayTo(to).sendData(payload, std::move(done));
}

Conversation &ConversationCarrier::wayTo(const Address &peer)
{
    const QPointer<Conversation> heard = m_heard.value(peer);
    return heard && heard->isPresent(peer) ? *heard : *m_conversations.unseenWith(peer);
}

void ConversationCarrier::take(Conversation *conversation, const Address &sender, const QByteArray &payload)
{
    m_heard.removeIf([](const auto &entry) { return entry.value().isNull(); });
    if (conversation)
        m_heard.insert(sender, conversation);
    Q_EMIT received(sender, payload);
}

void ConversationCarrier::release(const Address &peer)
{
    m_heard.remove(peer);
    m_idle.insert(peer);
    // From the last one on: a switchboard that is needed again soon is not opened twice.
    m_idleTimer.start();
}

void ConversationCarrier::leaveIdle()
{
    const QSet<Address> idle = std::exchange(m_idle, {});
    for (const Address &peer : idle)
        m_conversations.leaveUnseen(peer);
}

} // namespace Msn
