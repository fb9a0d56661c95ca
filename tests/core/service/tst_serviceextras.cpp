#include "tests/core/service/servicefixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace Test;

/// URL, invitations, search, IMS, pages.
class tst_ServiceExtras : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void dialogue_data();
    void dialogue();
    void invitationIsKeptAndShown();
    void invitationToAnAccountIsNotTheHosts();
    void invitationReachesWhoIsHere();
    void invitationOfABlockedPersonIsHeldBack();
    void invitationReachesTheNewAccount_data();
    void invitationReachesTheNewAccount();
};

void tst_ServiceExtras::dialogue_data()
{
    QTest::addColumn<int>("protocol");
    QTest::addColumn<QByteArray>("script");

    QTest::newRow("URL of nothing that exists")
        << 9 << QByteArray("alice > URL 9 PROFILE 0x0409\nalice < URL 9 / / 1");
    QTest::newRow("710 for all mail") << 9 << QByteArray(R"(
        alice > URL 9 FOLDERS
        alice < 710 9
        alice > URL 10 COMPOSE bob@example.com
        alice < 710 10)");
    // MSNP8 changes: the rule's form and the example's.
    QTest::newRow("SDC as the rule has it")
        << 8
        << QByteArray("alice > SDC 3 mike@example.com 0x0409 MSNMSGR MSMSGS X X Andrew%20Sayers 8 | Hi "
                      "Mike!\nalice < SDC 3 OK");
    QTest::newRow("SDC as the example has it")
        << 8
        << QByteArray("alice > SDC 3 mike@example.com 0x0409 MSMSGS WindowsMessenger X X Andrew%20Sayers 8 | "
                      "Hi Mike!\nalice < SDC 3 OK");
    QTest::newRow("SND") << 10
                         << QByteArray(
                                "alice > SND 3 mike@example.com 0x0409 MSMSGS MSNMSGR\nalice < SND 3 OK");
    QTest::newRow("IMS")
        << 9
        << QByteArray("alice > IMS 14 OFF\nalice < IMS 14 0 OFF\nalice > IMS 15 ON\nalice < IMS 15 0 ON");
    // Bob carries a mobile that takes pages, but nobody carries them further.
    QTest::newRow("606 PAG") << 8
                             << QByteArray("alice > PAG 4 bob@example.com # | <TEXT>x</TEXT>\nalice < 606 4");
    QTest::newRow("606 PGD") << 10
                             << QByteArray(
                                    "alice > PGD 4 bob@example.com 1 # | <TEXT>x</TEXT>\nalice < 606 4");
}

void tst_ServiceExtras::dialogue()
{
    QFETCH(int, protocol);
    QFETCH(QByteArray, script);
    ServiceFixture fixture;
    Msn::AccountRecord bob = *fixture.store.account(ServiceFixture::address("bob"));
    bob.properties = {{"MBE", QStringLiteral("Y")}, {"MOB", QStringLiteral("Y")}};
    fixture.store.saveAccount(bob);
    QCOMPARE(fixture.signIn("alice", protocol), QString());
    PLAY(fixture.dialogue, script + "\nalice silent");
}

void tst_ServiceExtras::invitationIsKeptAndShown()
{
    ServiceFixture fixture;
    QSignalSpy stored(&fixture.service, &Msn::Service::invitationStored);
    QCOMPARE(fixture.signIn("alice", 9), QString());
    PLAY(fixture.dialogue,
        "alice > SDC 3 Mike@Example.com 0x0409 MSNMSGR MSMSGS X X Alice%20A. # | Grüße\nalice < SDC 3 OK");
    QCOMPARE(stored.size(), 1);
    const auto invitations = fixture.store.invitations();
    QCOMPARE(invitations.size(), 1);
    QCOMPARE(invitations[0].from, ServiceFixture::address("alice"));
    QCOMPARE(invitations[0].fromName.text(), QStringLiteral("Alice A."));
    QCOMPARE(invitations[0].to, ServiceFixture::address("mike"));
    QCOMPARE(invitations[0].text, QStringLiteral("Grüße"));
}

void tst_ServiceExtras::invitationToAnAccountIsNotTheHosts()
{
    ServiceFixture fixture;
    QSignalSpy stored(&fixture.service, &Msn::Service::invitationStored);
    QCOMPARE(fixture.signIn("alice", 9), QString());
    PLAY(fixture.dialogue,
        "alice > SDC 3 bob@example.com 0x0409 MSNMSGR MSMSGS X X Alice%20A. # | Hi\nalice < SDC 3 OK");
    QCOMPARE(stored.size(), 0);
    QCOMPARE(fixture.store.invitations().size(), 1);
}

void tst_ServiceExtras::invitationReachesWhoIsHere()
{
    ServiceFixture fixture;
    QCOMPARE(fixture.signIn("alice", 9), QString());
    QCOMPARE(fixture.signIn("bob", 10), QString());
    const QByteArray invite
        = "alice > SDC 3 bob@example.com 0x0409 MSNMSGR MSMSGS X X Alice # | Hi\nalice < SDC 3 OK\n";
    // Not before Bob has his list, and each one once.
    PLAY(fixture.dialogue,
        invite
            + "bob silent\nbob > SYN 5 0 0\nbob < SYN 5 ..\nbob < GTC A\nbob < BLP AL\nbob < PRP ..\n"
              "bob < NOT ..\nbob silent\n"
            + invite + "bob < NOT ..\nbob silent");
    QVERIFY(fixture.store.invitations().isEmpty());
}

void tst_ServiceExtras::invitationOfABlockedPersonIsHeldBack()
{
    // Regression: it was answered OK and thrown away.
    ServiceFixture fixture;
    fixture.store.saveContact(ServiceFixture::address("bob"),
        {ServiceFixture::address("alice"), {}, Msn::List::Block, {}, QUuid::createUuid()});
    QCOMPARE(fixture.signIn("alice", 9), QString());
    QCOMPARE(fixture.signIn("carol", 9), QString());
    QCOMPARE(fixture.signInOnline("bob", 9), QString());
    PLAY(fixture.dialogue, R"(
        alice > SDC 3 bob@example.com 0x0409 MSNMSGR MSMSGS X X Alice # | Hi
        alice < SDC 3 OK
        bob silent
        carol > SDC 3 bob@example.com 0x0409 MSNMSGR MSMSGS X X Carol # | Hi
        carol < SDC 3 OK
        bob < NOT ..
        bob silent)");
    QCOMPARE(fixture.store.invitations().size(), 1);
    QCOMPARE(fixture.store.invitations()[0].from, ServiceFixture::address("alice"));
    PLAY(fixture.dialogue, R"(
        bob > REM 20 BL alice@example.com
        bob < REM 20 BL ..
        bob < NOT ..
        bob silent)");
    QVERIFY(fixture.store.invitations().isEmpty());
}

void tst_ServiceExtras::invitationReachesTheNewAccount_data()
{
    QTest::addColumn<int>("protocol");
    QTest::newRow("MSNP8") << 8;
    QTest::newRow("MSNP9") << 9;
    QTest::newRow("MSNP10") << 10;
}

void tst_ServiceExtras::invitationReachesTheNewAccount()
{
    QFETCH(int, protocol);
    ServiceFixture fixture;
    QCOMPARE(fixture.signIn("alice", 9), QString());
    PLAY(fixture.dialogue,
        "alice > SDC 3 mike@example.com 0x0409 MSNMSGR MSMSGS X X Alice # | Tea & <cake>\nalice < SDC 3 OK");
    fixture.addAccount("mike", "Mike");
    QCOMPARE(fixture.signIn("mike", protocol), QString());
    ScriptedClient &mike = fixture.dialogue.client("mike");
    mike.sendBytes(protocol == 10 ? "SYN 5 0 0\r\n" : "SYN 5 1\r\n");
    std::optional<QByteArray> command = mike.nextCommand();
    while (command && !command->startsWith("NOT"))
        command = mike.nextCommand();
    QVERIFY(command);
    QVERIFY2(command->contains("<TEXT>Alice &lt;alice@example.com&gt;: Tea &amp; &lt;cake&gt;</TEXT>"),
        command->constData());
    QVERIFY(fixture.store.invitations().isEmpty());
    PLAY(fixture.dialogue, "mike silent\nmike > SYN 6 0 0\nmike < SYN 6 ..");
}

QTEST_GUILESS_MAIN(tst_ServiceExtras)

#include "tst_serviceextras.moc"
