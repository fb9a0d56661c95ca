#include "core/roster/contactlist.h"
#include "core/roster/rostereditor.h"
#include "tests/core/account/clientstage.h"
#include "tests/support/eventually.h"

#include <QDir>
#include <QTest>

namespace Test {

using namespace std::chrono_literals;
using Msn::ErrorCode;
using Msn::Status;
using State = Msn::Account::State;
using Version = Msn::ProtocolVersion;

namespace {

constexpr auto soonPings = 1s;

/// The server of last time is the one that the transcripts name.
void rememberServer(Session &session)
{
    Msn::saveServerCache(QDir(session.options.cacheDirectory).filePath(QStringLiteral("servers.json")),
        {{QStringLiteral("192.0.2.10"), 1863}, {}});
}

void useCache(Session &session)
{
    session.keepCaches();
}

/// As if \p list had been fetched by an earlier run of the program.
void rememberList(Session &session, const QByteArray &list = {})
{
    useCache(session);
    QVERIFY(session.signIn(list));
    session.account().signOut();
    session.restart();
    session.network.forget();
}

ClientStage dispatchToReady()
{
    ClientStage stage = stageFor("s1", Version::Msnp8);
    stage.connection = -1;
    stage.opening = [](Session &session) { session.passport.servePassport("t=4aBcD!x*Y$$&p=4eFgH!z$$"); };
    stage.acts
        = {{0, signIn()}, {29, [](Session &session) {
                               QCOMPARE(session.account().state(), State::SignedIn);
                               QCOMPARE(session.account().status(), Status::Online);
                               QCOMPARE(session.account().ownName().text(), QStringLiteral("Alice A."));
                               QCOMPARE(session.account().profile().clientPortFor(3000), 3000);
                               QCOMPARE(contact(session, bob).status, Status::Away);
                               session.account().signOut();
                           }}};
    stage.check = [](Session &session) {
        QCOMPARE(session.account().state(), State::SignedOut);
        QCOMPARE(session.account().lastError().code, ErrorCode::None);
    };
    return stage;
}

ClientStage listIsCurrent()
{
    ClientStage stage = stageFor("s2");
    stage.connection = -1;
    stage.opening = [](Session &session) {
        rememberList(session);
        rememberServer(session);
        session.description.protocols = {Version::Msnp9, Version::Msnp8};
        session.options.timing.ping = soonPings;
    };
    stage.acts = {{0, signIn()}};
    stage.check = [](Session &session) {
        QCOMPARE(session.account().state(), State::SignedIn);
        QCOMPARE(session.account().inboxUnread(), 2);
        QCOMPARE(contact(session, bob).status, Status::Online);
        QCOMPARE(contact(session, bob).friendlyName.text(), QStringLiteral("Bob \u263A"));
        QVERIFY(contact(session, bob).pictureObject.contains("msnobj"));
        QVERIFY2(contact(session, carol).isOnForwardList(), "from the cache");
    };
    return stage;
}

ClientStage migratedAccount()
{
    ClientStage stage = stageFor("s3", Version::Msnp10);
    stage.connection = -1;
    stage.opening = [](Session &session) {
        useCache(session);
        rememberServer(session);
        session.description.protocols = Msn::supportedProtocolVersions();
    };
    stage.acts = {{0, signIn(Status::Busy)}};
    stage.check = [](Session &session) {
        QCOMPARE(session.account().protocolVersion(), Version::Msnp10);
        QCOMPARE(session.account().status(), Status::Busy);
        QCOMPARE(session.account().ownName().text(), QStringLiteral("Alice A."));
        QCOMPARE(contact(session, bob).groups, QList<Msn::GroupId>{Msn::GroupId(friendsId)});
        QCOMPARE(contact(session, bob).status, Status::Idle);
        QVERIFY(contact(session, bob).phones.acceptsPages);
        QCOMPARE(session.account().undecided(), QList<Msn::Address>{address(carol)});
        QCOMPARE(contact(session, "dave@example.com").displayName(), QStringLiteral("dave@example.com"));
    };
    return stage;
}

ClientStage hobbyServer()
{
    ClientStage stage = stageFor("s5", Version::Msnp8);
    stage.connection = -1;
    stage.opening = [](Session &session) {
        rememberList(session);
        session.passport.servePassport("k3Jd82hGq0LmPz91xVbN");
    };
    stage.acts = {{0, signIn()}};
    stage.check = [](Session &session) {
        QCOMPARE(session.account().state(), State::SignedIn);
        QCOMPARE(contact(session, bob).friendlyName.text(), QStringLiteral("100% B\u00F8b"));
        QCOMPARE(session.account().contacts().groups().last().name.text(), QStringLiteral("B\u00FCro"));
        QVERIFY(!contact(session, "dave@example.com").isOnForwardList());
        QVERIFY2(contact(session, carol).address.isEmpty(), "gone with the old list");
    };
    return stage;
}

ClientStage noCommonVersion()
{
    ClientStage stage = stageFor("s6");
    stage.connection = -1;
    stage.opening = [](Session &session) {
        session.description.protocols = {Version::Msnp9, Version::Msnp8};
    };
    stage.acts = {{0, signIn()}};
    stage.check = [](Session &session) {
        QCOMPARE(session.account().state(), State::SignedOut);
        QCOMPARE(session.account().lastError().code, ErrorCode::NoCommonVersion);
    };
    return stage;
}

ClientStage ticketRefused()
{
    ClientStage stage = stageFor("s7");
    stage.opening = [](Session &session) {
        session.passport.servePassport("t=expired&p=");
        session.account().signIn(QStringLiteral("pa,ss%"), Status::Online);
        QVERIFY(session.followTo(0));
        QVERIFY(session.play(session.opening().left(session.opening().indexOf("C USR 3"))));
    };
    stage.check = [](Session &session) {
        // It may have died on the way: one more, with a fresh ticket, at the same server.
        QVERIFY(session.network.await(1));
        QCOMPARE(session.network.at(1).endpoint(), session.network.at(0).endpoint());
        QCOMPARE(session.account().state(), State::SigningIn);
    };
    return stage;
}

/// S8 is six ends of a session, each of one line.
ClientStage endOfASession(int step, const char *name, const Act &check)
{
    ClientStage stage = stageFor("s8");
    stage.part = name;
    stage.opening = &signedIn;
    stage.from = step;
    stage.until = step + 1;
    stage.check = check;
    return stage;
}

Act endedWith(ErrorCode code)
{
    return [code](Session &session) {
        QCOMPARE(session.account().state(), State::SignedOut);
        QCOMPARE(session.account().lastError().code, code);
    };
}

QList<ClientStage> endsOfASession()
{
    const auto minutes = std::make_shared<int>(0);
    ClientStage announced = endOfASession(5, "shutdown in 5 minutes", [minutes](Session &session) {
        QCOMPARE(*minutes, 5);
        QCOMPARE(session.account().state(), State::SignedIn);
    });
    announced.opening = [minutes](Session &session) {
        *minutes = 0;
        signedIn(session);
        QObject::connect(&session.account(), &Msn::Account::shutdownAnnounced, &session.account(),
            [minutes](int announcedMinutes) { *minutes = announcedMinutes; });
    };
    return {endOfASession(0, "signed in elsewhere", endedWith(ErrorCode::SignedInElsewhere)),
        endOfASession(1, "server goes down", endedWith(ErrorCode::ServerShuttingDown)),
        endOfASession(2, "list migrates", endedWith(ErrorCode::SignedOutByServer)),
        endOfASession(3, "without a reason", endedWith(ErrorCode::SignedOutByServer)),
        endOfASession(4, "a move",
            [](Session &session) {
                QVERIFY(session.network.await(1));
                QCOMPARE(session.network.at(1).endpoint().toString(), QStringLiteral("192.0.2.11:1863"));
                QVERIFY(ServerScript(session.network.at(1)).play("C VER 1 MSNP9 CVR0\\r\\n"));
            }),
        announced};
}

// --- The contact list as it is fetched -------------------------------------------------------

void untilSyn(Session &session)
{
    QVERIFY(session.signInUntilSyn());
}

ClientStage staleList()
{
    ClientStage stage = stageFor("l1");
    stage.opening = &untilSyn;
    stage.check = [](Session &session) {
        const Msn::ContactList &list = session.account().contacts();
        QCOMPARE(session.account().state(), State::SignedIn);
        QCOMPARE(list.size(), 5);
        QCOMPARE(list.groups().size(), 4);
        QCOMPARE(list.findGroup(Msn::GroupId("7"))->name.text(), QStringLiteral("Caf\u00E9 %"));
        QCOMPARE(list.addPrompt(), Msn::AddPrompt::DoNotAsk);
        QCOMPARE(list.defaultPrivacy(), Msn::DefaultPrivacy::BlockOthers);
        QCOMPARE(list.ownPhones().work, QStringLiteral("555 0100"));
        QCOMPARE(contact(session, carol).groups.size(), 3);
        QCOMPARE(contact(session, carol).phones.home, QStringLiteral("555 0102"));
        QVERIFY(contact(session, "mallory@example.com").isBlocked());
        QCOMPARE(contact(session, bob).phones.mobile, QStringLiteral("555 0103"));
    };
    return stage;
}

ClientStage currentList()
{
    ClientStage stage = stageFor("l2", Version::Msnp10);
    stage.part = "current";
    stage.opening = [](Session &session) {
        rememberList(session);
        untilSyn(session);
    };
    stage.until = 2;
    stage.check = [](Session &session) {
        QCOMPARE(session.account().state(), State::SignedIn);
        QCOMPARE(session.account().contacts().size(), 2);
        QCOMPARE(contact(session, bob).id, Msn::ContactId(bobId));
    };
    return stage;
}

ClientStage listThatIsNotMigrated()
{
    ClientStage stage = stageFor("l2", Version::Msnp10);
    stage.part = "not migrated";
    stage.opening = &untilSyn;
    stage.from = 3;
    stage.check = [](Session &session) {
        QCOMPARE(session.account().state(), State::SignedIn);
        QCOMPARE(contact(session, bob).id, Msn::ContactId(bob));
        QCOMPARE(contact(session, bob).groups, QList<Msn::GroupId>{Msn::GroupId("0")});
        QCOMPARE(
            contact(session, "eve@example.com").lists, Msn::Lists(Msn::List::Forward) | Msn::List::Allow);
        QCOMPARE(session.account().ownName().text(), QStringLiteral("Alice"));
    };
    return stage;
}

ClientStage stampsThatNeverChange()
{
    ClientStage stage = stageFor("l3", Version::Msnp10);
    stage.opening = [](Session &session) {
        rememberList(session, R"(
            C SYN 5 0 0\r\n
            S SYN 5 2000-01-01T00:00:00.0-00:00 2000-01-01T00:00:00.0-00:00 1 0\r\n
            S GTC A\r\n
            S BLP AL\r\n
            S PRP MFN Alice%20A.\r\n
            S LST N=eve@example.com F=Eve C=22222222-0000-4222-8222-222222222222 3 \r\n)");
        untilSyn(session);
    };
    stage.check = [](Session &session) {
        QCOMPARE(session.account().state(), State::SignedIn);
        QCOMPARE(session.account().contacts().size(), 2);
        QVERIFY(contact(session, bob).groups.isEmpty());
        QVERIFY2(contact(session, "eve@example.com").address.isEmpty(), "the server has the last word");
    };
    return stage;
}

} // namespace

QList<ClientStage> signInStages()
{
    return QList<ClientStage>{dispatchToReady(), listIsCurrent(), migratedAccount(), hobbyServer(),
               noCommonVersion(), ticketRefused(), staleList(), currentList(), listThatIsNotMigrated(),
               stampsThatNeverChange()}
    + endsOfASession();
}

} // namespace Test
