#pragma once

#include "core/chat/chatmessage.h"

#include <QList>
#include <QObject>

#include <optional>

namespace Msn {
class Conversation;
}

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

/// The lines of one conversation since it was opened, and before them those that a store keeps.
class ConversationSource : public MessageSource
{
    Q_OBJECT

public:
    /// \p stored may be null; both must outlive it.
    explicit ConversationSource(
        const Msn::Conversation &conversation, MessageSource *stored = nullptr, QObject *parent = nullptr);

    void fetch(MessagePage::Direction direction, const std::optional<Msn::ChatMessage> &from,
        qsizetype count) override;

private:
    void fetchOlder(const std::optional<Msn::ChatMessage> &from, qsizetype count);
    void fetchNewer(const std::optional<Msn::ChatMessage> &from, qsizetype count);
    void handleStored(const MessagePage &page);
    /// Place in the conversation, -1 for a line of the store.
    qsizetype indexOf(const Msn::ChatMessage &message) const;

    const Msn::Conversation &m_conversation;
    MessageSource *m_stored;
    qsizetype m_count = 0;
};

} // namespace Ui
