#pragma once

#include "core/chat/chatmessage.h"

#include <QHash>
#include <QTextBlock>

#include <optional>
#include <utility>

namespace Ui {

struct ChatLook;

/// The states shown behind our messages, and which of them can still change. Only the newest
/// delivered one says so in words, the others keep a check mark.
class DeliveryStates
{
public:
    /// The document was emptied.
    void clear();
    /// \p block ends the message. Returns the block of another message that was shortened by it.
    QTextBlock show(const QTextBlock &block, const Msn::ChatMessage &message, const ChatLook &look);
    /// The last paragraph of a message that is not delivered; invalid if there is none.
    QTextBlock blockOf(Msn::ChatMessage::Id id) const { return m_unsettled.value(id); }

private:
    static void rewrite(
        const QTextBlock &block, const Msn::ChatMessage &message, bool inWords, const ChatLook &look);

    /// Blocks of messages whose state can still change.
    QHash<Msn::ChatMessage::Id, QTextBlock> m_unsettled;
    /// The last message that was delivered, the only one that says so in words.
    std::optional<std::pair<Msn::ChatMessage, QTextBlock>> m_lastDelivered;
};

} // namespace Ui
