#include "core/base/address.h"

#include <QSet>
#include <QTest>

using Msn::Address;

class tst_Address : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void validity_data();
    void validity();
    void comparesWithoutCase();
    void showsAsReceived();
    void splitsLocalPart();
};

void tst_Address::validity_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("valid");
    const QString longest = QString(117, u'a') + QStringLiteral("@example.com"); // 129 bytes
    QTest::newRow("plain") << QStringLiteral("alice@example.com") << true;
    QTest::newRow("one letter each") << QStringLiteral("a@b") << true;
    QTest::newRow("beyond ASCII") << QStringLiteral("bj\u00F6rn@example.com") << true;
    QTest::newRow("longest") << longest << true;
    QTest::newRow("too long") << u'a' + longest << false;
    QTest::newRow("too long in bytes only")
        << QString(117, u'\u00F6') + QStringLiteral("@example.com") << false;
    QTest::newRow("empty") << QString() << false;
    QTest::newRow("no at") << QStringLiteral("alice") << false;
    QTest::newRow("nothing before") << QStringLiteral("@example.com") << false;
    QTest::newRow("nothing behind") << QStringLiteral("alice@") << false;
    QTest::newRow("two ats") << QStringLiteral("aaa@bbb@ccc") << false;
    QTest::newRow("two ats at once") << QStringLiteral("@@example.com") << false;
    QTest::newRow("blank") << QStringLiteral("al ice@example.com") << false;
    QTest::newRow("line break") << QStringLiteral("alice@example.com\r\nOUT") << false;
    QTest::newRow("zero width") << QStringLiteral("alice\u200B@example.com") << false;
    QTest::newRow("direction override") << QStringLiteral("alice\u202E@example.com") << false;
}

void tst_Address::validity()
{
    QFETCH(QString, text);
    QTEST(Address(text).isValid(), "valid");
}

void tst_Address::comparesWithoutCase()
{
    const Address lower(QStringLiteral("bob@example.com"));
    const Address mixed(QStringLiteral("Bob@Example.COM"));
    QCOMPARE(lower, mixed);
    QCOMPARE(qHash(lower), qHash(mixed));
    QCOMPARE((QSet<Address>{lower, mixed}).size(), 1);
    QVERIFY(!(lower < mixed) && !(mixed < lower));
    QVERIFY(lower != Address(QStringLiteral("rob@example.com")));
}

void tst_Address::showsAsReceived()
{
    const Address address = Address::fromUtf8("Bob@Example.com");
    QCOMPARE(address.toString(), QStringLiteral("Bob@Example.com"));
    QCOMPARE(address.toUtf8(), QByteArray("Bob@Example.com"));
    QCOMPARE(address.key(), QStringLiteral("bob@example.com"));
}

void tst_Address::splitsLocalPart()
{
    QCOMPARE(Address(QStringLiteral("Bob@example.com")).localPart(), QStringLiteral("Bob"));
    QCOMPARE(Address(QStringLiteral("Hotmail")).localPart(), QStringLiteral("Hotmail"));
}

QTEST_GUILESS_MAIN(tst_Address)

#include "tst_address.moc"
