#pragma once

#include <QHostAddress>
#include <QList>
#include <QNetworkInterface>
#include <QString>

namespace App {

/// A name or address by which others in the network may reach this computer.
struct ReachableHost
{
    QString host;
    /// Of the network card; empty for a name.
    QString interfaceName;

    friend bool operator==(const ReachableHost &, const ReachableHost &) = default;
};

/// One address of this computer, as the system tells it.
struct OwnAddress
{
    QHostAddress address;
    QString interfaceName;
    QNetworkInterface::InterfaceType type = QNetworkInterface::Unknown;
};

/// Those of \p addresses that another computer can use, the likeliest first: IPv4, cables and wireless
/// before what virtual machines and tunnels bring. Then \p computerName as the local network calls it, with
/// `.local`, unless it has no address at all.
QList<ReachableHost> reachableHosts(const QList<OwnAddress> &addresses, const QString &computerName);
/// Those of this computer now.
QList<ReachableHost> reachableHosts();

} // namespace App
