#include "core/roster/contactlist.h"
#include "core/roster/rostereditor.h"
#include "tests/support/eventually.h"
#include "tests/support/session.h"

#include <QSignalSpy>
#include <QTest>

using namespace Msn;
using namespace std::chrono_literals;
using Test::Session;
using Version = Msn::ProtocolVersion;

namespace {

using Result = Expected<std::monostate, Error>;

/// What a request ended with, and how often.
struct Ending
{
    QList<Result> results;
    RosterEditor::Done done(QObject *context)
    {
        return {context, [this](const Result &result) { results.append(result); }};
    }
    bool succeeded() const { return results.size() == 1 && results[0].has_value(); }
    bool failed() const { return results.size() == 1 && !results[0].has_value(); }
    Error error() const { return failed() ? results[0].error() : Error{}; }
};

const Address bob = Test::address(Test::bob);
const Address carol = Test::address(Test::carol);
const Address dave = Test::address("dave@example.com");
const Address frank = Test::address("frank@example.com");
const GroupId other("0");
const GroupId friends("1");
const GroupId friendsGuid(Test::friendsId);

} // namespace

class TestRosterEditor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void adds();
    void addsMsnp10();
    void addsIntoAGroupMsnp10();
    void addingSomebodyThereIsDone();
    void blocksAndUnblocks();
    void blocksAndUnblocksMsnp10();
    void groupsMsnp9();
    void groupsMsnp10();
    void lastGroupIsNotLeftFirst();
    void removedGroupIsEmptiedFirst();
    void removesMsnp10ById();
    void addedByAStranger();
    void refusesAStrangerMsnp10();
    void settings();
    void ownNameMsnp10();
    void renames();
    void tooLongIsRefusedHere_data();
    void tooLongIsRefusedHere();
    void refusals_data();
    void refusals();
    void harmless_data();
    void harmless();
    void onTheOppositeList();
    void bothAllowedAndBlockedIsRepaired();
    void bothAllowedAndBlockedIsRepairedMsnp10();
    void notInThatGroupKeepsTheContact();
    void addingSomebodyBlockedLeavesThemBlocked();
    void nobodyVanishesWithTheLastGroup();
    void tooFastIsSentOnceMore();
    void tooFastIsOvertaken();
    void errorsNameWhatTheyAreAbout();
    void removalUnknownToTheServerIsDone();
    void groupRefusals();
    void signedOutFailsAtOnce();
    void lostInTheMiddle();
    void deadline();
    void goneContextIsNotCalled();
    void doneMaySignOut();

private:
    void start(Version version);
    RosterEditor &editor() { return m_session->account().editor(); }
    const ContactList &list() { return m_session->account().contacts(); }
    bool play(const QByteArray &script) { return m_session->play(script); }

    std::unique_ptr<Session> m_session;
    std::unique_ptr<Ending> m_ending;
    RosterEditor::Done done() { return m_ending->done(this); }
};

void TestRosterEditor::init()
{
    m_ending = std::make_unique<Ending>();
}

void TestRosterEditor::cleanup()
{
    if (m_session)
        QVERIFY(!m_session->network.count() || m_session->script().nothingMoreSent());
    m_session.reset();
}

void TestRosterEditor::start(Version version)
{
    m_session = std::make_unique<Session>(version);
    if (!m_session->signIn())
        qFatal("sign-in failed");
}

void TestRosterEditor::adds()
{
    start(Version::Msnp9);
    editor().addContact(dave, {}, done());
    QVERIFY(play(R"(
        C ADD 10 FL dave@example.com dave@example.com 0\r\n
        S ADD 10 FL 140 dave@example.com dave@example.com 0\r\n
        S BPR 140 dave@example.com PHH\r\n
        S BPR 140 dave@example.com MOB N\r\n
        S ILN 10 NLN dave@example.com Dave 268435492\r\n
        C ADD 11 AL dave@example.com dave@example.com\r\n
        S ADD 11 AL 141 dave@example.com dave@example.com\r\n)"));
    QVERIFY(m_ending->succeeded());
    const Contact *contact = list().find(dave);
    QCOMPARE(contact->lists, List::Forward | List::Allow);
    QCOMPARE(contact->groups, QList<GroupId>{other});
    QCOMPARE(contact->status, Status::Online);
}

void TestRosterEditor::addsMsnp10()
{
    start(Version::Msnp10);
    editor().addContact(dave, {}, done());
    QVERIFY(play(R"(
        C ADC 10 FL N=dave@example.com F=dave@example.com\r\n
        S ADC 10 FL N=dave@example.com F=dave@example.com C=44444444-2222-4222-8222-222222222222\r\n
        C ADC 11 AL N=dave@example.com\r\n
        S ADC 11 AL N=dave@example.com\r\n)"));
    QVERIFY(m_ending->succeeded());
    QCOMPARE(list().find(dave)->id.bytes(), QByteArray("44444444-2222-4222-8222-222222222222"));
}

void TestRosterEditor::addsIntoAGroupMsnp10()
{
    start(Version::Msnp10);
    editor().addContact(dave, friendsGuid, done());
    QVERIFY(play(R"(
        C ADC 10 FL N=dave@example.com F=dave@example.com\r\n
        S ADC 10 FL N=dave@example.com F=dave@example.com C=44444444-2222-4222-8222-222222222222\r\n
        C ADC 11 FL C=44444444-2222-4222-8222-222222222222 11111111-1111-4111-8111-111111111111\r\n
        S ADC 11 FL C=44444444-2222-4222-8222-222222222222 11111111-1111-4111-8111-111111111111\r\n
        C ADC 12 AL N=dave@example.com\r\n
        S ADC 12 AL N=dave@example.com\r\n)"));
    QVERIFY(m_ending->succeeded());
    QCOMPARE(list().find(dave)->groups, QList<GroupId>{friendsGuid});
}

void TestRosterEditor::addingSomebodyThereIsDone()
{
    start(Version::Msnp9);
    editor().addContact(bob, {}, done());
    QVERIFY(m_ending->succeeded());
}

void TestRosterEditor::blocksAndUnblocks()
{
    start(Version::Msnp9);
    editor().block(bob, done());
    QVERIFY(play(R"(
        C REM 10 AL bob@example.com\r\n
        S REM 10 AL 142 bob@example.com\r\n
        C ADD 11 BL bob@example.com Bob\r\n
        S ADD 11 BL 143 bob@example.com Bob\r\n)"));
    QVERIFY(m_ending->succeeded());
    QVERIFY(list().find(bob)->isBlocked());
    QVERIFY(!list().find(bob)->lists.testFlag(List::Allow));
    m_ending->results.clear();
    editor().unblock(bob, done());
    QVERIFY(play(R"(
        C REM 12 BL bob@example.com\r\n
        S REM 12 BL 144 bob@example.com\r\n
        C ADD 13 AL bob@example.com Bob\r\n
        S ADD 13 AL 145 bob@example.com Bob\r\n)"));
    QVERIFY(m_ending->succeeded());
    QVERIFY(!list().find(bob)->isBlocked());
}

void TestRosterEditor::blocksAndUnblocksMsnp10()
{
    start(Version::Msnp10);
    editor().block(bob, done());
    QVERIFY(play(R"(
        C REM 17 AL bob@example.com\r\n
        S REM 17 AL bob@example.com\r\n
        C ADC 18 BL N=bob@example.com\r\n
        S ADC 18 BL N=bob@example.com\r\n)"));
    QVERIFY(m_ending->succeeded());
    QVERIFY(list().find(bob)->isBlocked());
}

void TestRosterEditor::groupsMsnp9()
{
    start(Version::Msnp9);
    std::optional<Expected<GroupId, Error>> made;
    editor().addGroup(FriendlyName(QStringLiteral("Chess club")),
        {this, [&](const Expected<GroupId, Error> &result) { made = result; }});
    QVERIFY(play("C ADG 10 Chess%20club 0\\r\\n\nS ADG 10 146 Chess%20club 4 0\\r\\n"));
    QVERIFY(made && made->has_value());
    const GroupId chess = **made;
    QCOMPARE(chess.bytes(), QByteArray("4"));
    editor().moveToGroup(bob, other, chess, done());
    QVERIFY(play(R"(
        C ADD 11 FL bob@example.com Bob 4\r\n
        S ADD 11 FL 147 bob@example.com Bob 4\r\n
        C REM 12 FL bob@example.com 0\r\n
        S REM 12 FL 148 bob@example.com 0\r\n)"));
    QVERIFY(m_ending->succeeded());
    QCOMPARE(list().find(bob)->groups, QList<GroupId>{chess});
    editor().renameGroup(chess, FriendlyName(QStringLiteral("Go club")), done());
    QVERIFY(play("C REG 13 4 Go%20club 0\\r\\n\nS REG 13 149 4 Go%20club 0\\r\\n"));
    QCOMPARE(list().findGroup(chess)->name.text(), QStringLiteral("Go club"));
    editor().removeGroup(chess, done());
    QVERIFY(play(R"(
        C ADD 14 FL bob@example.com Bob 0\r\n
        S ADD 14 FL 150 bob@example.com Bob 0\r\n
        C REM 15 FL bob@example.com 4\r\n
        S REM 15 FL 151 bob@example.com 4\r\n
        C RMG 16 4\r\n
        S RMG 16 152 4\r\n)"));
    QVERIFY(!list().findGroup(chess));
    QCOMPARE(list().find(bob)->groups, QList<GroupId>{other});
    editor().removeContact(bob, done());
    QVERIFY(play("C REM 17 FL bob@example.com\\r\\n\nS REM 17 FL 153 bob@example.com\\r\\n"));
    QVERIFY(!list().find(bob)->isOnForwardList());
    QVERIFY(list().find(bob)->lists.testFlag(List::Allow));
    QCOMPARE(m_ending->results.size(), 4);
}

void TestRosterEditor::groupsMsnp10()
{
    start(Version::Msnp10);
    const QByteArray shapes[]
        = {"33333333-3333-4333-8333-333333333333", "55555555-5555-4555-8555-555555555555 0"};
    for (const QByteArray &shape : shapes) {
        std::optional<Expected<GroupId, Error>> made;
        editor().addGroup(FriendlyName(QStringLiteral("Chess club")),
            {this, [&](const Expected<GroupId, Error> &result) { made = result; }});
        QVERIFY(play("C ADG 12 Chess%20club\\r\\n\nS ADG 12 Chess%20club " + shape + "\\r\\n"));
        QVERIFY(made && made->has_value());
        const GroupId chess = **made;
        const QByteArray &id = chess.bytes();
        QCOMPARE(id, shape.left(36));
        editor().copyToGroup(bob, chess, done());
        QVERIFY(play("C ADC 13 FL C=" + Test::bobId + ' ' + id + "\\r\\n\nS ADC 13 FL C=" + Test::bobId + ' '
            + id + "\\r\\n"));
        QCOMPARE(list().find(bob)->groups, QList<GroupId>{chess});
        editor().removeFromGroup(bob, chess, done());
        QVERIFY(play("C REM 16 FL " + Test::bobId + ' ' + id + "\\r\\n\nS REM 16 FL " + Test::bobId + ' ' + id
            + "\\r\\n"));
        QVERIFY(list().find(bob)->isOnForwardList());
        editor().renameGroup(chess, FriendlyName(QStringLiteral("Go")), done());
        QVERIFY(play("C REG 14 " + id + " Go\\r\\n\nS REG 14 1 Go " + id + " 0\\r\\n"));
        QCOMPARE(list().findGroup(chess)->name.text(), QStringLiteral("Go"));
        editor().removeGroup(chess, done());
        QVERIFY(play("C RMG 22 " + id + "\\r\\n\nS RMG 22 1 " + id + "\\r\\n"));
        QVERIFY(!list().findGroup(chess));
    }
    QCOMPARE(m_ending->results.size(), 8);
}

void TestRosterEditor::lastGroupIsNotLeftFirst()
{
    start(Version::Msnp9);
    editor().removeFromGroup(carol, friends, done());
    QVERIFY(play(R"(
        C ADD 10 FL carol@example.com Carol 0\r\n
        S ADD 10 FL 140 carol@example.com Carol 0\r\n
        C REM 11 FL carol@example.com 1\r\n
        S REM 11 FL 141 carol@example.com 1\r\n)"));
    QVERIFY(m_ending->succeeded());
    QVERIFY(list().find(carol)->isOnForwardList());
}

void TestRosterEditor::removedGroupIsEmptiedFirst()
{
    start(Version::Msnp9);
    editor().removeGroup(friends, done());
    QVERIFY(play(R"(
        C ADD 10 FL carol@example.com Carol 0\r\n
        S ADD 10 FL 140 carol@example.com Carol 0\r\n
        C REM 11 FL carol@example.com 1\r\n
        S REM 11 FL 141 carol@example.com 1\r\n
        C RMG 12 1\r\n
        S RMG 12 142 1\r\n)"));
    QVERIFY(m_ending->succeeded());
    QVERIFY(list().find(carol)->isOnForwardList());
}

void TestRosterEditor::removesMsnp10ById()
{
    start(Version::Msnp10);
    editor().removeContact(bob, done());
    QVERIFY(play("C REM 19 FL " + Test::bobId + "\\r\\n\nS REM 19 FL " + Test::bobId + "\\r\\n"));
    QVERIFY(m_ending->succeeded());
    QVERIFY(!list().find(bob)->isOnForwardList());
}

void TestRosterEditor::addedByAStranger()
{
    start(Version::Msnp9);
    QSignalSpy prompts(&m_session->account(), &Account::addedByOther);
    QVERIFY(play("S ADD 0 RL 154 frank@example.com Frank%20F.\\r\\n"));
    QCOMPARE(prompts.size(), 1);
    editor().acceptAddedMe(frank, done());
    QVERIFY(play(
        "C ADD 10 AL frank@example.com Frank%20F.\\r\\n\nS ADD 10 AL 155 frank@example.com Frank%20F.\\r\\n\n"
        "S REM 0 RL 156 frank@example.com\\r\\n"));
    QVERIFY(m_ending->succeeded());
    QCOMPARE(list().find(frank)->lists, Lists(List::Allow));
}

void TestRosterEditor::refusesAStrangerMsnp10()
{
    start(Version::Msnp10);
    QVERIFY(play("S ADC 0 RL N=frank@example.com F=Frank\\r\\n"));
    editor().refuseAddedMe(frank, done());
    QVERIFY(play("C ADC 10 BL N=frank@example.com\\r\\n\nS ADC 10 BL N=frank@example.com\\r\\n\n"
                 "C REM 11 PL frank@example.com\\r\\n\nS REM 11 PL frank@example.com\\r\\n"));
    QVERIFY(m_ending->succeeded());
    QCOMPARE(list().find(frank)->lists, List::Block | List::Reverse);
}

void TestRosterEditor::settings()
{
    start(Version::Msnp9);
    editor().renameSelf(FriendlyName(QStringLiteral("Alice \u2665 100%")), done());
    QVERIFY(play("C REA 10 alice@example.com Alice%20%E2%99%A5%20100%25\\r\\n\n"
                 "S REA 10 140 alice@example.com Alice%20%E2%99%A5%20100%25\\r\\n"));
    QCOMPARE(m_session->account().ownName().text(), QStringLiteral("Alice \u2665 100%"));
    editor().setDefaultPrivacy(DefaultPrivacy::BlockOthers, done());
    QVERIFY(play("C BLP 11 BL\\r\\n\nS BLP 11 141 BL\\r\\n"));
    QCOMPARE(list().defaultPrivacy(), DefaultPrivacy::BlockOthers);
    editor().setAddPrompt(AddPrompt::DoNotAsk, done());
    QVERIFY(play("C GTC 12 N\\r\\n\nS GTC 12 142 N\\r\\n"));
    QCOMPARE(list().addPrompt(), AddPrompt::DoNotAsk);
    editor().setOwnProperty("PHH", QStringLiteral("555 0100"), done());
    QVERIFY(play("C PRP 13 PHH 555%200100\\r\\n\nS PRP 13 143 PHH 555%200100\\r\\n"));
    QCOMPARE(list().ownPhones().home, QStringLiteral("555 0100"));
    editor().setOwnProperty("PHH", {}, done());
    QVERIFY(play("C PRP 14 PHH\\r\\n\nS PRP 14 144 PHH\\r\\n"));
    QVERIFY(list().ownPhones().home.isEmpty());
    QCOMPARE(m_ending->results.size(), 5);
    // Every change raised the version that the next SYN asks with.
    m_session->account().signOut();
    QVERIFY(play("C OUT\\r\\n"));
    QVERIFY(m_session->signIn("C SYN 5 144\\r\\n\nS SYN 5 144\\r\\n"));
}

void TestRosterEditor::ownNameMsnp10()
{
    start(Version::Msnp10);
    editor().renameSelf(FriendlyName(QStringLiteral("Alice B.")), done());
    QVERIFY(play("C PRP 10 MFN Alice%20B.\\r\\n\nS PRP 10 MFN Alice%20B.\\r\\n"));
    QVERIFY(m_ending->succeeded());
    QCOMPARE(m_session->account().ownName().text(), QStringLiteral("Alice B."));
}

void TestRosterEditor::renames()
{
    start(Version::Msnp9);
    editor().renameContact(bob, FriendlyName(QStringLiteral("Bobby")), done());
    QVERIFY(play("C REA 10 bob@example.com Bobby\\r\\n\nS REA 10 140 bob@example.com Bobby\\r\\n"));
    QCOMPARE(list().find(bob)->friendlyName.text(), QStringLiteral("Bobby"));
    start(Version::Msnp10);
    editor().renameContact(bob, FriendlyName(QStringLiteral("Bobby")), done());
    QVERIFY(
        play("C SBP 15 " + Test::bobId + " MFN Bobby\\r\\n\nS SBP 15 " + Test::bobId + " MFN Bobby\\r\\n"));
    QCOMPARE(list().find(bob)->friendlyName.text(), QStringLiteral("Bobby"));
    QCOMPARE(m_ending->results.size(), 2);
}

void TestRosterEditor::tooLongIsRefusedHere_data()
{
    QTest::addColumn<int>("what");
    QTest::newRow("group name") << 0;
    QTest::newRow("empty group name") << 1;
    QTest::newRow("own name") << 2;
    QTest::newRow("empty own name") << 3;
    QTest::newRow("phone") << 4;
    QTest::newRow("address") << 5;
    QTest::newRow("renamed group") << 6;
    QTest::newRow("unknown contact") << 7;
}

void TestRosterEditor::tooLongIsRefusedHere()
{
    QFETCH(int, what);
    start(Version::Msnp9);
    const QString longText(400, u'x');
    int groupFailures = 0;
    const auto groupDone = [&] {
        return RosterEditor::GroupDone(this, [&](const Expected<GroupId, Error> &result) {
            groupFailures += !result && result.error().code == ErrorCode::InvalidArgument;
        });
    };
    switch (what) {
    case 0:
        editor().addGroup(FriendlyName(longText.left(61)), groupDone());
        break;
    case 1:
        editor().addGroup(FriendlyName(QStringLiteral(" ")), groupDone());
        break;
    case 2:
        editor().renameSelf(FriendlyName(longText), done());
        break;
    case 3:
        editor().renameSelf({}, done());
        break;
    case 4:
        editor().setOwnProperty("PHH", longText.left(96), done());
        break;
    case 5:
        editor().addContact(Address(QStringLiteral("not an address")), {}, done());
        break;
    case 6:
        editor().renameGroup(friends, FriendlyName(longText.left(61)), done());
        break;
    default:
        editor().renameContact(frank, FriendlyName(QStringLiteral("F")), done());
    }
    QVERIFY(what < 2 ? groupFailures == 1 : m_ending->error().code == ErrorCode::InvalidArgument);
}

void TestRosterEditor::refusals_data()
{
    QTest::addColumn<int>("number");
    for (const int number : {201, 205, 206, 208, 210, 224, 500})
        QTest::addRow("%d", number) << number;
}

void TestRosterEditor::refusals()
{
    QFETCH(int, number);
    start(Version::Msnp9);
    editor().addContact(dave, {}, done());
    QVERIFY(play("C ADD 10 FL dave@example.com dave@example.com 0\\r\\n\nS " + QByteArray::number(number)
        + " 10\\r\\n"));
    QCOMPARE(m_ending->error().code, ErrorCode::ServerRefused);
    QCOMPARE(m_ending->error().serverNumber, number);
    QVERIFY(!list().find(dave));
    QCOMPARE(m_session->account().state(), Account::State::SignedIn);
}

void TestRosterEditor::harmless_data()
{
    QTest::addColumn<QByteArray>("action");
    for (const char *action : {"215", "216", "218", "219"})
        QTest::newRow(action) << QByteArray(action);
}

void TestRosterEditor::harmless()
{
    QFETCH(QByteArray, action);
    start(Version::Msnp9);
    if (action == "215") {
        editor().addContact(dave, {}, done());
        QVERIFY(play("C ADD 10 FL dave@example.com dave@example.com 0\\r\\n\nS 215 10\\r\\n\n"
                     "C ADD 11 AL dave@example.com dave@example.com\\r\\n\nS 215 11\\r\\n"));
        QCOMPARE(list().find(dave)->lists, List::Forward | List::Allow);
    } else if (action == "216") {
        editor().block(bob, done());
        QVERIFY(play("C REM 10 AL bob@example.com\\r\\n\nS 216 10\\r\\n\n"
                     "C ADD 11 BL bob@example.com Bob\\r\\n\nS ADD 11 BL 140 bob@example.com Bob\\r\\n"));
        QVERIFY2(!list().find(bob)->lists.testFlag(List::Allow), "the server says he is not on it");
    } else if (action == "218") {
        editor().setDefaultPrivacy(DefaultPrivacy::BlockOthers, done());
        QVERIFY(play("C BLP 10 BL\\r\\n\nS 218 10\\r\\n"));
        QCOMPARE(list().defaultPrivacy(), DefaultPrivacy::BlockOthers);
    } else {
        onTheOppositeList();
    }
    QVERIFY(m_ending->succeeded());
    // Our list did not agree with the server's: the next sign-in asks for all of it.
    m_session->account().signOut();
    QVERIFY(play("C OUT\\r\\n"));
    QVERIFY(m_session->signIn());
}

void TestRosterEditor::onTheOppositeList()
{
    start(Version::Msnp9);
    m_ending->results.clear();
    editor().acceptAddedMe(frank, done());
    QVERIFY(play(R"(
        C ADD 10 AL frank@example.com frank@example.com\r\n
        S 219 10\r\n
        C REM 11 BL frank@example.com\r\n
        S REM 11 BL 140 frank@example.com\r\n
        C ADD 12 AL frank@example.com frank@example.com\r\n
        S ADD 12 AL 141 frank@example.com frank@example.com\r\n)"));
    QVERIFY(m_ending->succeeded());
    QVERIFY(list().find(frank)->lists.testFlag(List::Allow));
}

void TestRosterEditor::bothAllowedAndBlockedIsRepaired()
{
    m_session = std::make_unique<Session>(Version::Msnp8);
    QVERIFY(m_session->signIn(R"(C SYN 5 0\r\n
                                 S SYN 5 139 2 1\r\n
                                 S GTC A\r\n
                                 S BLP AL\r\n
                                 S LSG 0 Other%20Contacts 0\r\n
                                 S LST bob@example.com Bob 7 0\r\n
                                 S LST carol@example.com Carol 6 0\r\n)"));
    QVERIFY(list().find(bob)->hasPrivacyConflict());
    QVERIFY(list().find(bob)->isBlocked());
    editor().repairPrivacy(bob, List::Block, done());
    QVERIFY(play("C REM 10 AL bob@example.com\\r\\n\nS REM 10 AL 140 bob@example.com\\r\\n"));
    QVERIFY(m_ending->succeeded());
    QVERIFY(!list().find(bob)->hasPrivacyConflict());
    QVERIFY(list().find(bob)->isBlocked());

    editor().repairPrivacy(carol, List::Allow, done());
    QVERIFY(play("C REM 11 BL carol@example.com\\r\\n\nS REM 11 BL 141 carol@example.com\\r\\n"));
    QCOMPARE(list().find(carol)->lists, Lists(List::Allow));
    // Nothing to do is done at once.
    editor().repairPrivacy(carol, List::Allow, done());
    QCOMPARE(m_ending->results.size(), 3);
}

void TestRosterEditor::bothAllowedAndBlockedIsRepairedMsnp10()
{
    m_session = std::make_unique<Session>(Version::Msnp10);
    QVERIFY(m_session->signIn(R"(C SYN 5 0 0\r\n
                                 S SYN 5 1 1 1 0\r\n
                                 S GTC A\r\n
                                 S BLP AL\r\n
                                 S LST N=bob@example.com F=Bob C=22222222-2222-4222-8222-222222222222 7\r\n)"));
    QVERIFY(list().find(bob)->hasPrivacyConflict());
    editor().repairPrivacy(bob, List::Allow, done());
    QVERIFY(play("C REM 10 BL bob@example.com\\r\\n\nS REM 10 BL bob@example.com\\r\\n"));
    QVERIFY(m_ending->succeeded());
    QVERIFY(!list().find(bob)->isBlocked());
}

void TestRosterEditor::notInThatGroupKeepsTheContact()
{
    start(Version::Msnp9);
    editor().moveToGroup(carol, friends, other, done());
    QVERIFY(play("C ADD 10 FL carol@example.com Carol 0\\r\\n\nS 215 10\\r\\n\n"
                 "C REM 11 FL carol@example.com 1\\r\\n\nS 225 11\\r\\n"));
    QVERIFY(m_ending->succeeded());
    QVERIFY(list().find(carol)->isOnForwardList());
    QCOMPARE(list().find(carol)->groups, QList<GroupId>{other});
}

void TestRosterEditor::addingSomebodyBlockedLeavesThemBlocked()
{
    start(Version::Msnp9);
    editor().addContact(dave, {}, done());
    QVERIFY(play(R"(
        C ADD 10 FL dave@example.com dave@example.com 0\r\n
        S ADD 10 FL 140 dave@example.com dave@example.com 0\r\n
        C ADD 11 AL dave@example.com dave@example.com\r\n
        S 219 11\r\n)"));
    QVERIFY(m_ending->succeeded());
    QCOMPARE(list().find(dave)->lists, List::Forward | List::Block);
}

void TestRosterEditor::nobodyVanishesWithTheLastGroup()
{
    start(Version::Msnp9);
    editor().removeFromGroup(bob, other, done()); // his only one
    QVERIFY(m_ending->succeeded());
    editor().moveToGroup(carol, friends, {}, done());
    QVERIFY(
        play("C ADD 10 FL carol@example.com Carol 0\\r\\n\nS ADD 10 FL 140 carol@example.com Carol 0\\r\\n\n"
             "C REM 11 FL carol@example.com 1\\r\\n\nS REM 11 FL 141 carol@example.com 1\\r\\n"));
    QVERIFY(list().find(bob)->isOnForwardList());
    QVERIFY(list().find(carol)->isOnForwardList());
    QCOMPARE(list().find(carol)->groups, QList<GroupId>{other});
}

void TestRosterEditor::tooFastIsSentOnceMore()
{
    m_session = std::make_unique<Session>(Version::Msnp9);
    m_session->options.timing.tooFast = 20ms;
    QVERIFY(m_session->signIn());
    editor().renameSelf(FriendlyName(QStringLiteral("A")), done());
    QVERIFY(play("C REA 10 alice@example.com A\\r\\n\nS 800 10\\r\\n"));
    QVERIFY(m_ending->results.isEmpty());
    QVERIFY(play("C REA 11 alice@example.com A\\r\\n\nS 800 11\\r\\n"));
    QCOMPARE(m_ending->error().serverNumber, 800);
}

void TestRosterEditor::tooFastIsOvertaken()
{
    m_session = std::make_unique<Session>(Version::Msnp9);
    m_session->options.timing.tooFast = 50ms;
    QVERIFY(m_session->signIn());
    Ending first;
    editor().renameSelf(FriendlyName(QStringLiteral("A")), first.done(this));
    QVERIFY(play("C REA 10 alice@example.com A\\r\\n\nS 800 10\\r\\n"));
    editor().renameSelf(FriendlyName(QStringLiteral("B")), done());
    QVERIFY(play("C REA 11 alice@example.com B\\r\\n\nS REA 11 140 alice@example.com B\\r\\n"));
    QVERIFY(m_ending->succeeded());
    EVENTUALLY(first.results.size() == 1);
    QCOMPARE(first.error().code, ErrorCode::Cancelled);
    QCOMPARE(m_session->account().ownName().text(), QStringLiteral("B"));
}

void TestRosterEditor::errorsNameWhatTheyAreAbout()
{
    start(Version::Msnp9);
    editor().addContact(dave, {}, done());
    QVERIFY(play("C ADD 10 FL dave@example.com dave@example.com 0\\r\\n\nS 205 10\\r\\n"));
    QCOMPARE(m_ending->error().subject, QStringLiteral("dave@example.com"));
}

void TestRosterEditor::removalUnknownToTheServerIsDone()
{
    start(Version::Msnp9);
    editor().removeContact(bob, done());
    QVERIFY(play("C REM 10 FL bob@example.com\\r\\n\nS 205 10\\r\\n"));
    QVERIFY(m_ending->succeeded());
    QVERIFY(!list().find(bob)->isOnForwardList());
}

void TestRosterEditor::groupRefusals()
{
    start(Version::Msnp9);
    for (const int number : {223, 228, 229}) {
        int failure = 0;
        editor().addGroup(
            FriendlyName(QStringLiteral("New")), {this, [&](const Expected<GroupId, Error> &result) {
                                                      failure = result ? -1 : result.error().serverNumber;
                                                  }});
        QVERIFY(play("C ADG 10 New 0\\r\\n\nS " + QByteArray::number(number) + " 10\\r\\n"));
        QCOMPARE(failure, number);
    }
    editor().removeGroup(other, done());
    QCOMPARE(m_ending->error().serverNumber, 230); // known here: nobody is taken out of it for nothing
}

void TestRosterEditor::signedOutFailsAtOnce()
{
    m_session = std::make_unique<Session>(Version::Msnp9);
    editor().block(bob, done());
    QCOMPARE(m_ending->error().code, ErrorCode::NotSignedIn);
}

void TestRosterEditor::lostInTheMiddle()
{
    start(Version::Msnp9);
    editor().block(bob, done());
    QVERIFY(play("C REM 10 AL bob@example.com\\r\\n\nS REM 10 AL 142 bob@example.com\\r\\n\n"
                 "C ADD 11 BL bob@example.com Bob\\r\\n\n@ server closes"));
    QVERIFY(m_ending->failed());
    QVERIFY(m_ending->error().code == ErrorCode::ConnectionClosed
        || m_ending->error().code == ErrorCode::ConnectionLost);
    m_session->account().signOut();
    Test::turnEventLoop();
    QCOMPARE(m_ending->results.size(), 1);
}

void TestRosterEditor::deadline()
{
    m_session = std::make_unique<Session>(Version::Msnp9);
    m_session->options.timing.reply = 100ms;
    QVERIFY(m_session->signIn());
    editor().removeContact(bob, done());
    QVERIFY(play("C REM 10 FL bob@example.com\\r\\n"));
    EVENTUALLY(m_ending->failed());
    QCOMPARE(m_ending->error().code, ErrorCode::ReplyTimedOut);
    QVERIFY(list().find(bob)->isOnForwardList());
    // The answer that comes too late still counts for the list.
    QVERIFY(play("S REM 10 FL 140 bob@example.com\\r\\n"));
    QVERIFY(!list().find(bob)->isOnForwardList());
    QCOMPARE(m_ending->results.size(), 1);
}

void TestRosterEditor::goneContextIsNotCalled()
{
    start(Version::Msnp9);
    auto context = std::make_unique<QObject>();
    editor().removeContact(bob, m_ending->done(context.get()));
    context.reset();
    QVERIFY(play("C REM 10 FL bob@example.com\\r\\n\nS REM 10 FL 140 bob@example.com\\r\\n"));
    QVERIFY(m_ending->results.isEmpty());
    QVERIFY(!list().find(bob)->isOnForwardList());
}

void TestRosterEditor::doneMaySignOut()
{
    start(Version::Msnp9);
    int calls = 0;
    editor().removeContact(bob, {this, [&](const Result &) {
                                     ++calls;
                                     m_session->account().signOut();
                                 }});
    QVERIFY(play("C REM 10 FL bob@example.com\\r\\n\nS REM 10 FL 140 bob@example.com\\r\\n\nC OUT\\r\\n"));
    QCOMPARE(calls, 1);
    QCOMPARE(m_session->account().state(), Account::State::SignedOut);
}

QTEST_GUILESS_MAIN(TestRosterEditor)
#include "tst_rostereditor.moc"
