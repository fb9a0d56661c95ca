#include "core/roster/contactlist.h"
#include "core/roster/rostersync.h"
#include "tests/support/capture.h"
#include "tests/support/commands.h"
#include "tests/support/eventually.h"
#include "tests/support/session.h"

#include <QFile>
#include <QSignalSpy>
#include <QTest>

using namespace Msn;
using namespace std::chrono_literals;
using Test::Session;
using Version = Msn::ProtocolVersion;

namespace {

const QByteArray fiveContacts = R"(
    C SYN 10 0\r\n
    S SYN 10 212 5 4\r\n
    S GTC N\r\n
    S BLP BL\r\n
    S PRP PHW 555%200100\r\n
    S PRP MOB Y\r\n
    S LSG 0 Other%20Contacts 0\r\n
    S LSG 1 Chess 0\r\n
    S LSG 4 B%C3%BCro 0\r\n
    S LSG 7 Caf%C3%A9%20%25 0\r\n
    S LST carol@example.com Carol%20C. 11 1,4,7\r\n
    S BPR PHH 555%200102\r\n
    S BPR MOB Y\r\n
    S LST mallory@example.com mallory 4\r\n
    S LST dave@example.com dave@example.com 10\r\n
    S LST trudy@example.com T 12\r\n
    S LST bob@example.com Bob 11 0\r\n
    S BPR PHM 555%200103\r\n)";

QList<QByteArray> groupsOf(const Contact &contact)
{
    QList<QByteArray> ids;
    for (const GroupId &group : contact.groups)
        ids.append(group.bytes());
    return ids;
}

} // namespace

class TestRosterSync : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fullListMsnp8();
    void neverMadeAGroup();
    void inChunks();
    void notMigratedMsnp10();
    void hobbyServerMsnp10();
    void captures_data();
    void captures();
    void emptyList();
    void currentListComesFromTheCache_data();
    void currentListComesFromTheCache();
    void currentListWithoutACacheFile();
    void lostHalfWayAsksForAllAgain();
    void stalledListIsTakenAsItIs();
    void samePersonTwice();
    void moreThanAnnounced();
    void ownPhonesThatWereClearedDisappear();
    void changesRaiseTheVersion();
    void gapInTheVersions();
    void cacheIsForOneDialect();
    void damagedCacheFile();
    void migrationDropsTheCache();
    void changesOfAnotherSession();
    void synRefused();

private:
    const Contact *find(Session &session, const QByteArray &address)
    {
        return session.account().contacts().find(Test::address(address));
    }
};

void TestRosterSync::neverMadeAGroup()
{
    Session session(Version::Msnp8);
    QVERIFY(session.signIn(R"(C SYN 5 0\r\n
                              S SYN 5 139 1 1\r\n
                              S GTC A\r\n
                              S BLP AL\r\n
                              S LSG 0 ~ 0\r\n
                              S LST bob@example.com Bob 11 0\r\n)"));
    QVERIFY(session.account().contacts().groups().isEmpty());
    QVERIFY(find(session, Test::bob)->isOnForwardList());
}

void TestRosterSync::fullListMsnp8()
{
    Session session(Version::Msnp8);
    QVERIFY(session.signIn(fiveContacts));
    const ContactList &list = session.account().contacts();
    QCOMPARE(list.size(), 5);
    QCOMPARE(list.groups().size(), 4);
    QCOMPARE(list.findGroup(GroupId("7"))->name.text(), QStringLiteral("Caf\u00E9 %"));
    QCOMPARE(list.defaultPrivacy(), DefaultPrivacy::BlockOthers);
    QCOMPARE(list.addPrompt(), AddPrompt::DoNotAsk);
    QCOMPARE(list.ownPhones().work, QStringLiteral("555 0100"));
    QVERIFY(list.ownPhones().acceptsPages);
    const Contact *carol = find(session, Test::carol);
    QCOMPARE(carol->friendlyName.text(), QStringLiteral("Carol C."));
    QCOMPARE(groupsOf(*carol), (QList<QByteArray>{"1", "4", "7"}));
    QCOMPARE(carol->phones.home, QStringLiteral("555 0102"));
    QVERIFY(carol->phones.acceptsPages);
    QVERIFY(find(session, "mallory@example.com")->isBlocked());
    QVERIFY(!find(session, "dave@example.com")->isOnForwardList());
    // BPR after the last LST still belongs to it.
    QCOMPARE(find(session, Test::bob)->phones.mobile, QStringLiteral("555 0103"));
}

void TestRosterSync::inChunks()
{
    for (const qsizetype size : {1, 2, 3, 64}) {
        Session session(Version::Msnp8);
        session.chunkSize = size;
        QVERIFY(session.signIn(fiveContacts));
        QCOMPARE(session.account().contacts().size(), 5);
        QCOMPARE(find(session, Test::carol)->phones.home, QStringLiteral("555 0102"));
    }
}

void TestRosterSync::notMigratedMsnp10()
{
    Session session(Version::Msnp10);
    QVERIFY(session.signIn(R"(
        C SYN 10 0 0\r\n
        S SYN 10 72 14 2 1\r\n
        S GTC N\r\n
        S BLP BL\r\n
        S PRP MFN Alice\r\n
        S LSG Other%20Contacts 0\r\n
        S LST N=bob@example.com F=Bob C=bob@example.com 11 0\r\n
        S LST N=eve@example.com F=Eve 3 0\r\n)"));
    QCOMPARE(session.account().ownName().text(), QStringLiteral("Alice"));
    QCOMPARE(find(session, Test::bob)->id.bytes(), Test::bob);
    QCOMPARE(groupsOf(*find(session, "eve@example.com")), QList<QByteArray>{"0"});
}

void TestRosterSync::hobbyServerMsnp10()
{
    Session session(Version::Msnp10);
    QVERIFY(session.signIn(R"(
        C SYN 10 0 0\r\n
        S SYN 10 2000-01-01T00:00:00.0-00:00 2000-01-01T00:00:00.0-00:00 2 0\r\n
        S GTC A\r\n
        S BLP AL\r\n
        S PRP MFN Alice\r\n
        S LST N=bob@example.com F=Bob C=22222222-2222-4222-8222-222222222222 3 \r\n
        S LST N=carol@example.com F=Carol 16 \r\n)"));
    QCOMPARE(find(session, Test::bob)->id.bytes(), Test::bobId);
    QVERIFY(find(session, Test::bob)->groups.isEmpty());
    QCOMPARE(session.account().undecided(), QList<Address>{Test::address(Test::carol)});
}

void TestRosterSync::captures_data()
{
    QTest::addColumn<QString>("name");
    const QStringList names = Test::Capture::names();
    for (const QString &name : names) {
        if (name.contains(QLatin1String("login-syn")))
            QTest::newRow(qPrintable(name)) << name;
    }
}

void TestRosterSync::captures()
{
    // The lines a real server of this dialect sent between SYN and CHG.
    QFETCH(QString, name);
    const Test::Capture capture = Test::Capture::load(name);
    Session session(static_cast<Version>(capture.protocolVersion()));
    QVERIFY(session.signInUntilSyn());
    for (const auto &connection : capture.connections()) {
        if (connection.isHttp || connection.isSwitchboard())
            continue;
        const auto commands
            = Test::readCommands(connection.sentBy(Test::Sender::Server), Test::Sender::Server).commands;
        bool inList = false;
        int lines = 0;
        int contacts = 0;
        EVENTUALLY(session.ns().sent().startsWith("SYN "));
        for (Command command : commands) {
            if (command.verb == "SYN") {
                inList = true;
                command.transactionId = 5;
                contacts = command.args.value(command.args.size() - 2).toInt();
            }
            const bool ends = command.verb == "CHG" || (command.verb == "SYN" && lines > 0);
            if (inList && ends)
                break;
            if (inList) {
                session.ns().say(Test::serverLine(command));
                ++lines;
            }
        }
        EVENTUALLY(session.account().state() == Account::State::SignedIn);
        QVERIFY(contacts > 0);
        QCOMPARE(session.account().contacts().size(), contacts);
        for (const Contact &contact : session.account().contacts().contacts())
            QVERIFY(contact.address.isValid());
        return;
    }
    QFAIL("no notification connection in the capture");
}

void TestRosterSync::emptyList()
{
    Session session(Version::Msnp9);
    QVERIFY(session.signIn("C SYN 5 0\\r\\n\nS SYN 5 7 0 0\\r\\n\nS GTC A\\r\\n\nS BLP BL\\r\\n"));
    QCOMPARE(session.account().contacts().size(), 0);
    QCOMPARE(session.account().contacts().defaultPrivacy(), DefaultPrivacy::BlockOthers);
}

void TestRosterSync::currentListComesFromTheCache_data()
{
    QTest::addColumn<Version>("version");
    QTest::addColumn<QByteArray>("current");
    QTest::newRow("MSNP8") << Version::Msnp8 << QByteArray("C SYN 5 139\\r\\n\nS SYN 5 139\\r\\n");
    QTest::newRow("MSNP9") << Version::Msnp9 << QByteArray("C SYN 5 139\\r\\n\nS SYN 5 139\\r\\n");
    const QByteArray versions = "2004-07-01T18:17:51.4030000-07:00 2004-06-30T09:00:00.0000000-07:00\\r\\n";
    QTest::newRow("MSNP10") << Version::Msnp10 << "C SYN 5 " + versions + "\nS SYN 5 " + versions;
}

void TestRosterSync::currentListComesFromTheCache()
{
    QFETCH(Version, version);
    QFETCH(QByteArray, current);
    QTemporaryDir folder;
    Session session(version);
    session.options.cacheDirectory = folder.path();
    QVERIFY(session.signIn());
    session.account().signOut();
    session.restart();
    QVERIFY(session.signIn(current));
    QCOMPARE(session.account().contacts().size(), 2);
    QCOMPARE(find(session, Test::carol)->friendlyName.text(), QStringLiteral("Carol"));
    QVERIFY(!session.account().contacts().groups().isEmpty());
    QCOMPARE(session.account().ownName().text(), QStringLiteral("Alice A."));
}

void TestRosterSync::currentListWithoutACacheFile()
{
    // Regression: the list was empty after a reconnect, because it was only kept in the file.
    Session session(Version::Msnp9);
    QVERIFY(session.signIn());
    session.account().signOut();
    QVERIFY(session.signIn("C SYN 5 139\\r\\n\nS SYN 5 139\\r\\n"));
    QCOMPARE(session.account().contacts().size(), 2);
}

void TestRosterSync::lostHalfWayAsksForAllAgain()
{
    // Regression: the new version was kept with the old list.
    QTemporaryDir folder;
    Session session(Version::Msnp9);
    session.options.cacheDirectory = folder.path();
    QVERIFY(session.signInUntilSyn());
    QVERIFY(session.play(
        "C SYN 5 0\\r\\n\nS SYN 5 139 2 1\\r\\n\nS LSG 0 Other 0\\r\\n\nS LST bob@example.com Bob 11 0"
        "\\r\\n\n@ server closes\n"));
    EVENTUALLY(session.account().state() == Account::State::SignedOut);
    QVERIFY(session.signIn());
    QCOMPARE(session.account().contacts().size(), 2);
}

void TestRosterSync::stalledListIsTakenAsItIs()
{
    Session session(Version::Msnp9);
    session.options.timing.listStall = 100ms;
    QVERIFY(session.signInUntilSyn());
    QVERIFY(session.play("C SYN 5 0\\r\\n\nS SYN 5 139 3 1\\r\\n\nS LSG 0 Other 0\\r\\n\nS LST "
                         "bob@example.com Bob 11 0\\r\\n"));
    QVERIFY(session.play(session.firstStatus()));
    QCOMPARE(session.account().contacts().size(), 1);
    session.account().signOut();
    QVERIFY2(session.signIn(), "must ask with version 0");
}

void TestRosterSync::samePersonTwice()
{
    Session session(Version::Msnp9);
    QVERIFY(session.signIn(R"(C SYN 5 0\r\n
        S SYN 5 139 2 0\r\n
        S LST bob@example.com Bob 3 0\r\n
        S LST BOB@example.com Bob 8\r\n)"));
    QCOMPARE(session.account().contacts().size(), 1);
    QCOMPARE(find(session, Test::bob)->lists.toInt(), 11);
}

void TestRosterSync::moreThanAnnounced()
{
    Session session(Version::Msnp9);
    QVERIFY(session.signIn(R"(C SYN 5 0\r\n
        S SYN 5 139 1 0\r\n
        S LST bob@example.com Bob 11 0\r\n
        S LST carol@example.com Carol 11 0\r\n
        S BPR PHH 555\r\n
        S LSG 3 Late 0\r\n)"));
    QCOMPARE(session.account().contacts().size(), 2);
    QCOMPARE(find(session, Test::carol)->phones.home, QStringLiteral("555"));
    QVERIFY(session.account().contacts().findGroup(GroupId("3")));
}

void TestRosterSync::ownPhonesThatWereClearedDisappear()
{
    Session session(Version::Msnp9);
    QVERIFY(session.signIn("C SYN 5 0\\r\\n\nS SYN 5 139 0 0\\r\\n\nS PRP PHH 555\\r\\n"));
    QCOMPARE(session.account().contacts().ownPhones().home, QStringLiteral("555"));
    session.account().signOut();
    QVERIFY(session.signIn("C SYN 5 139\\r\\n\nS SYN 5 140 0 0\\r\\n"));
    QVERIFY(session.account().contacts().ownPhones().home.isEmpty());
}

void TestRosterSync::changesRaiseTheVersion()
{
    QTemporaryDir folder;
    Session session(Version::Msnp9);
    session.options.cacheDirectory = folder.path();
    QVERIFY(session.signIn());
    session.ns().say("ADD 0 RL 140 frank@example.com Frank\r\nBPR 141 bob@example.com PHH 555\r\n");
    session.account().signOut();
    session.restart();
    QVERIFY(session.signIn("C SYN 5 141\\r\\n\nS SYN 5 141\\r\\n"));
    QVERIFY(find(session, "frank@example.com")->lists.testFlag(List::Reverse));
    QCOMPARE(find(session, Test::bob)->phones.home, QStringLiteral("555"));
}

void TestRosterSync::gapInTheVersions()
{
    Session session(Version::Msnp9);
    QVERIFY(session.signIn());
    session.ns().say("ADD 0 RL 142 frank@example.com Frank\r\n");
    session.account().signOut();
    QVERIFY2(session.signIn(), "a change was missed: everything anew");
}

void TestRosterSync::cacheIsForOneDialect()
{
    QTemporaryDir folder;
    {
        Session session(Version::Msnp9);
        session.options.cacheDirectory = folder.path();
        QVERIFY(session.signIn());
    }
    Session session(Version::Msnp10);
    session.options.cacheDirectory = folder.path();
    QVERIFY(session.signIn());
}

void TestRosterSync::damagedCacheFile()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("contacts.cbor")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("\xA1\x00\x01garbage");
    file.close();
    Session session(Version::Msnp9);
    session.options.cacheDirectory = folder.path();
    QVERIFY(session.signIn());
    QCOMPARE(session.account().contacts().size(), 2);
}

void TestRosterSync::migrationDropsTheCache()
{
    Session session(Version::Msnp9);
    session.options.reconnects = false;
    QVERIFY(session.signIn());
    session.ns().say("OUT MIG\r\n");
    EVENTUALLY(session.account().state() == Account::State::SignedOut);
    QVERIFY2(session.signIn(), "must ask with version 0");
}

void TestRosterSync::changesOfAnotherSession()
{
    Session session(Version::Msnp9);
    QVERIFY(session.signIn());
    session.ns().say("ADD 0 FL 140 dave@example.com Dave 1\r\nREA 0 141 dave@example.com David\r\n"
                     "ADG 0 142 Chess 4 0\r\nBLP 0 143 BL\r\nGTC 0 144 N\r\nREM 0 FL 145 bob@example.com\r\n"
                     "REA 0 146 alice@example.com Alice%20B.\r\nPRP 0 147 PHH 555\r\nRMG 0 148 4\r\n");
    QCOMPARE(find(session, "dave@example.com")->friendlyName.text(), QStringLiteral("David"));
    QVERIFY(find(session, "dave@example.com")->isOnForwardList());
    QCOMPARE(session.account().contacts().defaultPrivacy(), DefaultPrivacy::BlockOthers);
    QCOMPARE(session.account().contacts().addPrompt(), AddPrompt::DoNotAsk);
    QVERIFY(!find(session, Test::bob)->isOnForwardList());
    QVERIFY(find(session, Test::bob)->lists.testFlag(List::Allow));
    QCOMPARE(session.account().ownName().text(), QStringLiteral("Alice B."));
    QVERIFY(!session.account().contacts().findGroup(GroupId("4")));
    session.account().signOut();
    QVERIFY(session.signIn("C SYN 5 148\\r\\n\nS SYN 5 148\\r\\n"));
}

void TestRosterSync::synRefused()
{
    Session session(Version::Msnp9);
    QSignalSpy errors(&session.account(), &Account::errorOccurred);
    QVERIFY(session.signInUntilSyn());
    QVERIFY(session.play("C SYN 5 0\\r\\n\nS 603 5\\r\\n"));
    QCOMPARE(session.account().state(), Account::State::SignedOut);
    QCOMPARE(errors.size(), 1);
    QCOMPARE(session.account().lastError().serverNumber, 603);
    QVERIFY(session.ns().isLeft());
}

QTEST_GUILESS_MAIN(TestRosterSync)
#include "tst_rostersync.moc"
