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

    enum class Kind {
        Text,
        Nudge,
        Joined, ///< `sender` came into a group conversation
        Left, ///< `sender` left it
        Action, ///< datacast 4: text shown as an action of the sender
        Unsupported, ///< something this program cannot show; `text` tells what; once per kind
    };
    enum class Delivery {
        Received, ///< from somebody else, or a line of the conversation itself
        Pending, ///< ours, not yet acknowledged
        Delivered,
        Failed, ///< `error` tells why; Conversation::retry() sends it again
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

    friend bool operator==(const ChatMessage &, const ChatMessage &) = default;
};

} // namespace Msn

Q_DECLARE_METATYPE(Msn::ChatMessage)
