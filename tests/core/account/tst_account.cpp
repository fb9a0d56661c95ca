#include "core/account/account.h"
#include "core/chat/conversations.h"
#include "core/roster/contactlist.h"
#include "tests/support/eventually.h"
#include "tests/support/session.h"

#include <QSignalSpy>
#include <QTest>

using namespace Msn;
using namespace std::chrono_literals;
using State = Account::State;
using Test::serverMessage;
using Test::Session;
using Test::TestHttpsServer;
using Version = Msn::ProtocolVersion;

namespace {

const Address bob = Test::address(Test::bob);

QByteArray mail(const QByteArray &type, const QByteArray &body)
{
    return serverMessage("Hotmail", "Hotmail",
        "MIME-Version: 1.0\r\nContent-Type: " + type + "; charset=UTF-8\r\n\r\n" + body);
}

} // namespace

class TestAccount : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wholeSession_data();
    void wholeSession();
    void progressIsTold();
    void wrongPassword();
    void firstSignInFailsWithoutReconnect_data();
    void firstSignInFailsWithoutReconnect();
    void reconnectsAfterALoss();
    void reconnectBacksOff();
    void reconnectNow();
    void noReconnectAfter_data();
    void noReconnectAfter();
    void reconnectsAfter_data();
    void reconnectsAfter();
    void passwordChangedWhileAway();
    void shutdownForgetsTheServer();
    void complaint11_statusIsKept();
    void twoQuickStatusChanges();
    void statusChangedTooFast();
    void mailCounts();
    void systemMessage();
    void presenceRules();
    void presenceOfStrangersIsIgnored();
    void promptsOncePerPersonAndSession();
    void noPromptsWhenNotWanted();
    void pendingPeopleDecidedElsewhere();
    void movesInTheMiddle();
    void challenge_data();
    void challenge();
    void pingPong();
    void silentServerIsGivenUp();
    void signOutAtEveryState_data();
    void signOutAtEveryState();
    void signInAgainInTheErrorSlot();
    void signOutInTheErrorSlot();
    void signOutInEveryStateSlot_data();
    void signOutInEveryStateSlot();
    void lossIsToldOnce();
    void deletedAtEveryState_data();
    void deletedAtEveryState();
    void emailInvitation();
    void serviceUrl();
    void alertsAndUnknownCommands();
    void signInWhileSignedIn();
};

void TestAccount::wholeSession_data()
{
    QTest::addColumn<Version>("version");
    QTest::addColumn<int>("chunkSize");
    for (const int size : {0, 1, 5}) {
        QTest::addRow("MSNP8 in pieces of %d", size) << Version::Msnp8 << size;
        QTest::addRow("MSNP9 in pieces of %d", size) << Version::Msnp9 << size;
        QTest::addRow("MSNP10 in pieces of %d", size) << Version::Msnp10 << size;
    }
}

void TestAccount::wholeSession()
{
    QFETCH(Version, version);
    QFETCH(int, chunkSize);
    Session session(version);
    session.chunkSize = chunkSize;
    Account &account = session.account();
    QSignalSpy states(&account, &Account::stateChanged);
    QVERIFY(session.signIn());
    QCOMPARE(account.protocolVersion(), version);
    QCOMPARE(account.status(), Status::Online);
    QCOMPARE(account.ownName().text(), QStringLiteral("Alice A."));
    QCOMPARE(states.size(), 2);
    QVERIFY(session.play("S ILN 6 AWY bob@example.com Bob 268435492\\r\\n"));
    QCOMPARE(account.contacts().find(bob)->status, Status::Away);
    account.signOut();
    QVERIFY(session.play("C OUT\\r\\n"));
    QVERIFY(session.ns().isLeft());
    QCOMPARE(account.state(), State::SignedOut);
    QCOMPARE(account.lastError().code, ErrorCode::None);
    QCOMPARE(account.status(), Status::Offline);
    QVERIFY(!account.contacts().find(bob)->isOnline());
    QVERIFY(session.script().nothingMoreSent());
}

void TestAccount::progressIsTold()
{
    Session session;
    QSignalSpy progress(&session.account(), &Account::progressChanged);
    QVERIFY(session.signIn());
    QList<SignInProgress> told;
    for (const auto &arguments : std::as_const(progress))
        told.append(arguments[0].value<SignInProgress>());
    QCOMPARE(told,
        (QList<SignInProgress>{SignInProgress::Connecting, SignInProgress::Negotiating,
            SignInProgress::CheckingPassword, SignInProgress::SigningIn, SignInProgress::LoadingContacts}));
}

void TestAccount::wrongPassword()
{
    Session session;
    session.passport.answer("/login.srf", TestHttpsServer::wrongPassword("Try%20again"));
    Account &account = session.account();
    QSignalSpy errors(&account, &Account::errorOccurred);
    account.signIn(QStringLiteral("wrong"), Status::Online);
    QVERIFY(session.followTo(0));
    QVERIFY(session.play(session.opening().left(session.opening().indexOf("C USR 4"))));
    EVENTUALLY(account.state() == State::SignedOut);
    QCOMPARE(account.lastError().code, ErrorCode::WrongPassword);
    QCOMPARE(account.lastError().detail, QStringLiteral("Try again"));
    QCOMPARE(errors.size(), 1);
    session.passport.servePassport("t=4aBcD$$&p=4eFgH$$");
    QVERIFY(session.signIn());
}

void TestAccount::firstSignInFailsWithoutReconnect_data()
{
    QTest::addColumn<QByteArray>("what");
    for (const char *what : {"refused", "closed", "garbage", "601", "silent"})
        QTest::newRow(what) << QByteArray(what);
}

void TestAccount::firstSignInFailsWithoutReconnect()
{
    QFETCH(QByteArray, what);
    Session session;
    if (what == "silent")
        session.options.timing.signInReply = 100ms;
    session.network.acceptsAll = what != "refused";
    Account &account = session.account();
    QSignalSpy errors(&account, &Account::errorOccurred);
    account.signIn(QStringLiteral("pa,ss%"), Status::Online);
    QVERIFY(session.followTo(0));
    if (what == "refused") {
        session.ns().refuse();
    } else {
        EVENTUALLY(session.ns().isOpen());
        if (what == "closed")
            session.ns().hangUp();
        else if (what == "garbage")
            session.ns().say("220 mail.example.net ESMTP\r\n\r\nhello\r\n");
        else if (what == "601")
            session.ns().say("601 1\r\n");
    }
    EVENTUALLY(account.state() == State::SignedOut);
    QCOMPARE(errors.size(), 1);
    QVERIFY(account.lastError().code != ErrorCode::None);
    session.network.acceptsAll = true;
    if (what != "silent")
        QVERIFY(session.signIn());
}

void TestAccount::reconnectsAfterALoss()
{
    Session session;
    QVERIFY(session.signIn());
    Account &account = session.account();
    QSignalSpy errors(&account, &Account::errorOccurred);
    session.ns().hangUp(ErrorCode::ConnectionLost);
    QCOMPARE(account.state(), State::WaitingToReconnect);
    QVERIFY(account.nextAttempt().isValid());
    QCOMPARE(errors.size(), 1);
    QVERIFY(session.followTo(1));
    QVERIFY(
        session.play(session.opening() + "C SYN 5 139\\r\\n\nS SYN 5 139\\r\\n\n" + session.firstStatus()));
    QCOMPARE(account.state(), State::SignedIn);
    QCOMPARE(account.contacts().size(), 2);
    QCOMPARE(account.lastError().code, ErrorCode::None);
}

void TestAccount::reconnectBacksOff()
{
    Session session;
    QVERIFY(session.signIn());
    Account &account = session.account();
    session.network.acceptsAll = false;
    QList<qint64> pauses;
    connect(&account, &Account::stateChanged, this, [&](State state) {
        if (state == State::WaitingToReconnect)
            pauses.append(QDateTime::currentDateTime().msecsTo(account.nextAttempt()));
    });
    session.ns().hangUp(ErrorCode::ConnectionLost);
    for (qsizetype attempt = 1; attempt <= 4; ++attempt) {
        QVERIFY(session.network.await(attempt));
        session.network.at(attempt).refuse();
    }
    QCOMPARE(pauses.size(), 5);
    QVERIFY2(pauses.last() > pauses.first() * 2, "the pauses grow");
    QVERIFY(pauses.last() <= 200);
}

void TestAccount::reconnectNow()
{
    Session session;
    session.options.timing.reconnectFirst = 1h;
    session.options.timing.reconnectLongest = 1h;
    QVERIFY(session.signIn());
    session.account().reconnectNow(); // nothing to do
    QCOMPARE(session.network.count(), 1);
    session.ns().hangUp();
    QCOMPARE(session.account().state(), State::WaitingToReconnect);
    session.account().reconnectNow();
    QVERIFY(session.followTo(1));
    QVERIFY(session.play(session.opening()));
}

void TestAccount::noReconnectAfter_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("OTH") << QByteArray("OUT OTH\r\n") << ErrorCode::SignedInElsewhere;
    QTest::newRow("TOU") << QByteArray("OUT TOU\r\n") << ErrorCode::TermsOfUse;
}

void TestAccount::noReconnectAfter()
{
    QFETCH(QByteArray, line);
    QFETCH(ErrorCode, code);
    Session session;
    QVERIFY(session.signIn());
    QSignalSpy errors(&session.account(), &Account::errorOccurred);
    session.ns().say(line);
    session.ns().hangUp();
    QCOMPARE(session.account().state(), State::SignedOut);
    QCOMPARE(session.account().lastError().code, code);
    QCOMPARE(errors.size(), 1);
    Test::turnEventLoop();
    QCOMPARE(session.network.count(), 1);
    QVERIFY(session.signIn("C SYN 5 139\\r\\n\nS SYN 5 139\\r\\n"));
}

void TestAccount::reconnectsAfter_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<int>("atLeast");
    QTest::newRow("no reason") << QByteArray("OUT\r\n") << ErrorCode::SignedOutByServer << 0;
    QTest::newRow("SSD") << QByteArray("OUT SSD\r\n") << ErrorCode::ServerShuttingDown << 25;
    QTest::newRow("MIG") << QByteArray("OUT MIG\r\n") << ErrorCode::SignedOutByServer << 55;
    QTest::newRow("RCT") << QByteArray("OUT RCT 5\r\n") << ErrorCode::SignedOutByServer << 290;
    QTest::newRow("garbage") << QByteArray("\x01\x02\x03\x04\r\n") << ErrorCode::ProtocolViolation << 0;
}

void TestAccount::reconnectsAfter()
{
    QFETCH(QByteArray, line);
    QFETCH(ErrorCode, code);
    QFETCH(int, atLeast);
    Session session;
    QVERIFY(session.signIn());
    session.ns().say(line);
    QCOMPARE(session.account().state(), State::WaitingToReconnect);
    QCOMPARE(session.account().lastError().code, code);
    QVERIFY(QDateTime::currentDateTime().secsTo(session.account().nextAttempt()) >= atLeast);
}

void TestAccount::passwordChangedWhileAway()
{
    Session session;
    QVERIFY(session.signIn());
    session.passport.answer("/login.srf", TestHttpsServer::wrongPassword());
    session.ns().hangUp();
    QVERIFY(session.followTo(1));
    QVERIFY(session.play(session.opening().left(session.opening().indexOf("C USR 4"))));
    EVENTUALLY(session.account().state() == State::SignedOut);
    QCOMPARE(session.account().lastError().code, ErrorCode::WrongPassword);
}

void TestAccount::shutdownForgetsTheServer()
{
    Session session;
    session.options.timing.reconnectFirst = 1h;
    session.options.timing.reconnectLongest = 1h;
    QVERIFY(session.signInUntilSyn());
    QVERIFY(session.play(session.defaultList() + "\n" + session.firstStatus()));
    session.ns().say("XFR 0 NS 192.0.2.11:1863 0 192.0.2.10:1863\r\n");
    QVERIFY(session.followTo(1));
    QVERIFY(
        session.play(session.opening() + "C SYN 5 139\\r\\n\nS SYN 5 139\\r\\n\n" + session.firstStatus()));
    session.ns().hangUp();
    session.account().reconnectNow();
    QVERIFY(session.followTo(2));
    QCOMPARE(session.ns().endpoint().host, QStringLiteral("192.0.2.11")); // from the cache
    QVERIFY(
        session.play(session.opening() + "C SYN 5 139\\r\\n\nS SYN 5 139\\r\\n\n" + session.firstStatus()));
    session.ns().say("OUT SSD\r\n");
    session.account().reconnectNow();
    QVERIFY(session.followTo(3));
    QCOMPARE(session.ns().endpoint().host, QStringLiteral("messenger.example.net"));
}

void TestAccount::complaint11_statusIsKept()
{
    Session session;
    QVERIFY(session.signIn());
    session.account().setStatus(Status::Busy);
    QVERIFY(session.play("C CHG 7 BSY 268435488\\r\\n\nS CHG 7 BSY 268435488\\r\\n"));
    QCOMPARE(session.account().status(), Status::Busy);
    session.account().setStatus(Status::Offline); // never sent as such
    QVERIFY(session.play("C CHG 8 HDN 268435488\\r\\n\nS CHG 8 HDN 268435488\\r\\n"));
    session.ns().hangUp();
    QCOMPARE(session.account().status(), Status::Offline);
    session.account().setStatus(Status::Away); // while waiting: for later
    QVERIFY(session.followTo(1));
    QVERIFY(session.play(session.opening()
        + "C SYN 5 139\\r\\n\nS SYN 5 139\\r\\n\n"
          "C CHG 6 AWY 268435488\\r\\n\nS CHG 6 AWY 268435488\\r\\n"));
    QCOMPARE(session.account().status(), Status::Away);
}

void TestAccount::twoQuickStatusChanges()
{
    // Regression: the second was swallowed, because the first was not confirmed yet.
    Session session;
    QVERIFY(session.signIn());
    session.account().setStatus(Status::Busy);
    session.account().setStatus(Status::Online);
    QVERIFY(session.play(R"(C CHG 7 BSY 268435488\r\n
                            C CHG 8 NLN 268435488\r\n
                            S CHG 7 BSY 268435488\r\n
                            S CHG 8 NLN 268435488\r\n)"));
    QCOMPARE(session.account().status(), Status::Online);
}

void TestAccount::statusChangedTooFast()
{
    Session session;
    session.options.timing.tooFast = 50ms;
    QVERIFY(session.signIn());
    session.account().setStatus(Status::Busy);
    QVERIFY(session.play(R"(C CHG 7 BSY 268435488\r\n
                            S 800 7\r\n
                            C CHG 8 BSY 268435488\r\n
                            S 800 8\r\n)"));
    QVERIFY(session.script().nothingMoreSent());
    QCOMPARE(session.account().status(), Status::Online);
}

void TestAccount::mailCounts()
{
    Session session;
    QSignalSpy counts(&session.account(), &Account::mailCountChanged);
    QSignalSpy mails(&session.account(), &Account::newMail);
    QVERIFY(session.signIn());
    const QByteArray moved = "text/x-msmsgsactivemailnotification";
    session.ns().say(
        mail("text/x-msmsgsinitialemailnotification", "Inbox-Unread: 2\r\nFolders-Unread: 0\r\n\r\n"));
    QCOMPARE(session.account().inboxUnread(), 2);
    session.ns().say(mail("text/x-msmsgsemailnotification",
        "From: =?UTF-8?B?QsO4Yg==?=\r\nSubject: =?UTF-8?Q?Gr=C3=BC=C3=9Fe?=\r\nDest-Folder: ACTIVE\r\n"));
    QCOMPARE(session.account().inboxUnread(), 3);
    QCOMPARE(mails.size(), 1);
    session.ns().say(mail(moved, "Src-Folder: ACTIVE\r\nDest-Folder: .!!trAsH\r\nMessage-Delta: 1\r\n"));
    QCOMPARE(session.account().inboxUnread(), 2);
    session.ns().say(mail(moved, "Src-Folder: ACTIVE\r\nDest-Folder: .!!trAsH\r\nMessage-Delta: 99\r\n"));
    QCOMPARE(session.account().inboxUnread(), 0);
    session.ns().say(mail(moved, "Src-Folder: x\r\nDest-Folder: ACTIVE\r\nMessage-Delta: 4294967297\r\n"));
    QVERIFY(session.account().inboxUnread() >= 0);
    QVERIFY(counts.size() >= 4);
}

void TestAccount::systemMessage()
{
    Session session;
    QSignalSpy shutdown(&session.account(), &Account::shutdownAnnounced);
    QVERIFY(session.signIn());
    session.ns().say(serverMessage("Hotmail", "Hotmail",
        "MIME-Version: 1.0\r\nContent-Type: application/x-msmsgssystemmessage\r\n\r\nType: 1\r\nArg1: "
        "5\r\n"));
    QCOMPARE(shutdown.size(), 1);
    QCOMPARE(shutdown[0][0].toInt(), 5);
    session.ns().say(serverMessage("mallory@example.com", "M",
        "MIME-Version: 1.0\r\nContent-Type: application/x-msmsgssystemmessage\r\n\r\nType: 1\r\nArg1: "
        "5\r\n"));
    QCOMPARE(shutdown.size(), 1);
}

void TestAccount::presenceRules()
{
    Session session;
    QSignalSpy in(&session.account(), &Account::contactSignedIn);
    QSignalSpy out(&session.account(), &Account::contactSignedOut);
    QVERIFY(session.signIn());
    const auto contact = [&] { return *session.account().contacts().find(bob); };
    session.ns().say("ILN 6 AWY bob@example.com Bob 268435492 %3Cmsnobj%20Creator%3D%22bob%22%2F%3E\r\n");
    QCOMPARE(contact().status, Status::Away);
    QVERIFY(!contact().pictureObject.isEmpty());
    QVERIFY2(in.isEmpty(), "was there before us");
    session.ns().say("FLN bob@example.com\r\nFLN bob@example.com\r\n");
    QCOMPARE(out.size(), 1);
    QVERIFY(contact().pictureObject.isEmpty());
    session.ns().say(
        "NLN NLN bob@example.com Bob%20(work) 268435492 %3Cmsnobj%2F%3E\r\n"
        "NLN NLN bob@example.com Bob%20(work) 268435492\r\nNLN BSY bob@example.com Bob%20(work) 0\r\n"
        "NLN XYZ bob@example.com Bob 0\r\n");
    QCOMPARE(in.size(), 1);
    QCOMPARE(contact().status, Status::Online); // unknown codes count as online
    QCOMPARE(contact().friendlyName.text(), QStringLiteral("Bob"));
    QVERIFY(contact().pictureObject.isEmpty());
}

void TestAccount::presenceOfStrangersIsIgnored()
{
    Session session;
    QSignalSpy in(&session.account(), &Account::contactSignedIn);
    QVERIFY(session.signIn());
    session.ns().say(
        "NLN NLN mallory@example.com M 0\r\nILN 6 NLN eve@example.com E 0\r\nFLN trudy@example.com\r\n"
        "ADD 0 RL 140 frank@example.com Frank\r\nNLN NLN frank@example.com F 0\r\n");
    QVERIFY(in.isEmpty());
    QCOMPARE(session.account().contacts().size(), 3);
}

void TestAccount::promptsOncePerPersonAndSession()
{
    Session session;
    QSignalSpy prompts(&session.account(), &Account::addedByOther);
    QVERIFY(session.signIn(
        "C SYN 5 0\\r\\n\nS SYN 5 7 2 0\\r\\n\nS GTC A\\r\\n\nS LST frank@example.com F 8\\r\\n\n"
        "S LST bob@example.com Bob 10\\r\\n"));
    QCOMPARE(prompts.size(), 1);
    session.ns().say("ADD 0 RL 8 frank@example.com Frank\r\nADD 0 RL eve@example.com Eve\r\n");
    QCOMPARE(prompts.size(), 2);
    session.ns().hangUp();
    QVERIFY(session.followTo(1));
    QVERIFY(session.play(session.opening() + "C SYN 5 8\\r\\n\nS SYN 5 8\\r\\n\n" + session.firstStatus()));
    QCOMPARE(prompts.size(), 4); // dismissed prompts come back at the next sign-in
}

void TestAccount::noPromptsWhenNotWanted()
{
    Session session;
    QSignalSpy prompts(&session.account(), &Account::addedByOther);
    QVERIFY(session.signIn(
        "C SYN 5 0\\r\\n\nS SYN 5 7 1 0\\r\\n\nS GTC N\\r\\n\nS LST frank@example.com F 8\\r\\n"));
    session.ns().say("ADD 0 RL 8 eve@example.com Eve\r\n");
    // GTC stands before the list, so the setting is known when the list is complete.
    QVERIFY(prompts.isEmpty());
    QCOMPARE(session.account().undecided().size(), 2);
}

void TestAccount::pendingPeopleDecidedElsewhere()
{
    Session session(Version::Msnp10);
    QSignalSpy prompts(&session.account(), &Account::addedByOther);
    QVERIFY(session.signIn(
        "C SYN 5 0 0\\r\\n\nS SYN 5 1 1 1 0\\r\\n\nS GTC A\\r\\n\nS LST N=frank@example.com F=F 18\\r\\n"));
    QVERIFY(prompts.isEmpty());
    QVERIFY(session.play("C REM 7 PL frank@example.com\\r\\n\nS REM 7 PL frank@example.com\\r\\n"));
    QCOMPARE(
        session.account().contacts().find(Test::address("frank@example.com"))->lists, Lists(List::Allow));
}

void TestAccount::movesInTheMiddle()
{
    // S8: XFR 0; conversations survive, presence is told anew.
    Session session;
    QVERIFY(session.signIn());
    QVERIFY(session.play("S ILN 6 AWY bob@example.com Bob 268435492\\r\\n"));
    QSignalSpy errors(&session.account(), &Account::errorOccurred);
    session.ns().say("XFR 0 NS 192.0.2.11:1863 0 192.0.2.10:1863\r\n");
    QVERIFY(session.followTo(1));
    QCOMPARE(session.ns().endpoint().host, QStringLiteral("192.0.2.11"));
    QVERIFY(session.network.at(0).isLeft());
    QCOMPARE(session.account().state(), State::SigningIn);
    QVERIFY(
        session.play(session.opening() + "C SYN 5 139\\r\\n\nS SYN 5 139\\r\\n\n" + session.firstStatus()));
    QCOMPARE(session.account().state(), State::SignedIn);
    QVERIFY(!session.account().contacts().find(bob)->isOnline());
    QVERIFY(errors.isEmpty());
}

void TestAccount::challenge_data()
{
    QTest::addColumn<QByteArray>("challenge");
    QTest::addColumn<QByteArray>("digest");
    QTest::newRow("S1") << QByteArray("15570131571988941333")
                        << QByteArray("8f2f5a91b72102cd28355e9fc9000d6e");
    QTest::newRow("second") << QByteArray("20031222210510050607")
                            << QByteArray("d8e5bba899d4864d0e3a9ea697ce9630");
}

void TestAccount::challenge()
{
    QFETCH(QByteArray, challenge);
    QFETCH(QByteArray, digest);
    Session session;
    QVERIFY(session.signIn());
    QVERIFY(session.play("S CHL 0 " + challenge + "\\r\\n\nC QRY 7 msmsgs@msnmsgr.com 32\\r\\n\n. " + digest
        + "\nS QRY 7\\r\\n\nS CHL 0\\r\\n"));
    QVERIFY(session.script().nothingMoreSent());
    session.ns().say("540 7\r\n");
    session.ns().hangUp();
    QCOMPARE(session.account().state(), State::WaitingToReconnect);
}

void TestAccount::pingPong()
{
    Session session;
    session.options.timing.ping = 100ms;
    QVERIFY(session.signIn());
    QVERIFY(session.play("C PNG\\r\\n\nS QNG\\r\\n\nC PNG\\r\\n\nS QNG 50\\r\\n"));
    QCOMPARE(session.account().state(), State::SignedIn);
}

void TestAccount::silentServerIsGivenUp()
{
    Session session;
    session.options.timing.ping = 50ms;
    session.options.timing.pong = 50ms;
    QVERIFY(session.signIn());
    EVENTUALLY(session.account().state() == State::WaitingToReconnect);
    QCOMPARE(session.account().lastError().code, ErrorCode::ConnectionLost);
    QVERIFY(session.ns().isLeft());
}

void TestAccount::signOutAtEveryState_data()
{
    QTest::addColumn<int>("steps");
    for (int steps = 0; steps <= 12; ++steps)
        QTest::addRow("after %d steps", steps) << steps;
}

void TestAccount::signOutAtEveryState()
{
    QFETCH(int, steps);
    Session session;
    Account &account = session.account();
    QSignalSpy errors(&account, &Account::errorOccurred);
    if (steps > 0) {
        account.signIn(QStringLiteral("pa,ss%"), Status::Online);
        QVERIFY(session.followTo(0));
        const QByteArrayList script
            = (session.opening() + session.defaultList() + "\n" + session.firstStatus()).split('\n');
        QVERIFY(session.play(script.first(std::min<qsizetype>(steps, script.size())).join('\n')));
    }
    account.signOut();
    QCOMPARE(account.state(), State::SignedOut);
    QCOMPARE(account.lastError().code, ErrorCode::None);
    Test::turnEventLoop();
    QVERIFY(errors.isEmpty());
    for (qsizetype i = 0; i < session.network.count(); ++i)
        QVERIFY(session.network.at(i).isLeft());
    account.signOut(); // once more does no harm
    QVERIFY(session.signIn());
}

void TestAccount::signInAgainInTheErrorSlot()
{
    Session session;
    QVERIFY(session.signIn());
    Account &account = session.account();
    connect(&account, &Account::errorOccurred, this,
        [&] { account.signIn(QStringLiteral("pa,ss%"), Status::Busy); });
    session.ns().say("OUT OTH\r\n");
    QCOMPARE(account.state(), State::SigningIn);
    QVERIFY(session.followTo(1));
    QVERIFY(session.play(session.opening()
        + "C SYN 5 139\\r\\n\nS SYN 5 139\\r\\n\n"
          "C CHG 6 BSY 268435488\\r\\n\nS CHG 6 BSY 268435488\\r\\n"));
    QCOMPARE(account.state(), State::SignedIn);
    QCOMPARE(session.network.count(), 2);
}

void TestAccount::signOutInTheErrorSlot()
{
    Session session;
    QVERIFY(session.signIn());
    Account &account = session.account();
    connect(&account, &Account::errorOccurred, this, [&] { account.signOut(); });
    session.ns().hangUp();
    QCOMPARE(account.state(), State::SignedOut);
    Test::turnEventLoop();
    QCOMPARE(account.state(), State::SignedOut);
    QCOMPARE(session.network.count(), 1);
}

void TestAccount::signOutInEveryStateSlot_data()
{
    QTest::addColumn<State>("when");
    QTest::newRow("signing in") << State::SigningIn;
    QTest::newRow("signed in") << State::SignedIn;
    QTest::newRow("waiting") << State::WaitingToReconnect;
}

void TestAccount::signOutInEveryStateSlot()
{
    QFETCH(State, when);
    Session session;
    Account &account = session.account();
    bool done = false;
    connect(&account, &Account::stateChanged, this, [&](State state) {
        if (state == when) {
            done = true;
            account.signOut();
        }
    });
    account.signIn(QStringLiteral("pa,ss%"), Status::Online);
    if (when != State::SigningIn) {
        QVERIFY(session.followTo(0));
        QVERIFY(session.play(session.opening() + session.defaultList()));
        if (when == State::WaitingToReconnect)
            session.ns().hangUp();
    }
    QVERIFY(done);
    QCOMPARE(account.state(), State::SignedOut);
    Test::turnEventLoop();
    QCOMPARE(account.state(), State::SignedOut);
    if (session.network.count())
        QVERIFY(session.network.last().isLeft() || !session.network.last().isOpen());
}

void TestAccount::lossIsToldOnce()
{
    // Regression: a connection that ended while SYN was waiting was handled twice.
    Session session;
    Account &account = session.account();
    QSignalSpy errors(&account, &Account::errorOccurred);
    QVERIFY(session.signInUntilSyn());
    QVERIFY(session.play("C SYN 5 0\\r\\n\n@ server closes"));
    QCOMPARE(account.state(), State::SignedOut);
    QCOMPARE(errors.size(), 1);
    QCOMPARE(account.lastError().code, ErrorCode::ConnectionClosed);
}

void TestAccount::deletedAtEveryState_data()
{
    signOutAtEveryState_data();
}

void TestAccount::deletedAtEveryState()
{
    QFETCH(int, steps);
    Session session;
    if (steps > 0) {
        session.account().signIn(QStringLiteral("pa,ss%"), Status::Online);
        QVERIFY(session.followTo(0));
        const QByteArrayList script
            = (session.opening() + session.defaultList() + "\n" + session.firstStatus()).split('\n');
        QVERIFY(session.play(script.first(std::min<qsizetype>(steps, script.size())).join('\n')));
        session.account().conversations().with(bob)->sendText(QStringLiteral("one"), {});
    }
    session.restart();
    Test::turnEventLoop();
    if (session.network.count())
        QVERIFY(session.network.at(0).isLeft());
}

void TestAccount::emailInvitation()
{
    Session session;
    QVERIFY(session.signIn());
    Account &account = session.account();
    int done = 0;
    const Address newbie(QStringLiteral("newbie@example.com"));
    account.sendEmailInvitation(newbie, QStringLiteral("Hi Mike!"),
        {this, [&](const Expected<std::monostate, Error> &result) { done += result ? 1 : 100; }});
    QVERIFY(
        session.play("C SDC 13 newbie@example.com 0x0409 MSNMSGR MSMSGS X X Alice%20A. 8\\r\\n\n. Hi Mike!\n"
                     "S SDC 13 OK\\r\\n"));
    QCOMPARE(done, 1);
    account.sendEmailInvitation(Address(QStringLiteral("nonsense")), {},
        {this, [&](const Expected<std::monostate, Error> &result) { done += result ? 1 : 100; }});
    QCOMPARE(done, 101);
}

void TestAccount::serviceUrl()
{
    Session session;
    QVERIFY(session.signIn());
    std::optional<Expected<ServiceUrl, Error>> result;
    const auto done = [&] {
        return Completion<ServiceUrl>(this, [&](const Expected<ServiceUrl, Error> &got) { result = got; });
    };
    session.account().requestServiceUrl({"INBOX", {}}, done());
    QVERIFY(session.play(
        "C URL 10 INBOX\\r\\n\n"
        "S URL 10 /cgi-bin/HoTMaiL https://login.example.net/ppsecure/md5auth.srf?lc=1033 2\\r\\n"));
    QVERIFY(result && result->has_value());
    QCOMPARE((**result).returnUrl, QByteArray("/cgi-bin/HoTMaiL"));
    session.account().requestServiceUrl({"INBOX", {}}, done());
    QVERIFY(session.play("C URL 12 INBOX\\r\\n\nS 710 12\\r\\n"));
    QCOMPARE(result->error().serverNumber, 710);
    session.account().requestServiceUrl({"INBOX", {}}, done());
    QVERIFY(session.play("C URL 13 INBOX\\r\\n\nS URL 13\\r\\n"));
    QCOMPARE(result->error().code, ErrorCode::UnexpectedReply);
}

void TestAccount::alertsAndUnknownCommands()
{
    Session session;
    QSignalSpy alerts(&session.account(), &Account::alertReceived);
    QVERIFY(session.signIn());
    session.ns().say(
        "NOT 5\r\n<a/>\nIPG 4\r\n<b/>XYZ 1 2 3\r\nUBX bob@example.com 3\r\nabcGCF 0 2\r\nxyLST\r\nADD\r\n"
        "ADD 0\r\nREM 0 XX\r\nCHG 0\r\nNLN\r\nRNG\r\nMSG a b 0\r\nBPR\r\nPRP\r\nLSG\r\nXFR 0\r\nQNG x\r\n"
        "201\r\n201 99\r\nFLN\r\nCHL\r\nADG 0\r\nREG\r\nRMG\r\nSYN 99 1\r\nUSR 3 OK\r\nVER 1 0\r\n");
    QCOMPARE(alerts.size(), 2);
    QCOMPARE(session.account().state(), State::SignedIn);
    QCOMPARE(session.account().contacts().size(), 2);
    QVERIFY(session.script().nothingMoreSent());
}

void TestAccount::signInWhileSignedIn()
{
    Session session;
    QVERIFY(session.signIn());
    QVERIFY(session.signIn("C SYN 5 139\\r\\n\nS SYN 5 139\\r\\n"));
    QVERIFY(session.network.at(0).isLeft());
}

QTEST_GUILESS_MAIN(TestAccount)
#include "tst_account.moc"
