#include "core/account/ownstatus.h"
#include "tests/support/eventually.h"
#include "tests/support/signedinconnection.h"

#include <QSignalSpy>
#include <QTest>

using namespace Msn;
using Test::SignedInConnection;

namespace {

/// Alice has signed in; her status is not announced yet.
struct Alice : SignedInConnection
{
    using SignedInConnection::SignedInConnection;

    OwnStatus status{connection, {0}, Test::Session::timing()};
};

} // namespace

/// CHG: what we want, what the server has said to it.
class TestOwnStatus : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingBeforeTheList();
    void offlineIsNeverSent();
    void refusedKeepsTheConfirmed();
    void strangeReplies_data();
    void strangeReplies();
    void wantedOutlivesTheSession();
    void pictureGoesWithTheStatus();
    void newPictureIsToldAtOnce();
    void pictureThatCannotBeToldIsNot();
};

void TestOwnStatus::nothingBeforeTheList()
{
    Alice alice;
    QVERIFY(alice.signIn());
    alice.status.setWanted(Status::Busy);
    QVERIFY(alice.session.script().nothingMoreSent());
    QCOMPARE(alice.status.confirmed(), Status::Offline);
    alice.status.announce();
    QVERIFY(alice.play("C CHG 5 BSY 0\\r\\n\nS CHG 5 BSY 0\\r\\n"));
    QCOMPARE(alice.status.confirmed(), Status::Busy);
}

void TestOwnStatus::offlineIsNeverSent()
{
    Alice alice;
    QVERIFY(alice.signIn());
    alice.status.setWanted(Status::Offline);
    alice.status.announce();
    QVERIFY(alice.play("C CHG 5 HDN 0\\r\\n\nS CHG 5 HDN 0\\r\\n"));
    QCOMPARE(alice.status.confirmed(), Status::Hidden);
}

void TestOwnStatus::refusedKeepsTheConfirmed()
{
    Alice alice;
    QSignalSpy refused(&alice.status, &OwnStatus::refused);
    QVERIFY(alice.signIn());
    alice.status.announce();
    QVERIFY(alice.play("C CHG 5 NLN 0\\r\\n\nS CHG 5 NLN 0\\r\\n"));
    alice.status.setWanted(Status::Busy);
    QVERIFY(alice.play("C CHG 6 BSY 0\\r\\n\nS 201 6\\r\\n"));
    QCOMPARE(refused.size(), 1);
    QCOMPARE(refused[0][0].value<Error>().serverNumber, 201);
    QCOMPARE(alice.status.confirmed(), Status::Online);
    QCOMPARE(alice.status.wanted(), Status::Online);
}

void TestOwnStatus::strangeReplies_data()
{
    QTest::addColumn<QByteArray>("reply");
    QTest::newRow("nothing behind the id") << QByteArray("S CHG 5\\r\\n");
    QTest::newRow("a status nobody knows") << QByteArray("S CHG 5 XYZ 0\\r\\n");
    QTest::newRow("no client id") << QByteArray("S CHG 5 BSY\\r\\n");
    QTest::newRow("more than asked") << QByteArray("S CHG 5 BSY 0 0 a b c\\r\\n");
}

/// It is the reply all the same.
void TestOwnStatus::strangeReplies()
{
    QFETCH(QByteArray, reply);
    Alice alice;
    QVERIFY(alice.signIn());
    alice.status.setWanted(Status::Busy);
    alice.status.announce();
    QVERIFY(alice.play("C CHG 5 BSY 0\\r\\n\n" + reply));
    QCOMPARE(alice.status.confirmed(), Status::Busy);
    QVERIFY(alice.connection.isSignedIn());
}

void TestOwnStatus::wantedOutlivesTheSession()
{
    Alice alice;
    QVERIFY(alice.signIn());
    alice.status.setWanted(Status::Away);
    alice.status.announce();
    QVERIFY(alice.play("C CHG 5 AWY 0\\r\\n\nS CHG 5 AWY 0\\r\\n"));
    alice.status.forget();
    QCOMPARE(alice.status.confirmed(), Status::Offline);
    QCOMPARE(alice.status.wanted(), Status::Away);
    alice.status.announce();
    QVERIFY(alice.play("C CHG 6 AWY 0\\r\\n"));
}

void TestOwnStatus::pictureGoesWithTheStatus()
{
    Alice alice;
    alice.status.setPicture("<msnobj Size=\"1\"/>");
    QVERIFY(alice.signIn());
    alice.status.announce();
    QVERIFY(alice.play("C CHG 5 NLN 0 %3Cmsnobj%20Size%3D%221%22%2F%3E\\r\\n\n"
                       "S CHG 5 NLN 0 %3Cmsnobj%20Size%3D%221%22%2F%3E\\r\\n"));
    alice.status.setWanted(Status::Away);
    QVERIFY(alice.play("C CHG 6 AWY 0 %3Cmsnobj%20Size%3D%221%22%2F%3E\\r\\n"));
}

void TestOwnStatus::newPictureIsToldAtOnce()
{
    Alice alice;
    QVERIFY(alice.signIn());
    alice.status.announce();
    QVERIFY(alice.play("C CHG 5 NLN 0\\r\\n\nS CHG 5 NLN 0\\r\\n"));
    alice.status.setPicture("<a/>");
    QVERIFY(alice.play("C CHG 6 NLN 0 %3Ca%2F%3E\\r\\n\nS CHG 6 NLN 0 %3Ca%2F%3E\\r\\n"));
    alice.status.setPicture("<a/>"); // the same
    QVERIFY(alice.session.script().nothingMoreSent());
    alice.status.setPicture({});
    QVERIFY(alice.play("C CHG 7 NLN 0\\r\\n"));
}

void TestOwnStatus::pictureThatCannotBeToldIsNot()
{
    Alice alice(ProtocolVersion::Msnp8);
    QVERIFY(alice.signIn());
    alice.status.announce();
    QVERIFY(alice.play("C CHG 5 NLN 0\\r\\n\nS CHG 5 NLN 0\\r\\n"));
    alice.status.setPicture("<a/>");
    QVERIFY(alice.session.script().nothingMoreSent());
}

QTEST_GUILESS_MAIN(TestOwnStatus)

#include "tst_ownstatus.moc"
