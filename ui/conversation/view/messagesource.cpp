#include "ui/conversation/view/messagesource.h"

#include "core/chat/conversation.h"

namespace Ui {

using Msn::ChatMessage;
using Direction = MessagePage::Direction;

ConversationSource::ConversationSource(
    const Msn::Conversation &conversation, MessageSource *stored, QObject *parent)
    : MessageSource(parent)
    , m_conversation(conversation)
    , m_stored(stored)
{
    if (m_stored)
        connect(m_stored, &MessageSource::fetched, this, &ConversationSource::handleStored);
}

void ConversationSource::fetch(Direction direction, const std::optional<ChatMessage> &from, qsizetype count)
{
    m_count = count;
    if (direction == Direction::Older)
        fetchOlder(from, count);
    else
        fetchNewer(from, count);
}

qsizetype ConversationSource::indexOf(const ChatMessage &message) const
{
    const qsizetype index = m_conversation.indexOf(message.id);
    // Ids of a store are its own: the time tells whose this one is.
    return index >= 0 && m_conversation.messages().at(index).time == message.time ? index : -1;
}

void ConversationSource::fetchOlder(const std::optional<ChatMessage> &from, qsizetype count)
{
    const QList<ChatMessage> &messages = m_conversation.messages();
    const qsizetype end = from ? indexOf(*from) : messages.size();
    if (end > 0) {
        const qsizetype start = qMax<qsizetype>(0, end - count);
        Q_EMIT fetched({Direction::Older, messages.mid(start, end - start), start > 0 || m_stored});
    } else if (m_stored) {
        m_stored->fetch(Direction::Older, from, count);
    } else {
        Q_EMIT fetched({Direction::Older, {}, false});
    }
}

void ConversationSource::fetchNewer(const std::optional<ChatMessage> &from, qsizetype count)
{
    const QList<ChatMessage> &messages = m_conversation.messages();
    const qsizetype index = from ? indexOf(*from) : -1;
    if (from && index < 0 && m_stored) {
        m_stored->fetch(Direction::Newer, from, count);
        return;
    }
    const QList<ChatMessage> page = messages.mid(index + 1, count);
    Q_EMIT fetched({Direction::Newer, page, index + 1 + page.size() < messages.size()});
}

void ConversationSource::handleStored(const MessagePage &page)
{
    // Behind the newest line of the store comes the conversation itself.
    MessagePage whole = page;
    if (page.direction == Direction::Newer && !page.hasMore) {
        const QList<ChatMessage> &messages = m_conversation.messages();
        whole.messages += messages.mid(0, m_count);
        whole.hasMore = messages.size() > m_count;
    }
    Q_EMIT fetched(whole);
}

} // namespace Ui
