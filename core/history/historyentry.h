#pragma once

#include "core/base/address.h"
#include "core/base/error.h"
#include "core/base/friendlyname.h"
#include "core/chat/chatmessage.h"
#include "core/protocol/textformat.h"

#include <QDateTime>
#include <QList>
#include <QMetaType>
#include <QString>

namespace Msn {

/// One line of the history, whoever brought it there: a conversation that is followed or a log of another
/// program that is imported.
struct HistoryEntry
{
    using Id = qint64;

    /// The numbers are kept on disk: none is ever given to something else.
    enum class Kind {
        Text = 0,
        Nudge = 1,
        Joined = 2, ///< `sender` came into a group conversation
        Left = 3, ///< `sender` left it
        Action = 4, ///< text shown as an action of the sender
        File = 5, ///< a file was sent; `text` is its name
        Unsupported = 6, ///< something that could not be shown; `text` tells what
    };
    using Delivery = ChatMessage::Delivery;

    /// Its place in the history, given by the store; 0 before that. Lines of a later time have a greater
    /// id, lines of the same time keep the order in which they came.
    Id id = 0;
    /// With whom the conversation is held; for a group, with whom it was begun.
    Address with;
    /// Empty for a conversation of two. For a group any text that no other group conversation with the same
    /// `with` has.
    QString group;
    /// UTC, in milliseconds. An importer that knows only minutes counts the milliseconds up for the lines of
    /// one minute: then they keep their order and a second import finds each of them again.
    QDateTime time;
    Kind kind = Kind::Text;
    bool outgoing = false;
    /// Who said or did it; our own address if `outgoing`.
    Address sender;
    FriendlyName senderName;
    QString text;
    TextFormat format;
    Delivery delivery = Delivery::Received;
    /// Why delivery failed. Kept: code, server number, subject and detail.
    Error error;

    friend bool operator==(const HistoryEntry &, const HistoryEntry &) = default;
};

/// \p message as a line of the history, without an id: that of a conversation means nothing there.
HistoryEntry toHistoryEntry(const ChatMessage &message, const Address &with, const QString &group = {});

/// As a conversation shows it: time in the zone of this computer, id that of storedChatId().
ChatMessage toChatMessage(const HistoryEntry &entry);

/// What a kept line is known by among messages: a number that no message of a conversation has.
constexpr ChatMessage::Id storedChatId(HistoryEntry::Id id)
{
    return static_cast<ChatMessage::Id>(id) | ChatMessage::storedBit;
}
/// The line that a message with ChatMessage::isStored() was made from.
constexpr HistoryEntry::Id entryIdOf(ChatMessage::Id id)
{
    return static_cast<HistoryEntry::Id>(id & ~ChatMessage::storedBit);
}

} // namespace Msn

Q_DECLARE_METATYPE(Msn::HistoryEntry)
