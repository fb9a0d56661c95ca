#include "core/protocol/challenge.h"

#include <QTest>

using namespace Msn;

class tst_Challenge : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void digests_data();
    void digests();
    void knowsTheProducts_data();
    void knowsTheProducts();
    void productsAreUnique();
    void unknownProduct();
};

void tst_Challenge::digests_data()
{
    QTest::addColumn<QByteArray>("challenge");
    QTest::addColumn<QByteArray>("product");
    QTest::addColumn<QByteArray>("digest");
    const QByteArray first("msmsgs@msnmsgr.com");
    const QByteArray second("PROD0038W!61ZTF9");
    const QByteArray a("15570131571988941333");
    const QByteArray b("12345678901234567890");
    const QByteArray c("20031222210510050607");
    QTest::newRow("a, first product") << a << first << QByteArray("8f2f5a91b72102cd28355e9fc9000d6e");
    QTest::newRow("b, first product") << b << first << QByteArray("8ba1bb9d6dbf624fee31a2053af5fdd0");
    QTest::newRow("c, first product") << c << first << QByteArray("d8e5bba899d4864d0e3a9ea697ce9630");
    QTest::newRow("a, second product") << a << second << QByteArray("ca90e6a7c94a14aae7b3ae0f6018433e");
    QTest::newRow("b, second product") << b << second << QByteArray("c64fe621f55832479b97b7f50829d5c1");
    QTest::newRow("c, second product") << c << second << QByteArray("a9490bf7295e91dc4c010c37f4ef7e60");
}

void tst_Challenge::digests()
{
    QFETCH(QByteArray, challenge);
    QFETCH(QByteArray, product);
    const auto found = findProduct(product);
    QVERIFY(found);
    QTEST(challengeResponse(challenge, *found), "digest");
}

void tst_Challenge::knowsTheProducts_data()
{
    QTest::addColumn<QByteArray>("id");
    QTest::addColumn<QByteArray>("key");
    QTest::newRow("msmsgs") << QByteArray("msmsgs@msnmsgr.com") << QByteArray("Q1P7W2E4J9R8U3S5");
    QTest::newRow("0038") << QByteArray("PROD0038W!61ZTF9") << QByteArray("VT6PX?UQTM4WM%YR");
    QTest::newRow("0058") << QByteArray("PROD0058#7IL2{QD") << QByteArray("QHDCY@7R1TB6W?5B");
    QTest::newRow("0061") << QByteArray("PROD0061VRRZH@4F") << QByteArray("JXQ6J@TUOGYV@N0M");
    QTest::newRow("0050") << QByteArray("PROD00504RLUG%WL") << QByteArray("I2EBK%PYNLZL5_J4");
    QTest::newRow("0076") << QByteArray("PROD0076ENE8*@AW") << QByteArray("CEQJ8}OE0!WTSWII");
}

void tst_Challenge::knowsTheProducts()
{
    QFETCH(QByteArray, id);
    QFETCH(QByteArray, key);
    const auto product = findProduct(id);
    QVERIFY(product);
    QCOMPARE(QByteArray(product->key), key);
    QCOMPARE(challengeResponse("1", *product).size(), 32);
}

void tst_Challenge::productsAreUnique()
{
    QSet<QByteArray> ids;
    for (const ProductId &product : knownProducts())
        ids.insert(product.id);
    QCOMPARE(ids.size(), 6);
    QCOMPARE(QByteArray(messengerProduct().id), QByteArray("msmsgs@msnmsgr.com"));
}

void tst_Challenge::unknownProduct()
{
    QVERIFY(!findProduct("PROD0101{0RM?UBW")); // of a later protocol
    QVERIFY(!findProduct(""));
}

QTEST_GUILESS_MAIN(tst_Challenge)

#include "tst_challenge.moc"
