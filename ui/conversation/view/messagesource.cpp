#include "ui/conversation/view/messagesource.h"

#include "core/chat/conversation.h"
#include "core/history/historyrecorder.h"

namespace Ui {

using Msn::ChatMessage;
using Direction = MessagePage::Direction;

ConversationSource::ConversationSource(const Msn::Conversation &conversation, MessageSource *stored,
    Msn::HistoryRecorder *recorder, QObject *parent)
    : MessageSource(parent)
    , m_conversation(conversation)
    , m_stored(stored)
    , m_recorder(recorder)
{
    if (m_stored)
        connect(m_stored, &MessageSource::fetched, this, &ConversationSource::handleStored);
    if (m_recorder) {
        connect(m_recorder, &Msn::HistoryRecorder::settled, this,
            [this](const Msn::Conversation *settled, const ChatMessage &message) {
                if (settled == &m_conversation)
                    Q_EMIT added(message);
            });
    } else {
        connect(&m_conversation, &Msn::Conversation::messageAdded, this, &ConversationSource::added);
    }
}

void ConversationSource::stop()
{
    if (m_stored)
        disconnect(m_stored, nullptr, this, nullptr);
    if (m_recorder)
        disconnect(m_recorder, nullptr, this, nullptr);
    disconnect(&m_conversation, nullptr, this, nullptr);
}

qsizetype ConversationSource::lineCount() const
{
    return m_recorder ? m_conversation.countUpTo(m_recorder->settledId(m_conversation))
                      : m_conversation.messages().size();
}

QList<ChatMessage> ConversationSource::lines() const
{
    return m_conversation.messages().first(lineCount());
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
    const qsizetype end = from ? indexOf(*from) : lineCount();
    if (end > 0) {
        const qsizetype start = qMax<qsizetype>(0, end - count);
        Q_EMIT fetched(
            {Direction::Older, messages.mid(start, end - start), start > 0 || m_stored, end - start});
    } else if (m_stored) {
        m_wantsEnd = !from;
        m_stored->fetch(Direction::Older, from, count);
    } else {
        Q_EMIT fetched({Direction::Older, {}, false});
    }
}

void ConversationSource::fetchNewer(const std::optional<ChatMessage> &from, qsizetype count)
{
    const qsizetype index = from ? indexOf(*from) : -1;
    if (from && index < 0 && m_stored) {
        m_stored->fetch(Direction::Newer, from, count);
        return;
    }
    const QList<ChatMessage> page = lines().mid(index + 1, count);
    Q_EMIT fetched({Direction::Newer, page, index + 1 + page.size() < lineCount()});
}

void ConversationSource::handleStored(const MessagePage &page)
{
    // Behind the newest line of the store comes the conversation itself.
    MessagePage whole = page;
    if (page.direction == Direction::Newer && !page.hasMore) {
        whole.messages += lines().mid(0, m_count);
        whole.hasMore = lineCount() > m_count;
    } else if (page.direction == Direction::Older && std::exchange(m_wantsEnd, false)) {
        // Said since the store was asked.
        whole.messages += lines();
        whole.current = lineCount();
    }
    Q_EMIT fetched(whole);
}

} // namespace Ui
