#pragma once

#include "core/base/address.h"
#include "core/base/friendlyname.h"
#include "core/protocol/textformat.h"
#include "core/wire/mimemessage.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>
#include <variant>

namespace Msn {

/// What the payload of a MSG on a switchboard can hold. Source: conversations.md §5, §6.

/// text/plain. Line breaks are LF here, CR LF on the wire.
struct TextMessage
{
    QString text;
    TextFormat format;
    /// P4-Context: a name the sender wants shown for this message alone. Freely chosen, so it is
    /// shown beside the real name or not at all.
    FriendlyName contextName;
    /// When it was said, if a service has kept it (offlinemessage.h).
    std::optional<QDateTime> arrivedAt{};

    friend bool operator==(const TextMessage &, const TextMessage &) = default;
};

/// text/x-msmsgscontrol. Who types is told by the address on the MSG line; TypingUser is only
/// written because the classic clients want it.
struct TypingNotice
{
    Address typist;

    friend bool operator==(const TypingNotice &, const TypingNotice &) = default;
};

/// text/x-msnmsgr-datacast, ID 1.
struct Nudge
{
    friend bool operator==(const Nudge &, const Nudge &) = default;
};

/// text/x-msnmsgr-datacast with another ID: 2 wink, 3 voice clip, 4 action text.
struct Datacast
{
    int id = 0;
    QString data;

    friend bool operator==(const Datacast &, const Datacast &) = default;
};

/// text/x-clientcaps.
struct ClientCapabilities
{
    QString clientName;
    bool keepsLog = false;

    friend bool operator==(const ClientCapabilities &, const ClientCapabilities &) = default;
};

/// text/x-msmsgsinvite: an invitation to a file transfer, a call, a game.
/// Keyed by (peer address, cookie). Source: conversations.md §6.2.
struct Invitation
{
    enum class Command { Invite, Accept, Cancel, Unknown };
    Command command = Command::Unknown;
    quint32 cookie = 0;
    /// All fields in order, for the applications built on invitations.
    MimeMessage fields;

    friend bool operator==(const Invitation &, const Invitation &) = default;
};

/// A part of a text that was too long for one message. Source: conversations.md §7.
struct MessageChunk
{
    QByteArray messageId;
    /// 0 for the first part, which alone knows the count and carries the headers. Both are what the
    /// sender says: anything up to the largest int.
    int index = 0;
    int count = 0;
    MimeMessage part;

    friend bool operator==(const MessageChunk &, const MessageChunk &) = default;
};

/// Anything else, kept as it came.
struct OtherContent
{
    QByteArray contentType;
    MimeMessage message;

    friend bool operator==(const OtherContent &, const OtherContent &) = default;
};

using MessageContent = std::variant<TextMessage, TypingNotice, Nudge, Datacast, ClientCapabilities,
    Invitation, MessageChunk, OtherContent>;

/// Never fails: whatever is not understood is OtherContent.
MessageContent parseMessageContent(const QByteArray &payload);
MessageContent parseMessageContent(const MimeMessage &message);

/// Binary, application/x-msnmsgrp2p: for programs, never a line of a conversation.
bool isPeerToPeer(const MessageContent &content);

QByteArray encodeText(const TextMessage &message);
QByteArray encodeTypingNotice(const TypingNotice &notice);
QByteArray encodeNudge();
/// Wire: Invitation-Command: CANCEL, the cookie, Cancel-Code: \p code
QByteArray encodeInvitationCancel(quint32 cookie, const QByteArray &code);

/// \p message as the payloads of as many messages as it needs to stay within \p maxBytes each, cut
/// behind a blank where there is one, never inside a character. Empty if not even one character
/// fits behind the headers.
QList<QByteArray> encodeTextInPieces(const TextMessage &message, qsizetype maxBytes);

} // namespace Msn
