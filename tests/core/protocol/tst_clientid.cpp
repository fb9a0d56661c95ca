#include "core/protocol/clientid.h"

#include <QTest>

using Msn::ClientId;

class tst_ClientId : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void generationAndCapabilities();
    void makes();
};

void tst_ClientId::generationAndCapabilities()
{
    const ClientId classic{268435492}; // MSN 6.0
    QCOMPARE(classic.generation(), 1);
    QVERIFY(classic.has(ClientId::InkAsGif));
    QVERIFY(classic.has(ClientId::MultiPacket));
    QVERIFY(!classic.has(ClientId::InkAsIsf));
    QVERIFY(!classic.has(ClientId::Mobile));
    QVERIFY(ClientId{268435500}.has(ClientId::InkAsIsf));
    QCOMPARE(ClientId{1073741824}.generation(), 4);
    QCOMPARE(ClientId{4294967295U}.generation(), 15);
    QCOMPARE(ClientId().generation(), 0);
}

void tst_ClientId::makes()
{
    QCOMPARE(ClientId::make(0, ClientId::MultiPacket).value, 0x20U);
    QCOMPARE(ClientId::make(1, ClientId::MultiPacket).value, 268435488U);
    QCOMPARE(ClientId::make(4, ClientId::MultiPacket).value, 1073741856U);
    QCOMPARE(ClientId::make(1, 0xF0000020).value, 268435488U); // capabilities cannot change the generation
}

QTEST_GUILESS_MAIN(tst_ClientId)

#include "tst_clientid.moc"
