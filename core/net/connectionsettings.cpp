#include "core/net/connectionsettings.h"

#include <QNetworkProxyFactory>
#include <QNetworkProxyQuery>

namespace Msn {

namespace {

QNetworkProxy systemProxyFor(const Endpoint &target)
{
    // Asked as for a tunnel: a proxy that only caches web pages is of no use to anything else.
    const QNetworkProxyQuery query(
        target.host, target.port, QStringLiteral("https"), QNetworkProxyQuery::TcpSocket);
    const QList<QNetworkProxy> proxies = QNetworkProxyFactory::systemProxyForQuery(query);
    for (const QNetworkProxy &proxy : proxies) {
        const bool tunnels = proxy.capabilities().testFlag(QNetworkProxy::TunnelingCapability);
        if (proxy.type() == QNetworkProxy::NoProxy || (proxyName(proxy).size() > 0 && tunnels))
            return proxy;
    }
    return QNetworkProxy(QNetworkProxy::NoProxy);
}

} // namespace

quint16 usualProxyPort(ProxySettings::Kind kind)
{
    switch (kind) {
    case ProxySettings::Kind::Socks5:
        return 1080;
    case ProxySettings::Kind::Http:
        return 8080;
    default:
        return 0;
    }
}

QNetworkProxy networkProxyFor(const ProxySettings &settings, const Endpoint &target)
{
    QNetworkProxy::ProxyType type = QNetworkProxy::NoProxy;
    switch (settings.kind) {
    case ProxySettings::Kind::None:
        return QNetworkProxy(QNetworkProxy::NoProxy);
    case ProxySettings::Kind::System:
        return systemProxyFor(target);
    case ProxySettings::Kind::Socks5:
        type = QNetworkProxy::Socks5Proxy;
        break;
    case ProxySettings::Kind::Http:
        type = QNetworkProxy::HttpProxy;
        break;
    }
    const quint16 port = settings.port == 0 ? usualProxyPort(settings.kind) : settings.port;
    return QNetworkProxy(type, settings.host, port, settings.user, settings.password);
}

QString proxyName(const QNetworkProxy &proxy)
{
    if (proxy.type() == QNetworkProxy::NoProxy || proxy.type() == QNetworkProxy::DefaultProxy)
        return {};
    return proxy.hostName().isEmpty() ? QString() : Endpoint{proxy.hostName(), proxy.port()}.toString();
}

} // namespace Msn
