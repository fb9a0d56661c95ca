#pragma once

#include "core/chat/chatmessage.h"

#include <QList>
#include <QObject>

#include <optional>

namespace Msn {
class Conversation;
class HistoryRecorder;
} // namespace Msn

namespace Ui {

/// Some lines in a row, oldest first.
struct MessagePage
{
    enum class Direction {
        Older, ///< those before the place asked for
        Newer, ///< those behind it
    };

    Direction direction = Direction::Older;
    QList<Msn::ChatMessage> messages;
    /// There are more in this direction.
    bool hasMore = false;
    /// The last so many were said in this conversation; those before them on former days.
    qsizetype current = 0;
};

/// Where a message view gets the lines that it does not show (any more). Answers may come at once
/// or later: a store on disk reads them in its own time.
class MessageSource : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Asks for at most \p count lines next to \p from: without it, the newest (Older) or the oldest
    /// (Newer) there are. fetched() follows exactly once for each call, in their order.
    virtual void fetch(
        MessagePage::Direction direction, const std::optional<Msn::ChatMessage> &from, qsizetype count)
        = 0;

Q_SIGNALS:
    void fetched(const Ui::MessagePage &page);
};

/// The lines of one conversation since it was opened, and before them those that a store keeps. With a
/// recorder a line belongs to it when the recorder says that it may be shown.
class ConversationSource : public MessageSource
{
    Q_OBJECT

public:
    /// \p stored and \p recorder may be null; all must outlive it, or call stop() before.
    explicit ConversationSource(const Msn::Conversation &conversation, MessageSource *stored = nullptr,
        Msn::HistoryRecorder *recorder = nullptr, QObject *parent = nullptr);

    void fetch(MessagePage::Direction direction, const std::optional<Msn::ChatMessage> &from,
        qsizetype count) override;
    /// Those of the conversation that may be shown.
    QList<Msn::ChatMessage> lines() const;
    /// Nothing is fetched or told any more.
    void stop();

Q_SIGNALS:
    /// A line was added at the end of lines().
    void added(const Msn::ChatMessage &message);

private:
    void fetchOlder(const std::optional<Msn::ChatMessage> &from, qsizetype count);
    void fetchNewer(const std::optional<Msn::ChatMessage> &from, qsizetype count);
    void handleStored(const MessagePage &page);
    /// How many of the conversation may be shown.
    qsizetype lineCount() const;
    /// Place in the conversation, -1 for a line of the store.
    qsizetype indexOf(const Msn::ChatMessage &message) const;

    const Msn::Conversation &m_conversation;
    MessageSource *m_stored;
    Msn::HistoryRecorder *m_recorder;
    qsizetype m_count = 0;
    /// The store was asked for the end, because the conversation had no line of its own yet.
    bool m_wantsEnd = false;
};

} // namespace Ui
