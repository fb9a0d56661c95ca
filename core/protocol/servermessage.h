#pragma once

#include "core/protocol/carenotice.h"
#include "core/wire/mimemessage.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <variant>

namespace Msn {

/// What the payload of a MSG on the notification server can hold (sender `Hotmail`).
/// Source: sign-in.md §7; MSNP8 changes, "Initial Profile".

/// text/x-msmsgsprofile. All fields; a value may be empty.
struct Profile
{
    MimeMessage fields;

    std::optional<qint64> loginTime() const; ///< Unix time; gone in MSNP8, some servers still send it
    bool emailEnabled() const;
    QByteArray authenticationTicket() const; ///< MSPAuth
    QByteArray siteId() const; ///< sid
    QByteArray keyVersion() const; ///< kv
    QString preferredEmail() const;
    /// MemberIdHigh and MemberIdLow, whose halves may be written with a sign.
    quint64 memberId() const;
    bool mustAcceptTerms() const; ///< TOUNeeded, MSNP10 only
    QString clientIp() const;
    /// As on the wire. The classic server swaps its two bytes.
    quint16 clientPort() const;
    /// ((p AND 255) * 256) + ((p AND 65280) / 256)
    quint16 clientPortSwapped() const;
    /// The port from which the server sees us, given the one of our socket: whichever of the two
    /// forms equals it; if neither does (a router lies between), the swapped one of the classic server.
    quint16 clientPortFor(quint16 localPort) const;
    /// The server sees us as we see ourselves: no router rewrites addresses in between. False if the
    /// profile does not tell.
    bool isDirectlyReachable(const QString &localIp, quint16 localPort) const;
    bool listMigrated() const; ///< ABCHMigrated, MSNP10 only
    CareNotice care() const; ///< what the host has settled for this person
    bool keepsMessages() const; ///< for people who are not there (docs/offline-messages.md)

    friend bool operator==(const Profile &, const Profile &) = default;
};

/// text/x-msmsgsinitialemailnotification
struct InitialMailNotice
{
    int inboxUnread = 0;
    int foldersUnread = 0;
    QByteArray inboxUrl;
    QByteArray foldersUrl;
    QByteArray postUrl;

    friend bool operator==(const InitialMailNotice &, const InitialMailNotice &) = default;
};

/// text/x-msmsgsemailnotification. From and Subject decoded from RFC 2047.
struct NewMailNotice
{
    QString from;
    QString fromAddress;
    QString subject;
    bool intoInbox = true; ///< Dest-Folder ACTIVE
    QByteArray messageUrl;
    QByteArray postUrl;
    QByteArray id;

    friend bool operator==(const NewMailNotice &, const NewMailNotice &) = default;
};

/// text/x-msmsgsactivemailnotification: mail was moved, read or deleted.
struct MailMovedNotice
{
    bool fromInbox = false; ///< Src-Folder ACTIVE
    bool intoInbox = false; ///< Dest-Folder ACTIVE
    int count = 0; ///< Message-Delta
    bool fromFolders = false; ///< any other folder but the bin, `.!!trAsH`
    bool intoFolders = false;

    friend bool operator==(const MailMovedNotice &, const MailMovedNotice &) = default;
};

/// application/x-msmsgssystemmessage, Type 1: the server goes down in so many minutes.
struct ShutdownNotice
{
    int minutes = 0;

    friend bool operator==(const ShutdownNotice &, const ShutdownNotice &) = default;
};

/// application/x-swallowtail-picture: the picture that whoever hosts the network has given this person.
/// Wire:   MSG Hotmail Hotmail length, the two headers, an empty line, the PNG as it is
/// Source: docs/pictures.md.
struct GivenPicture
{
    QByteArray png; ///< at most maxGivenPictureBytes, begins as a PNG does; empty: taken away

    friend bool operator==(const GivenPicture &, const GivenPicture &) = default;
};

inline constexpr qsizetype maxGivenPictureBytes = 48 * 1024;

/// Everything else, unknown system messages included.
struct OtherServerMessage
{
    QByteArray contentType;

    friend bool operator==(const OtherServerMessage &, const OtherServerMessage &) = default;
};

using ServerMessage = std::variant<Profile, InitialMailNotice, NewMailNotice, MailMovedNotice, ShutdownNotice,
    GivenPicture, OtherServerMessage>;

/// Never fails.
ServerMessage parseServerMessage(const QByteArray &payload);
QByteArray encodeProfile(const QList<MimeMessage::Header> &fields);
QByteArray encodeInitialMailNotice(const InitialMailNotice &notice);
QByteArray encodeShutdownNotice(const ShutdownNotice &notice);
QByteArray encodeGivenPicture(const GivenPicture &picture);

/// \p bytes begin with the signature of a PNG; what follows may be anything.
bool hasPngSignature(const QByteArray &bytes);

/// RFC 2047 encoded words, `=?charset?B|Q?...?=`, become text; the rest stays as it is.
QString decodeEncodedWords(const QByteArray &header);

} // namespace Msn
