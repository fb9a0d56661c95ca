#include "core/net/gatewayaddress.h"

namespace Msn {

namespace {

bool isPrivate(const QHostAddress &address)
{
    if (address.isNull())
        return false;
    if (address.isLoopback() || address.isLinkLocal() || address.isUniqueLocalUnicast()
        || address.isSiteLocal() || address.isMulticast() || address.isBroadcast())
        return true;
    for (const char *subnet :
        {"0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "172.16.0.0/12", "192.168.0.0/16"}) {
        bool isIpv4 = false;
        const QHostAddress ipv4(address.toIPv4Address(&isIpv4));
        if (isIpv4 && ipv4.isInSubnet(QHostAddress::parseSubnet(QLatin1String(subnet))))
            return true;
    }
    return false;
}

} // namespace

GatewayAddress::GatewayAddress(const QUrl &gateway)
    : m_url(gateway)
    , m_host(gateway.host())
{
}

void GatewayAddress::moveTo(const QByteArray &host, const QString &wanted)
{
    const auto named = parseEndpoint(host);
    if (!named)
        return;
    // Some hobby networks send back the host that was asked for, where no gateway need be.
    const bool isEcho = named->host.compare(wanted, Qt::CaseInsensitive) == 0;
    const bool leadsInside = isPrivate(QHostAddress(named->host)) && !m_firstIsPrivate;
    const bool hasOtherPort = named->port != Endpoint::defaultPort && named->port != port();
    if (!isEcho && !leadsInside && !hasOtherPort)
        m_host = named->host;
}

void GatewayAddress::noteFirstReached(const QHostAddress &peer)
{
    m_firstIsPrivate = isPrivate(peer) || isPrivate(QHostAddress(m_host));
}

bool GatewayAddress::mayBeAt(const QHostAddress &peer) const
{
    return isFirst() || m_firstIsPrivate || !isPrivate(peer);
}

QByteArray GatewayAddress::authority() const
{
    QUrl url = m_url;
    url.setHost(m_host);
    return url.authority(QUrl::FullyEncoded).toLatin1();
}

QByteArray GatewayAddress::urlFor(const GatewayQuery &query) const
{
    // Whole, host included: the gateways were built for proxies, and HTTP/1.1 servers must take it.
    return m_url.scheme().toLatin1() + "://" + authority() + m_url.path(QUrl::FullyEncoded).toLatin1() + '?'
        + encodeGatewayQuery(query);
}

QList<MimeMessage::Header> GatewayAddress::headersFor(const QByteArray &body) const
{
    return {{"Accept", "*/*"}, {"Accept-Language", "en-us"}, {"User-Agent", "MSMSGS"}, {"Host", authority()},
        {"Proxy-Connection", "Keep-Alive"}, {"Connection", "Keep-Alive"}, {"Pragma", "no-cache"},
        {"Content-Type", gatewayContentType}, {"Content-Length", QByteArray::number(body.size())}};
}

} // namespace Msn
