#include "app/hosting/reachablehosts.h"

#include <QTest>

using namespace App;

namespace {

OwnAddress own(const char *address, const char *interfaceName,
    QNetworkInterface::InterfaceType type = QNetworkInterface::Ethernet)
{
    return {QHostAddress(QLatin1String(address)), QLatin1String(interfaceName), type};
}

QStringList hostsOf(const QList<OwnAddress> &addresses, const char *computer = "")
{
    QStringList hosts;
    const auto reachable = reachableHosts(addresses, QLatin1String(computer));
    for (const ReachableHost &host : reachable)
        hosts.append(host.host);
    return hosts;
}

} // namespace

class tst_ReachableHosts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void onlyWhatOthersCanUse();
    void realCardsFirst();
    void nameOfTheComputer();
};

void tst_ReachableHosts::onlyWhatOthersCanUse()
{
    QCOMPARE(hostsOf({own("127.0.0.1", "lo", QNetworkInterface::Loopback), own("169.254.7.7", "eth0"),
                 own("fe80::1", "eth0"), own("2001:db8::1", "eth0"), own("192.0.2.7", "eth0")}),
        QStringList{QStringLiteral("192.0.2.7")});
}

void tst_ReachableHosts::realCardsFirst()
{
    QCOMPARE(hostsOf({own("172.17.0.1", "docker0"), own("10.8.0.2", "tun0", QNetworkInterface::Virtual),
                 own("192.0.2.7", "wlan0", QNetworkInterface::Wifi), own("198.51.100.7", "enp3s0")}),
        (QStringList{QStringLiteral("192.0.2.7"), QStringLiteral("198.51.100.7"),
            QStringLiteral("172.17.0.1"), QStringLiteral("10.8.0.2")}));
}

void tst_ReachableHosts::nameOfTheComputer()
{
    const QList<OwnAddress> one{own("192.0.2.7", "eth0")};
    QCOMPARE(hostsOf(one, "ana-laptop").constLast(), QStringLiteral("ana-laptop.local"));
    QCOMPARE(hostsOf(one, "pc7.school.example").constLast(), QStringLiteral("pc7.school.example"));
    QCOMPARE(hostsOf(one, "localhost").size(), 1);
    // A name without a network leads nowhere.
    QCOMPARE(hostsOf({}, "ana-laptop"), QStringList());
}

QTEST_GUILESS_MAIN(tst_ReachableHosts)
#include "tst_reachablehosts.moc"
