#include "core/discovery/networkannouncer.h"

#include "core/discovery/networkannouncement.h"
#include "tests/support/fakednssd/fakednssd.h"

#include <QSignalSpy>
#include <QTest>

using namespace Msn;
namespace Daemon = Test::FakeDnsSd;

/// Announcements, with a daemon that does as it is told.
class TestNetworkAnnouncer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { Daemon::reset(); }
    void announcesWhatAMessengerNeeds();
    void aTakenNameIsAnotherOne();
    void aNameTakenOnThisComputerIsAnotherOne();
    void noEndOfTakenNames();
    void withdrawnWhenStopped();
    void withdrawnWhenDestroyed();
    void anotherNetworkReplacesTheFirst();
    void announcedAgainWhenTheDaemonComesBack_data();
    void announcedAgainWhenTheDaemonComesBack();
    void withoutDaemonItSaysSoAndGoesOnTrying();
    void withoutLibraryItSaysSo();
    void refusesWhatCannotBePinned();
};

namespace {

using State = NetworkAnnouncer::State;

NetworkDescription network(const QString &name = QStringLiteral("Home"))
{
    return NetworkAnnouncement{name, QByteArray(32, 'f'), 8443, true}.networkAt(
        {QStringLiteral("192.0.2.10"), 1864});
}

DiscoverySetup fakeSetup()
{
    DiscoverySetup setup;
    setup.library = QStringLiteral(FAKE_DNSSD_FILE);
    setup.firstRetry = std::chrono::milliseconds(10);
    setup.longestRetry = std::chrono::milliseconds(20);
    return setup;
}

} // namespace

void TestNetworkAnnouncer::announcesWhatAMessengerNeeds()
{
    NetworkAnnouncer announcer(fakeSetup());
    announcer.start(network());
    QCOMPARE(announcer.state(), State::Starting);
    QTRY_COMPARE(announcer.state(), State::Announced);
    QCOMPARE(announcer.name(), QStringLiteral("Home"));
    QCOMPARE(Daemon::registrations().size(), 1);
    const Daemon::Registration told = Daemon::registrations().constFirst();
    QCOMPARE(told.name, QByteArray("Home"));
    QCOMPARE(told.type, QByteArray("_swallowtail._tcp"));
    QCOMPARE(told.port, quint16(1864));
    const auto announcement = parseAnnouncement(told.txt);
    QVERIFY(announcement);
    QCOMPARE(announcement->networkAt(network().dispatch), network());
}

void TestNetworkAnnouncer::aTakenNameIsAnotherOne()
{
    Daemon::takeName("Home");
    NetworkAnnouncer announcer(fakeSetup());
    announcer.start(network());
    QTRY_COMPARE(announcer.state(), State::Announced);
    QCOMPARE(announcer.name(), QStringLiteral("Home #2"));
}

/// As Avahi's library tells it for two programs on one computer.
void TestNetworkAnnouncer::aNameTakenOnThisComputerIsAnotherOne()
{
    Daemon::takeName("Home", Daemon::Taker::Here);
    Daemon::takeName("Home #2", Daemon::Taker::Here);
    NetworkAnnouncer announcer(fakeSetup());
    announcer.start(network());
    QTRY_COMPARE(announcer.state(), State::Announced);
    QCOMPARE(announcer.name(), QStringLiteral("Home #3"));
    QCOMPARE(Daemon::openOperations(), 1);
    const auto announcement = parseAnnouncement(Daemon::registrations().constFirst().txt);
    QCOMPARE(announcement->name, QStringLiteral("Home"));
}

void TestNetworkAnnouncer::noEndOfTakenNames()
{
    Daemon::takeName("Home", Daemon::Taker::Here);
    for (int i = 2; i < 200; ++i)
        Daemon::takeName("Home #" + QByteArray::number(i), Daemon::Taker::Here);
    NetworkAnnouncer announcer(fakeSetup());
    announcer.start(network());
    QTRY_COMPARE(announcer.state(), State::Failed);
    QCOMPARE(announcer.error()->code, DiscoveryError::Code::Refused);
}

void TestNetworkAnnouncer::withdrawnWhenStopped()
{
    NetworkAnnouncer announcer(fakeSetup());
    announcer.start(network());
    QTRY_COMPARE(announcer.state(), State::Announced);
    announcer.stop();
    QCOMPARE(announcer.state(), State::Stopped);
    QCOMPARE(announcer.name(), QString());
    QTRY_COMPARE(Daemon::openOperations(), 0);
}

void TestNetworkAnnouncer::withdrawnWhenDestroyed()
{
    auto announcer = std::make_unique<NetworkAnnouncer>(fakeSetup());
    announcer->start(network());
    QTRY_COMPARE(announcer->state(), State::Announced);
    announcer.reset();
    QCOMPARE(Daemon::openOperations(), 0);
}

void TestNetworkAnnouncer::anotherNetworkReplacesTheFirst()
{
    NetworkAnnouncer announcer(fakeSetup());
    announcer.start(network());
    announcer.start(network(QStringLiteral("Class 4b")));
    QTRY_COMPARE(announcer.name(), QStringLiteral("Class 4b"));
    QCOMPARE(Daemon::registrations().size(), 1);
}

void TestNetworkAnnouncer::announcedAgainWhenTheDaemonComesBack_data()
{
    QTest::addColumn<int>("end");
    QTest::newRow("as Avahi goes") << int(Daemon::End::Reply);
    QTest::newRow("as Bonjour goes") << int(Daemon::End::Error);
}

void TestNetworkAnnouncer::announcedAgainWhenTheDaemonComesBack()
{
    QFETCH(int, end);
    NetworkAnnouncer announcer(fakeSetup());
    announcer.start(network());
    QTRY_COMPARE(announcer.state(), State::Announced);
    Daemon::stopDaemon(Daemon::End(end));
    QTRY_COMPARE(announcer.state(), State::Failed);
    QCOMPARE(announcer.error()->code, DiscoveryError::Code::NoDaemon);
    Daemon::startDaemon();
    QTRY_COMPARE(announcer.state(), State::Announced);
    QVERIFY(!announcer.error());
    QCOMPARE(Daemon::registrations().size(), 1);
}

void TestNetworkAnnouncer::withoutDaemonItSaysSoAndGoesOnTrying()
{
    Daemon::stopDaemon(Daemon::End::Error);
    NetworkAnnouncer announcer(fakeSetup());
    announcer.start(network());
    QTRY_COMPARE(announcer.state(), State::Failed);
    QCOMPARE(announcer.error()->code, DiscoveryError::Code::NoDaemon);
    Daemon::startDaemon();
    QTRY_COMPARE(announcer.state(), State::Announced);
}

void TestNetworkAnnouncer::withoutLibraryItSaysSo()
{
    DiscoverySetup setup = fakeSetup();
    setup.library = QStringLiteral("no-such-library");
    NetworkAnnouncer announcer(setup);
    announcer.start(network());
    QTRY_COMPARE(announcer.state(), State::Failed);
    QCOMPARE(announcer.error()->code, DiscoveryError::Code::NoLibrary);
    QVERIFY(!announcer.error()->detail.isEmpty());
}

void TestNetworkAnnouncer::refusesWhatCannotBePinned()
{
    NetworkAnnouncer announcer(fakeSetup());
    NetworkDescription plain = network();
    plain.security = NetworkDescription::Security::None;
    announcer.start(plain);
    QCOMPARE(announcer.state(), State::Failed);
    QCOMPARE(announcer.error()->code, DiscoveryError::Code::Refused);
    QCOMPARE(Daemon::mostOperations(), 0);
}

QTEST_GUILESS_MAIN(TestNetworkAnnouncer)
#include "tst_networkannouncer.moc"
