#pragma once

#include "core/base/address.h"
#include "core/base/error.h"
#include "core/base/friendlyname.h"
#include "core/protocol/textformat.h"

#include <QDateTime>
#include <QString>

namespace Msn {

/// One line of a conversation.
struct ChatMessage
{
    using Id = quint64;
    /// Set in the ids of lines that come from the history: no conversation has such a line any more.
    static constexpr Id storedBit = Id(1) << 63;

    enum class Kind {
        Text,
        Nudge,
        Joined, ///< `sender` came into a group conversation
        Left, ///< `sender` left it
        Action, ///< datacast 4: text shown as an action of the sender
        File, ///< a file that was sent, out of the history; `text` is its name
        Unsupported, ///< something this program cannot show; `text` tells what; once per kind
    };
    /// The history keeps the numbers on disk.
    enum class Delivery {
        Received = 0, ///< from somebody else, or a line of the conversation itself
        Pending = 1, ///< ours, not yet acknowledged
        Delivered = 2,
        Failed = 3, ///< `error` tells why; Conversation::retry() sends it again
    };

    Id id = 0; ///< unique within the conversation, growing
    Kind kind = Kind::Text;
    bool outgoing = false;
    Address sender;
    FriendlyName senderName;
    QDateTime time;
    QString text;
    TextFormat format;
    Delivery delivery = Delivery::Received;
    Error error;

    bool isStored() const { return id & storedBit; }

    friend bool operator==(const ChatMessage &, const ChatMessage &) = default;
};

} // namespace Msn

Q_DECLARE_METATYPE(Msn::ChatMessage)
