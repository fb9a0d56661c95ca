#include "ui/nearby/networkoffer.h"

#include "core/discovery/nearbynetwork.h"
#include "core/discovery/networkannouncement.h"
#include "core/storage/networkcatalog.h"

#include <QTest>

using namespace Ui;
using Msn::Endpoint;
using Msn::NetworkDescription;
using Relation = NetworkOffer::Relation;

/// What an offered network has to do with the known ones.
class TestNetworkOffer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aNewOne();
    void theSameByItsCertificate();
    void anotherCertificateIsAChange();
    void noCertificateSoFarIsAChange();
    void builtInOnesAreLeftAlone();
    void theDemoIsLeftAlone();
    void namesThatAreFree();
    void aLinkWithoutCertificate();
    void followsToAnotherAddress();
    void followsToOtherPorts();
    void followsNobodyElse_data();
    void followsNobodyElse();

private:
    NetworkOffer offer(const QString &name, char digit) const;

    std::unique_ptr<Msn::NetworkCatalog> m_known;
};

namespace {

NetworkDescription offered(const QString &name, char digit, const QString &host)
{
    const Msn::NetworkAnnouncement announcement{name, QByteArray(32, digit), 8443, true};
    return announcement.networkAt({host, 1864});
}

const QString offeredHost = QStringLiteral("192.168.1.10");

} // namespace

void TestNetworkOffer::init()
{
    m_known = std::make_unique<Msn::NetworkCatalog>(QStringLiteral(":/networks"), QString());
    QVERIFY(m_known->find(QStringLiteral("Escargot")));
}

NetworkOffer TestNetworkOffer::offer(const QString &name, char digit) const
{
    return offerOf({name, QStringLiteral("living-room"), offered(name, digit, offeredHost)}, *m_known);
}

void TestNetworkOffer::aNewOne()
{
    const NetworkOffer home = offer(QStringLiteral("Home"), 'a');
    QCOMPARE(home.relation, Relation::New);
    QCOMPARE(home.kept(), offered(QStringLiteral("Home"), 'a', offeredHost));
}

void TestNetworkOffer::theSameByItsCertificate()
{
    QVERIFY(m_known->add(offered(QStringLiteral("Our home"), 'a', QStringLiteral("192.168.1.99"))));
    const NetworkOffer home = offer(QStringLiteral("Home"), 'a');
    QCOMPARE(home.relation, Relation::Known);
    QCOMPARE(home.knownName, QStringLiteral("Our home"));
}

void TestNetworkOffer::anotherCertificateIsAChange()
{
    QVERIFY(m_known->add(offered(QStringLiteral("Home"), 'a', offeredHost)));
    const NetworkOffer home = offer(QStringLiteral("HOME"), 'b');
    QCOMPARE(home.relation, Relation::Changed);
    QCOMPARE(home.knownName, QStringLiteral("Home"));
    QCOMPARE(home.knownSha256, QByteArray(32, 'a'));
}

void TestNetworkOffer::noCertificateSoFarIsAChange()
{
    NetworkDescription classic = offered(QStringLiteral("Home"), 'a', offeredHost);
    classic.certificateSha256.clear();
    QVERIFY(m_known->add(classic));
    const NetworkOffer home = offer(QStringLiteral("Home"), 'a');
    QCOMPARE(home.relation, Relation::Changed);
    QCOMPARE(home.knownSha256, QByteArray());
}

void TestNetworkOffer::builtInOnesAreLeftAlone()
{
    const NetworkOffer pretender = offer(QStringLiteral("escargot"), 'a');
    QCOMPARE(pretender.relation, Relation::NameTaken);
    QCOMPARE(pretender.kept().name, QStringLiteral("escargot (living-room)"));
    QVERIFY(m_known->add(pretender.kept()));
    QVERIFY(m_known->find(QStringLiteral("Escargot"))->source == Msn::KnownNetwork::Source::BuiltIn);
}

void TestNetworkOffer::theDemoIsLeftAlone()
{
    const NetworkOffer pretender = offer(QStringLiteral("Demo"), 'a');
    QCOMPARE(pretender.relation, Relation::NameTaken);
    QVERIFY(m_known->add(pretender.kept()));
}

void TestNetworkOffer::namesThatAreFree()
{
    QVERIFY(m_known->add(offered(QStringLiteral("Escargot (living-room)"), 'c', offeredHost)));
    QCOMPARE(offer(QStringLiteral("Escargot"), 'a').keptName, QStringLiteral("Escargot (living-room) 2"));
}

void TestNetworkOffer::aLinkWithoutCertificate()
{
    NetworkDescription classic = offered(QStringLiteral("Old"), 'a', QStringLiteral("chat.example.com"));
    classic.certificateSha256.clear();
    QCOMPARE(offerOfLink(classic, *m_known).relation, Relation::New);
    QVERIFY(m_known->add(classic));
    QCOMPARE(offerOfLink(classic, *m_known).relation, Relation::Known);
    classic.dispatch.host = QStringLiteral("evil.example.net");
    QCOMPARE(offerOfLink(classic, *m_known).relation, Relation::Changed);
}

void TestNetworkOffer::followsToAnotherAddress()
{
    NetworkDescription old = offered(QStringLiteral("Our home"), 'a', QStringLiteral("192.168.1.99"));
    old.certificatePem = "-----BEGIN CERTIFICATE-----";
    QVERIFY(m_known->add(old));
    const auto moved = movedNetwork(offer(QStringLiteral("Home"), 'a'), *m_known);
    QVERIFY(moved);
    QCOMPARE(*moved, offered(QStringLiteral("Our home"), 'a', offeredHost));
    QVERIFY(m_known->add(*moved));
    QVERIFY(!movedNetwork(offer(QStringLiteral("Home"), 'a'), *m_known));
}

void TestNetworkOffer::followsToOtherPorts()
{
    const QString publicHost = QStringLiteral("203.0.113.9");
    NetworkDescription old = offered(QStringLiteral("Home"), 'a', publicHost);
    old.dispatch.port = 40'000;
    QVERIFY(m_known->add(old));
    const auto announced = offered(QStringLiteral("Home"), 'a', publicHost);
    const auto moved = movedNetwork(
        offerOf({QStringLiteral("Home"), QStringLiteral("vm"), announced}, *m_known), *m_known);
    QVERIFY(moved);
    QCOMPARE(moved->dispatch.port, quint16(1864));
}

void TestNetworkOffer::followsNobodyElse_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<char>("digit");
    QTest::newRow("another certificate") << QStringLiteral("192.168.1.99") << 'b';
    QTest::newRow("by name") << QStringLiteral("chat.example.com") << 'a';
    QTest::newRow("from outside") << QStringLiteral("203.0.113.9") << 'a';
    QTest::newRow("on this computer") << QStringLiteral("127.0.0.1") << 'a';
}

void TestNetworkOffer::followsNobodyElse()
{
    QFETCH(QString, host);
    QFETCH(char, digit);
    QVERIFY(m_known->add(offered(QStringLiteral("Home"), 'a', host)));
    QVERIFY(!movedNetwork(offer(QStringLiteral("Home"), digit), *m_known));
}

QTEST_MAIN(TestNetworkOffer)
#include "tst_networkoffer.moc"
