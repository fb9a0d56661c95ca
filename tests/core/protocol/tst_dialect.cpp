#include "core/protocol/dialect.h"

#include <QTest>

using namespace Msn;

class tst_Dialect : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void versions_data();
    void versions();
    void refusesOtherTokens();
    void bestFirst();
    void traits();
};

void tst_Dialect::versions_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<int>("version");
    QTest::newRow("8") << QByteArray("MSNP8") << 8;
    QTest::newRow("9") << QByteArray("MSNP9") << 9;
    QTest::newRow("10") << QByteArray("MSNP10") << 10;
}

void tst_Dialect::versions()
{
    QFETCH(QByteArray, token);
    QFETCH(int, version);
    const auto parsed = parseProtocolVersion(token);
    QVERIFY(parsed);
    QCOMPARE(int(*parsed), version);
    QCOMPARE(encodeProtocolVersion(*parsed), token);
    QCOMPARE(int(dialectOf(*parsed).version), version);
}

void tst_Dialect::refusesOtherTokens()
{
    const QByteArrayList tokens{"MSNP7", "MSNP11", "MSNP", "msnp8", "MSNP08", "MSNP99", "CVR0", "0", ""};
    for (const QByteArray &token : tokens)
        QVERIFY2(!parseProtocolVersion(token), token.constData());
}

void tst_Dialect::bestFirst()
{
    QCOMPARE(supportedProtocolVersions(),
        (QList{ProtocolVersion::Msnp10, ProtocolVersion::Msnp9, ProtocolVersion::Msnp8}));
}

/// The table of versions.md §3 in short.
void tst_Dialect::traits()
{
    const Dialect &eight = dialectOf(ProtocolVersion::Msnp8);
    const Dialect &nine = dialectOf(ProtocolVersion::Msnp9);
    const Dialect &ten = dialectOf(ProtocolVersion::Msnp10);
    QVERIFY(!eight.prefixedContacts && !nine.prefixedContacts && ten.prefixedContacts);
    QVERIFY(eight.listVersionInReplies && nine.listVersionInReplies && !ten.listVersionInReplies);
    QVERIFY(eight.trailingZeroInGroups && nine.trailingZeroInGroups && !ten.trailingZeroInGroups);
    QVERIFY(!eight.twoListVersions && !nine.twoListVersions && ten.twoListVersions);
    QVERIFY(eight.nameInSignInReply && nine.nameInSignInReply && !ten.nameInSignInReply);
    QVERIFY(!eight.pendingList && !nine.pendingList && ten.pendingList);
    QVERIFY(!eight.pictureInPresence && nine.pictureInPresence && ten.pictureInPresence);
    QVERIFY(!eight.pingInterval && nine.pingInterval && ten.pingInterval);
    QVERIFY(!eight.dataAcknowledgement && nine.dataAcknowledgement && ten.dataAcknowledgement);
    QCOMPARE(eight.noSuchAccountError, 205);
    QCOMPARE(nine.noSuchAccountError, 205);
    QCOMPARE(ten.noSuchAccountError, 208);
    QCOMPARE(QByteArray(eight.pageVerb), QByteArray("PAG"));
    QCOMPARE(QByteArray(nine.pageVerb), QByteArray("PGD"));
    QCOMPARE(QByteArray(ten.pageVerb), QByteArray("PGD"));
}

QTEST_GUILESS_MAIN(tst_Dialect)

#include "tst_dialect.moc"
