#include "core/service/store/givenpicture.h"

#include "core/protocol/servermessage.h"
#include "tests/core/service/servicefixture.h"
#include "tests/core/service/somepng.h"

#include <QTest>

using namespace Msn;
using namespace Test;

Q_DECLARE_METATYPE(Msn::PictureFault)

/// Pictures that a host gives (docs/pictures.md).
class tst_GivenPicture : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void faults_data();
    void faults();
    void isGivenAndTakenAway();
    void whoeverHasOneIsTold_data();
    void whoeverHasOneIsTold();
    void msnp8HasNone();
    void changesAreToldAtOnce();
    void changesAreToldBeforeTheList();
    void whoIsNotThereIsNotTold();
};

void tst_GivenPicture::faults_data()
{
    QTest::addColumn<QByteArray>("png");
    QTest::addColumn<PictureFault>("fault");
    const auto row = [](const char *name, const QByteArray &png, PictureFault fault) {
        QTest::newRow(name) << png << fault;
    };
    row("none", {}, PictureFault::None);
    row("usual", somePng(96, 96), PictureFault::None);
    row("smallest", somePng(1, 1), PictureFault::None);
    row("largest", somePng(256, 256, maxGivenPictureBytes), PictureFault::None);
    row("too wide", somePng(257, 1), PictureFault::TooLarge);
    row("too high", somePng(1, 257), PictureFault::TooLarge);
    row("as wide as a number can be", somePng(0xFFFFFFFF, 1), PictureFault::TooLarge);
    row("no width", somePng(0, 96), PictureFault::NotPng);
    row("no height", somePng(96, 0), PictureFault::NotPng);
    row("too many bytes", somePng(96, 96, maxGivenPictureBytes + 1), PictureFault::TooManyBytes);
    row("text", "Hello", PictureFault::NotPng);
    row("another kind", QByteArray("GIF89a").leftJustified(100, 'x'), PictureFault::NotPng);
    row("signature alone", somePng(96, 96).first(8), PictureFault::NotPng);
    row("cut in its head", somePng(96, 96).first(32), PictureFault::NotPng);
    row("another chunk first", somePng(96, 96).replace("IHDR", "IDAT"), PictureFault::NotPng);
    row("chunk of another length", somePng(96, 96).replace(8, 4, QByteArray("\0\0\0\x0E", 4)),
        PictureFault::NotPng);
}

void tst_GivenPicture::faults()
{
    QFETCH(QByteArray, png);
    QTEST(pictureFault(png), "fault");
}

void tst_GivenPicture::isGivenAndTakenAway()
{
    MemoryAccountStore store;
    const Address alice = ServiceFixture::address("alice");
    const auto toNobody = givePicture(store, alice, somePng(96, 96));
    QVERIFY(!toNobody);
    QCOMPARE(toNobody.error().code, ErrorCode::InvalidArgument);
    QCOMPARE(toNobody.error().subject, alice.toString());
    QVERIFY(AccountAdministration(store).create(alice, {}, QStringLiteral("x"), PasswordCost::least()));
    QVERIFY(givePicture(store, alice, somePng(96, 96)));
    const auto refused = givePicture(store, alice, "GIF89a");
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::InvalidArgument);
    QCOMPARE(store.picture(alice), somePng(96, 96));
    QVERIFY(givePicture(store, alice, {}));
    QCOMPARE(store.picture(alice), QByteArray());
}

void tst_GivenPicture::whoeverHasOneIsTold_data()
{
    QTest::addColumn<int>("protocol");
    QTest::newRow("MSNP9") << 9;
    QTest::newRow("MSNP10") << 10;
}

void tst_GivenPicture::whoeverHasOneIsTold()
{
    QFETCH(int, protocol);
    ServiceFixture fixture;
    const QByteArray png = somePng(96, 96, maxGivenPictureBytes);
    QVERIFY(givePicture(fixture.store, ServiceFixture::address("alice"), png));
    QVERIFY(fixture.store.commit());
    QCOMPARE(fixture.signIn("alice", protocol), QString());
    QCOMPARE(fixture.dialogue.client("alice").nextCommand(), pictureCommand(png));
    PLAY(fixture.dialogue, "alice silent");
    QCOMPARE(fixture.signIn("bob", protocol), QString());
    PLAY(fixture.dialogue, "bob silent");
}

void tst_GivenPicture::msnp8HasNone()
{
    ServiceFixture fixture;
    const Address alice = ServiceFixture::address("alice");
    QVERIFY(givePicture(fixture.store, alice, somePng(96, 96)));
    QCOMPARE(fixture.signIn("alice", 8), QString());
    fixture.service.showPicture(alice, somePng(48, 48));
    PLAY(fixture.dialogue, "alice silent");
}

void tst_GivenPicture::changesAreToldAtOnce()
{
    ServiceFixture fixture;
    const Address alice = ServiceFixture::address("alice");
    QCOMPARE(fixture.signInOnline("alice", 9), QString());
    QCOMPARE(fixture.signInOnline("bob", 9), QString());
    ScriptedClient &client = fixture.dialogue.client("alice");
    fixture.service.showPicture(alice, somePng(64, 64));
    QCOMPARE(client.nextCommand(), pictureCommand(somePng(64, 64)));
    fixture.service.showPicture(alice, {});
    QCOMPARE(client.nextCommand(), pictureCommand({}));
    PLAY(fixture.dialogue, R"(
        alice silent
        bob silent
)");
}

void tst_GivenPicture::changesAreToldBeforeTheList()
{
    ServiceFixture fixture;
    QCOMPARE(fixture.signIn("alice", 10), QString());
    fixture.service.showPicture(ServiceFixture::address("alice"), somePng(64, 64));
    QCOMPARE(fixture.dialogue.client("alice").nextCommand(), pictureCommand(somePng(64, 64)));
}

void tst_GivenPicture::whoIsNotThereIsNotTold()
{
    ServiceFixture fixture;
    // Halfway in: whoever has not shown a ticket is nobody yet.
    QCOMPARE(fixture.askPolicy("alice", 10, "connect"), QString());
    fixture.service.showPicture(ServiceFixture::address("alice"), somePng(64, 64));
    fixture.service.showPicture(ServiceFixture::address("nobody"), somePng(64, 64));
    PLAY(fixture.dialogue, R"(
        alice > USR 4 TWN S t=x&p=y
        alice < 911 4
        alice closed
)");
}

QTEST_GUILESS_MAIN(tst_GivenPicture)

#include "tst_givenpicture.moc"
