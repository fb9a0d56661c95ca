#include "app/service/announcing.h"

#include "core/discovery/networkannouncement.h"
#include "tests/support/fakednssd/fakednssd.h"

#include <QTest>

using namespace App;
namespace Daemon = Test::FakeDnsSd;

/// What the log says of an announcement.
class TestAnnouncing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void saysTheName();
    void saysThatThereIsNoLibrary();
    void saysThatThereIsNoDaemonAndThatItIsBack();
    void notWhereOnlyThisComputerIsServed_data();
    void notWhereOnlyThisComputerIsServed();

private:
    std::unique_ptr<Announcing> announcing(const QString &library = QStringLiteral(FAKE_DNSSD_FILE));

    QStringList m_log;
};

namespace {

Msn::NetworkDescription network()
{
    const Msn::NetworkAnnouncement announcement{QStringLiteral("Home"), QByteArray(32, 'f'), 8443, true};
    return announcement.networkAt({QStringLiteral("192.0.2.10"), 1864});
}

} // namespace

void TestAnnouncing::init()
{
    Daemon::reset();
    m_log.clear();
}

std::unique_ptr<Announcing> TestAnnouncing::announcing(const QString &library)
{
    Msn::DiscoverySetup setup;
    setup.library = library;
    setup.firstRetry = std::chrono::milliseconds(10);
    return std::make_unique<Announcing>([this](const QString &line) { m_log.append(line); }, setup);
}

void TestAnnouncing::saysTheName()
{
    Daemon::takeName("Home");
    const auto announced = announcing();
    announced->start(network(), QHostAddress(QHostAddress::Any));
    QTRY_COMPARE(m_log, QStringList{QStringLiteral("Announced on the local network as \"Home #2\".")});
}

void TestAnnouncing::saysThatThereIsNoLibrary()
{
    const auto announced = announcing(QStringLiteral("no-such-library"));
    announced->start(network(), QHostAddress(QHostAddress::Any));
    QTRY_COMPARE(m_log.size(), 1);
    QVERIFY(m_log.constFirst().contains(QStringLiteral("libavahi-compat-libdnssd1")));
}

void TestAnnouncing::saysThatThereIsNoDaemonAndThatItIsBack()
{
    Daemon::stopDaemon(Daemon::End::Error);
    const auto announced = announcing();
    announced->start(network(), QHostAddress(QHostAddress::Any));
    QTRY_COMPARE(m_log.size(), 1);
    QVERIFY(m_log.constFirst().startsWith(QStringLiteral("Not announced: the Avahi daemon does not answer")));
    Daemon::startDaemon();
    QTRY_COMPARE(m_log.size(), 2);
    QCOMPARE(m_log.constLast(), QStringLiteral("Announced on the local network as \"Home\"."));
}

void TestAnnouncing::notWhereOnlyThisComputerIsServed_data()
{
    QTest::addColumn<QString>("host");
    QTest::newRow("IPv4") << QStringLiteral("127.0.0.1");
    QTest::newRow("IPv6") << QStringLiteral("::1");
}

void TestAnnouncing::notWhereOnlyThisComputerIsServed()
{
    QFETCH(QString, host);
    const auto announced = announcing();
    announced->start(network(), QHostAddress(host));
    QCOMPARE(m_log.size(), 1);
    QVERIFY(m_log.constFirst().contains(QStringLiteral("--listen")));
    QCOMPARE(Daemon::mostOperations(), 0);
}

QTEST_GUILESS_MAIN(TestAnnouncing)
#include "tst_announcing.moc"
