#pragma once

#include "core/protocol/endpoint.h"
#include "core/protocol/gateway.h"
#include "core/wire/mimemessage.h"

#include <QHostAddress>
#include <QUrl>

namespace Msn {

/// Where the requests of one session through a web gateway go: at first to the gateway of the network,
/// then to the one that it names. A gateway in the public network cannot send us into a
/// private one.
/// Source: http-gateway.md §2, §3; wire-format.md §9.
class GatewayAddress
{
public:
    explicit GatewayAddress(const QUrl &gateway);

    bool isTls() const { return m_url.scheme() == QLatin1String("https"); }
    /// For the next request.
    Endpoint endpoint() const { return {m_host, port()}; }
    bool isFirst() const { return m_host == m_url.host(); }
    void returnToFirst() { m_host = m_url.host(); }
    /// \p host: `X-MSN-Messenger: GW-IP=host`. Left alone if it makes no sense, is only \p wanted, the
    /// MSNP server, again, or may not be gone to.
    void moveTo(const QByteArray &host, const QString &wanted);

    /// The first one has been reached at \p peer; null if a proxy stands between.
    void noteFirstReached(const QHostAddress &peer);
    /// A name that leads into the private network is as bad as an address there.
    bool mayBeAt(const QHostAddress &peer) const;

    /// `host[:port]`
    QByteArray authority() const;
    QByteArray urlFor(const GatewayQuery &query) const;
    QList<MimeMessage::Header> headersFor(const QByteArray &body) const;

private:
    quint16 port() const { return static_cast<quint16>(m_url.port(isTls() ? 443 : 80)); }

    const QUrl m_url;
    QString m_host;
    bool m_firstIsPrivate = false;
};

} // namespace Msn
