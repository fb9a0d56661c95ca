#include "app/hosting/reachablehosts.h"

#include <QHostInfo>

#include <algorithm>

namespace App {

namespace {

bool isForOthers(const QHostAddress &address)
{
    return address.protocol() == QAbstractSocket::IPv4Protocol && !address.isLoopback()
        && !address.isLinkLocal() && !address.isMulticast();
}

/// Linux tells a bridge of a virtual machine as Ethernet: its name says what it is.
bool isVirtual(const OwnAddress &own)
{
    using Interface = QNetworkInterface;
    static const QStringList prefixes{QStringLiteral("docker"), QStringLiteral("br-"),
        QStringLiteral("virbr"), QStringLiteral("veth"), QStringLiteral("vmnet"), QStringLiteral("vboxnet"),
        QStringLiteral("lxc"), QStringLiteral("tun"), QStringLiteral("tap"), QStringLiteral("wg")};
    const bool hasVirtualName = std::any_of(prefixes.cbegin(), prefixes.cend(),
        [&own](const QString &prefix) { return own.interfaceName.startsWith(prefix); });
    return hasVirtualName || (own.type != Interface::Ethernet && own.type != Interface::Wifi);
}

QList<OwnAddress> ownAddresses()
{
    QList<OwnAddress> addresses;
    const auto interfaces = QNetworkInterface::allInterfaces();
    for (const QNetworkInterface &interface : interfaces) {
        if (!(interface.flags() & QNetworkInterface::IsRunning))
            continue;
        const auto entries = interface.addressEntries();
        for (const QNetworkAddressEntry &entry : entries)
            addresses.append({entry.ip(), interface.humanReadableName(), interface.type()});
    }
    return addresses;
}

} // namespace

QList<ReachableHost> reachableHosts(const QList<OwnAddress> &addresses, const QString &computerName)
{
    QList<OwnAddress> usable;
    std::copy_if(addresses.cbegin(), addresses.cend(), std::back_inserter(usable),
        [](const OwnAddress &own) { return isForOthers(own.address); });
    std::stable_partition(
        usable.begin(), usable.end(), [](const OwnAddress &own) { return !isVirtual(own); });
    QList<ReachableHost> hosts;
    for (const OwnAddress &own : std::as_const(usable))
        hosts.append({own.address.toString(), own.interfaceName});
    // Names with dots are those of a domain, which has its own way to be found.
    const bool hasName = !computerName.isEmpty() && computerName != QLatin1String("localhost");
    if (!hosts.isEmpty() && hasName)
        hosts.append(
            {computerName.contains(u'.') ? computerName : computerName + QLatin1String(".local"), {}});
    return hosts;
}

QList<ReachableHost> reachableHosts()
{
    return reachableHosts(ownAddresses(), QHostInfo::localHostName().toLower());
}

} // namespace App
