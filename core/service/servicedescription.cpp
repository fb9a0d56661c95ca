#include "core/service/servicedescription.h"

#include "core/protocol/gateway.h"
#include "core/service/connection/hostaddress.h"
#include "core/service/passport/passportserver.h"

#include <QNetworkInterface>

namespace Msn {

namespace {

QString firstReachableAddress()
{
    const auto addresses = QNetworkInterface::allAddresses();
    for (const QHostAddress &address : addresses) {
        if (!address.isLoopback() && !address.isLinkLocal()
            && address.protocol() == QAbstractSocket::IPv4Protocol)
            return address.toString();
    }
    return QStringLiteral("127.0.0.1");
}

bool isAnyAddress(const QHostAddress &address)
{
    return address == QHostAddress(QHostAddress::Any) || address == QHostAddress(QHostAddress::AnyIPv4)
        || address == QHostAddress(QHostAddress::AnyIPv6);
}

} // namespace

QHostAddress plainListenAddress(const ServiceOptions &options)
{
    const bool isReachable = !options.listenAddress.isLoopback();
    return options.plainIsLocal && isReachable ? QHostAddress(QHostAddress::LocalHost)
                                               : options.listenAddress;
}

QString announcedHost(const ServiceOptions &options)
{
    if (!options.announcedHost.isEmpty())
        return options.announcedHost;
    const QHostAddress &address = options.listenAddress;
    return isAnyAddress(address) ? firstReachableAddress() : hostText(address);
}

NetworkDescription describeService(const ServiceOptions &options, NetworkDescription::Security security)
{
    const bool tls = security == NetworkDescription::Security::Tls;
    const ServerCertificate certificate = options.certificate.value_or(ServerCertificate());
    const QString host = announcedHost(options);
    const bool isPlainReachable = plainListenAddress(options) == options.listenAddress;
    NetworkDescription network;
    network.name = options.name;
    network.dispatch = tls
        ? Endpoint{host, options.tlsPort}
        : Endpoint{isPlainReachable ? host : plainListenAddress(options).toString(), options.port};
    network.security = security;
    network.nexus.setScheme(QStringLiteral("https"));
    network.nexus.setHost(host);
    network.nexus.setPort(options.httpsPort);
    network.nexus.setPath(QLatin1String(PassportServer::nexusPath));
    network.gateway = network.nexus;
    network.gateway.setPath(QLatin1String(gatewayPath));
    if (certificate.names().contains(host, Qt::CaseInsensitive))
        network.certificatePem = certificate.certificatePem;
    network.certificateSha256 = certificate.sha256();
    return network;
}

} // namespace Msn
