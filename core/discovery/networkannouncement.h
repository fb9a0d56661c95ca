#pragma once

#include "core/protocol/networkdescription.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace Msn {

/// What a host tells of its network beside host name and port, which are those of the dispatch
/// server, TLS from the first byte.
/// Wire:   a TXT record of DNS-SD: strings of at most 255 bytes, each after a byte with its length,
///         `txtvers=1`, `name=Home`, `sha256=HEX`, `https=8443`, `gateway=1`. Keys may be in any case
///         and order, the first of two counts, unknown ones are passed over.
/// Source: RFC 6763 §6; docs/networks.md.
struct NetworkAnnouncement
{
    QString name; ///< one line, 1 to 100 UTF-16 units; absent: the one of the announcement itself
    QByteArray certificateSha256; ///< 32 bytes; an announcement without it is none
    quint16 httpsPort = 443; ///< of the nexus and the gateway
    bool hasGateway = false; ///< the web gateway answers there, too

    /// The network at \p dispatch.
    NetworkDescription networkAt(const Endpoint &dispatch) const;

    friend bool operator==(const NetworkAnnouncement &, const NetworkAnnouncement &) = default;
};

/// Longer records are not read: ours have at most 400 bytes.
inline constexpr qsizetype maxAnnouncementBytes = 1300;
/// Of the name of an announcement, in bytes of UTF-8. Source: RFC 6763 §4.1.1.
inline constexpr qsizetype maxInstanceNameBytes = 63;

/// Nothing if it is not of our kind, of a later version, or lacks the fingerprint.
std::optional<NetworkAnnouncement> parseAnnouncement(const QByteArray &txt);
QByteArray encodeAnnouncement(const NetworkAnnouncement &announcement);
/// Nothing for a network that cannot be announced: not TLS, or without fingerprint.
std::optional<NetworkAnnouncement> announcementOf(const NetworkDescription &network);
/// The beginning of \p name that an announcement can be called by. From the second \p attempt on, where
/// the others are taken, with a number: `Home #2`.
QByteArray instanceNameFor(const QString &name, int attempt = 1);

} // namespace Msn
