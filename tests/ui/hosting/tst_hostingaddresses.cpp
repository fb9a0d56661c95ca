#include "ui/hosting/hostingaddresses.h"

#include <QTest>

using namespace Ui;
using Msn::Address;

class TestHostingAddresses : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void proposes_data();
    void proposes();
    void neverOneThatIsTaken();
    void alwaysValid();
};

void TestHostingAddresses::proposes_data()
{
    QTest::addColumn<QString>("person");
    QTest::addColumn<QString>("network");
    QTest::addColumn<QString>("address");
    const auto row = [](const char *tag, const char *person, const char *network, const char *address) {
        QTest::newRow(tag) << QString::fromUtf8(person) << QString::fromUtf8(network)
                           << QString::fromUtf8(address);
    };
    row("plain", "Ana", "Home", "ana@home.example");
    row("accents", "José Luís", "Família Brandão", "jose.luis@familia-brandao.example");
    row("signs", "  Tom & Co. ", "LAN-Party #3", "tom.co@lan-party-3.example");
    row("Chinese", "小雨", "我们家", "friend@home.example");
    row("Arabic", "كريم", "Home", "friend@home.example");
    row("emoji", "Ana 🦋", "Home", "ana@home.example");
    row("wide letters", "Ａｎａ", "Home", "ana@home.example");
    row("nothing", "", "", "friend@home.example");
}

void TestHostingAddresses::proposes()
{
    QFETCH(QString, person);
    QFETCH(QString, network);
    QFETCH(QString, address);
    QCOMPARE(proposedAddress(person, network, {}).toString(), address);
}

void TestHostingAddresses::neverOneThatIsTaken()
{
    const QString name = QStringLiteral("Ana");
    const QString home = QStringLiteral("Home");
    QList<Address> taken;
    for (int i = 0; i < 3; ++i) {
        const Address address = proposedAddress(name, home, taken);
        QVERIFY(!taken.contains(address));
        taken.append(address);
    }
    QCOMPARE(taken.constLast().toString(), QStringLiteral("ana3@home.example"));
}

void TestHostingAddresses::alwaysValid()
{
    const QString longName(500, u'x');
    QVERIFY(proposedAddress(longName, longName, {}).isValid());
    QVERIFY(proposedAddress(QStringLiteral("a@b"), QStringLiteral("c@d"), {}).isValid());
}

QTEST_GUILESS_MAIN(TestHostingAddresses)
#include "tst_hostingaddresses.moc"
