#include "tests/core/service/transcriptstages.h"

namespace Test {

namespace {

using namespace std::chrono_literals;
using Msn::List;
using Msn::Lists;

const Lists friendly = Lists(List::Forward) | List::Allow | List::Reverse; // 11

Msn::FriendlyName name(const char *text)
{
    return Msn::FriendlyName(QString::fromUtf8(text));
}

Msn::Address address(const char *who)
{
    return ServiceFixture::address(who);
}

void rename(ServiceFixture &fixture, const char *who, const char *newName)
{
    Msn::AccountRecord account = *fixture.store.account(address(who));
    account.name = name(newName);
    fixture.store.saveAccount(account);
}

void setVersion(ServiceFixture &fixture, qint64 version)
{
    Msn::AccountRecord account = *fixture.store.account(address("alice"));
    account.listVersion = version;
    fixture.store.saveAccount(account);
}

void setProperty(ServiceFixture &fixture, const char *who, const char *key, const char *value)
{
    Msn::AccountRecord account = *fixture.store.account(address(who));
    account.properties.insert(key, QString::fromUtf8(value));
    fixture.store.saveAccount(account);
}

/// Alice has \p who on \p lists; who has her on the forward list gets on her reverse list.
void contact(ServiceFixture &fixture, const char *who, const char *called, Lists lists,
    const QList<int> &groups = {0}, const char *id = "22222222-2222-4222-8222-222222222222")
{
    fixture.store.saveContact(address("alice"),
        {address(who), name(called), lists, lists.testFlag(List::Forward) ? groups : QList<int>(),
            QUuid::fromString(QLatin1String(id))});
    Lists theirs;
    theirs.setFlag(List::Forward, lists.testFlag(List::Reverse));
    theirs.setFlag(List::Allow, lists.testFlag(List::Reverse));
    theirs.setFlag(List::Reverse, lists.testFlag(List::Forward));
    if (theirs)
        fixture.store.saveContact(
            address(who), {address("alice"), name("Alice"), theirs, {0}, QUuid::createUuid()});
}

void group(ServiceFixture &fixture, int number, const char *called, const QUuid &id = QUuid::createUuid())
{
    fixture.store.saveGroup(address("alice"), {number, id, name(called)});
}

void bobIsAFriend(ServiceFixture &fixture)
{
    rename(fixture, "alice", "Alice A.");
    contact(fixture, "bob", "Bob", friendly);
}

/// Bob's half of a conversation that Alice has called him to.
constexpr char bobComes[] = R"(
    bob < RNG <20481> <plain> CKI <ring> alice@example.com Alice%20A.
    bob-sb connect
    bob-sb > ANS 1 bob@example.com <ring> <20481>
    bob-sb < IRO 1 1 1 alice@example.com Alice%20A.
    bob-sb < ANS 1 OK)";

/// Bob on a switchboard of his own.
constexpr char bobOpens[] = R"(
    bob > XFR 20 SB
    bob < XFR 20 SB <plain> CKI <bobs>
    bob-sb connect
    bob-sb > USR 1 bob@example.com <bobs>
    bob-sb < USR 1 OK bob@example.com Bob)";

constexpr char bothOnline[] = "bob goes online 9\nalice goes online 9\nalice < ILN 6 NLN bob@example.com ..\n"
                              "bob < NLN NLN alice@example.com ..\n";

/// Alice and Bob in a conversation that she has begun.
QByteArray inConversation()
{
    return QByteArray(bothOnline) + R"(
        alice > XFR 10 SB
        alice < XFR 10 SB <plain> CKI <cookie>
        alice-sb connect
        alice-sb > USR 1 alice@example.com <cookie>
        alice-sb < USR 1 OK alice@example.com Alice%20A.
        alice-sb > CAL 2 bob@example.com
        alice-sb < CAL 2 RINGING <20481>)"
        + bobComes + "\nalice-sb < JOI bob@example.com Bob";
}

Msn::ServiceOptions challengesAtOnce()
{
    Msn::ServiceOptions options;
    options.timings.challengeDelay = 0ms;
    options.timings.challengeInterval = 50ms;
    return options;
}

Msn::ServiceOptions soonIdle()
{
    Msn::ServiceOptions options;
    options.timings.switchboardIdle = 500ms;
    return options;
}

TranscriptStage unplayable(const char *transcript, const char *why)
{
    TranscriptStage stage;
    stage.transcript = transcript;
    stage.unplayable = QString::fromUtf8(why);
    return stage;
}

QList<TranscriptStage> signInStages()
{
    TranscriptStage s1;
    s1.transcript = "s1";
    s1.options.timings.challengeDelay = 0ms;
    s1.prepare = bobIsAFriend;
    s1.opening = "bob signs in 8\nbob > CHG 7 AWY 268435492\nbob < CHG 7 AWY 268435492";
    s1.instead = {{16, "alice < MSG Hotmail Hotmail .."}}; // its values are those of this connection

    TranscriptStage s2;
    s2.transcript = "s2";
    s2.prepare = [](ServiceFixture &fixture) {
        bobIsAFriend(fixture);
        rename(fixture, "bob", "Bob \u263A");
        setVersion(fixture, 139);
    };
    // The address in the cache is one that a dispatch server has sent her to before.
    s2.opening = R"(
        bob goes online 9
        bob > CHG 7 NLN 268435492 %3Cmsnobj%20Creator%3D%22bob%40example.com%22%2F%3E
        bob < CHG 7 NLN 268435492 %3Cmsnobj%20Creator%3D%22bob%40example.com%22%2F%3E
        alice connect
        alice > VER 1 MSNP9 CVR0
        alice < VER 1 MSNP9 CVR0
        alice > CVR 2 0x0409 winnt 5.1 i386 MSNMSGR 6.1.0203 MSMSGS alice@example.com
        alice < CVR 2 ..
        alice > USR 3 TWN I alice@example.com
        alice < XFR 3 NS ..
        alice closed)";
    s2.cues = {{9, "alice < MSG Hotmail Hotmail .."}}; // the profile, which the transcript leaves out
    s2.instead = {{11, ""}}; // the service keeps no mail

    TranscriptStage s3;
    s3.transcript = "s3";
    s3.prepare = [](ServiceFixture &fixture) {
        rename(fixture, "alice", "Alice A.");
        const QUuid friends = QUuid::fromString(QStringLiteral("11111111-1111-4111-8111-111111111111"));
        group(fixture, 1, "Friends", friends);
        contact(fixture, "bob", "Bob", friendly, {1});
        contact(fixture, "carol", "Carol", List::Pending);
        contact(fixture, "dave", "Dave", Lists(List::Allow) | List::Reverse);
        setProperty(fixture, "bob", "MOB", "Y");
    };
    s3.opening = R"(
        bob goes online 10
        bob > CHG 7 IDL 268435492
        bob < CHG 7 IDL 268435492)"
        + QByteArray(s2.opening.sliced(s2.opening.indexOf("\n        alice connect")))
              .replace("MSNP9", "MSNP10");
    s3.cues = {{9, "alice < MSG Hotmail Hotmail .."}};
    s3.instead = {{18, "alice < LST N=dave@example.com F=Dave 10"}}; // F= may be missing

    TranscriptStage s6;
    s6.transcript = "s6";
    s6.opening = "alice connect";
    s6.instead = {{0, "alice > VER 1 MSNP7 CVR0"}}; // the service knows all that is offered there

    TranscriptStage s7;
    s7.transcript = "s7";
    s7.opening = s2.opening.sliced(s2.opening.indexOf("\n        alice connect")) + R"(
        alice connect
        alice > VER 1 MSNP9 CVR0
        alice < VER 1 MSNP9 CVR0
        alice > CVR 2 0x0409 winnt 5.1 i386 MSNMSGR 6.1.0203 MSMSGS alice@example.com
        alice < CVR 2 ..)";

    return {s1, s2, s3, s6, s7, unplayable("s4", "HTTPS; tst_passportserver"),
        unplayable("s5", "lines of a third-party server"),
        unplayable("s8", "ends of four sessions; tst_servicecommands")};
}

QList<TranscriptStage> syncStages()
{
    TranscriptStage l1;
    l1.transcript = "l1";
    l1.prepare = [](ServiceFixture &fixture) {
        Msn::AccountRecord alice = *fixture.store.account(address("alice"));
        alice.prompt = Msn::AddPrompt::DoNotAsk;
        alice.privacy = Msn::DefaultPrivacy::BlockOthers;
        alice.properties = {{"PHW", QStringLiteral("555 0100")}, {"MOB", QStringLiteral("Y")}};
        fixture.store.saveAccount(alice);
        group(fixture, 1, "Chess");
        group(fixture, 4, "B\u00FCro");
        group(fixture, 7, "Caf\u00E9 %");
        fixture.addAccount("mallory", "mallory");
        fixture.addAccount("trudy", "T");
        rename(fixture, "dave", "dave@example.com");
        contact(fixture, "carol", "Carol C.", friendly, {1, 4, 7});
        contact(fixture, "mallory", "mallory", List::Block);
        contact(fixture, "dave", "dave@example.com", Lists(List::Allow) | List::Reverse);
        contact(fixture, "trudy", "T", Lists(List::Block) | List::Reverse);
        contact(fixture, "bob", "Bob", friendly);
        setProperty(fixture, "carol", "PHH", "555 0102");
        setProperty(fixture, "carol", "MOB", "Y");
        setProperty(fixture, "bob", "PHM", "555 0103");
    };
    l1.opening = "alice signs in 9";
    // In the order of the keys.
    l1.instead = {{4, "alice < PRP MOB Y"}, {5, "alice < PRP PHW 555%200100"}};

    TranscriptStage l2;
    l2.transcript = "l2";
    l2.opening = R"(
        alice signs in 10
        alice > SYN 9 0 0
        alice < SYN 9 <2004-07-01T18:17:51.4030000-07:00> <2004-06-30T09:00:00.0000000-07:00> 0 0
        alice < GTC A
        alice < BLP AL
        alice < PRP MFN Alice
        alice signs in 10)";
    l2.instead
        = {{0, "alice > SYN 10 <2004-07-01T18:17:51.4030000-07:00> <2004-06-30T09:00:00.0000000-07:00>"}};
    l2.until = 2; // the lists of the service are all of the migrated kind
    return {l1, l2, unplayable("l3", "lines of a third-party server")};
}

QList<TranscriptStage> listStages()
{
    TranscriptStage l4;
    l4.transcript = "l4";
    l4.prepare = [](ServiceFixture &fixture) { setVersion(fixture, 139); };
    l4.opening = "bob goes online 9\nalice goes online 9";

    TranscriptStage l5;
    l5.transcript = "l5";
    l5.prepare = bobIsAFriend;
    l5.opening = "alice signs in 9";

    TranscriptStage l6;
    l6.transcript = "l6";
    l6.prepare = [](ServiceFixture &fixture) {
        bobIsAFriend(fixture);
        for (const int number : {1, 2, 3})
            group(fixture, number, "Group");
    };
    l6.opening = "alice signs in 8";

    TranscriptStage l7;
    l7.transcript = "l7";
    l7.opening = "bob goes online 10\nalice goes online 10";
    l7.instead = {// the shapes of a third-party server
        {24, "alice < ADG 21 Go <55555555-5555-4555-8555-555555555555>"},
        {25, "alice > RMG 22 <55555555-5555-4555-8555-555555555555>"},
        {26, "alice < RMG 22 <55555555-5555-4555-8555-555555555555>"}};

    TranscriptStage l8;
    l8.transcript = "l8";
    l8.prepare = [](ServiceFixture &fixture) { fixture.addAccount("frank", "Frank F."); };
    l8.opening = "alice goes online 9\nfrank goes online 9";
    l8.cues
        = {{0, "frank > ADD 7 FL alice@example.com Alice 0\nfrank < ADD 7 FL 2 alice@example.com Alice 0"},
            {3, "frank > REM 8 FL alice@example.com"}};

    TranscriptStage l9;
    l9.transcript = "l9";
    l9.prepare = [](ServiceFixture &fixture) { fixture.addAccount("frank", "Frank"); };
    l9.opening = "alice goes online 10\nfrank goes online 10";
    l9.cues = {{0, "frank > ADC 7 FL N=alice@example.com F=Alice"}};

    TranscriptStage l10;
    l10.transcript = "l10";
    l10.prepare = bobIsAFriend;
    l10.opening = "bob goes online 9\nalice goes online 9\nalice < ILN 6 NLN bob@example.com ..";
    l10.cues = {{10, "bob > PRP 7 MBE Y\nbob > PRP 8 MOB Y"}, {12, "alice goes online 10\nalice < ILN 6 .."},
        {16, "bob > PRP 9 PHM 555%200103"}};
    return {l4, l5, l6, l7, l8, l9, l10};
}

QList<TranscriptStage> presenceStages()
{
    TranscriptStage p1;
    p1.transcript = "p1";
    p1.prepare = [](ServiceFixture &fixture) {
        bobIsAFriend(fixture);
        rename(fixture, "bob", "Bob (work)");
    };
    p1.opening = "alice goes online 9\nbob signs in 9";
    p1.cues = {{0, "bob > CHG 7 BSY 268435492"}, {1, R"(
            bob > REA 8 bob@example.com Bob
            alice < NLN BSY bob@example.com Bob ..
            bob > CHG 9 NLN 268435492 %3Cmsnobj%2F%3E)"},
        {2, "bob > CHG 10 HDN 268435492"}};
    p1.instead = {{1, "alice < NLN NLN bob@example.com Bob <268435492>"}, // an empty object is none
        {7, ""}}; // the service never changes a status by itself

    TranscriptStage p2;
    p2.transcript = "p2";
    p2.options = challengesAtOnce();
    p2.opening = "alice goes online 9";

    TranscriptStage p3;
    p3.transcript = "p3";
    p3.opening = "alice signs in 8";
    p3.cues = {{2, "alice signs in 9"}};

    TranscriptStage p4;
    p4.transcript = "p4";
    p4.opening = "alice signs in 9";
    p4.instead = {{1, "alice < 710 10"}, {3, "alice < 710 11"}}; // the service keeps no mail
    return {p1, p2, p3, p4, unplayable("p5", "mail and alerts, of which the service has none")};
}

QList<TranscriptStage> conversationStages()
{
    TranscriptStage c1;
    c1.transcript = "c1";
    c1.prepare = bobIsAFriend;
    c1.opening = bothOnline;
    c1.cues = {{8, bobComes},
        {11, "bob-sb < MSG alice@example.com Alice%20A. ..\nbob-sb < MSG alice@example.com .."},
        {12, "bob-sb > MSG 2 N # | PAYLOAD"}};

    TranscriptStage c2;
    c2.transcript = "c2";
    c2.options = soonIdle();
    c2.prepare = bobIsAFriend;
    c2.opening = bothOnline;
    c2.cues = {{1, bobOpens + QByteArray("\nbob-sb > CAL 2 alice@example.com\nbob-sb < CAL 2 RINGING *")},
        {6, "bob-sb > MSG 3 N # | PAYLOAD"}, {7, "bob-sb > MSG 4 N # | PAYLOAD"}};
    c2.until = 9; // an idle switchboard is closed for everybody

    TranscriptStage c3;
    c3.transcript = "c3";
    c3.prepare = [](ServiceFixture &fixture) {
        bobIsAFriend(fixture);
        rename(fixture, "carol", "Carol C.");
    };
    c3.opening = QByteArray(bothOnline) + "carol goes online 10\ndave goes online 8" + bobOpens + R"(
        bob-sb > CAL 2 carol@example.com
        bob-sb < CAL 2 RINGING <20482>
        carol < RNG <20482> <plain> CKI <carols> bob@example.com Bob
        carol-sb connect
        carol-sb > ANS 1 carol@example.com <carols> <20482>
        carol-sb < IRO 1 1 1 bob@example.com Bob
        carol-sb < ANS 1 OK
        bob-sb > CAL 3 alice@example.com
        alice < RNG <20482> <plain> CKI <1100000123.204419> bob@example.com Bob
        alice-sb connect)";
    c3.onSwitchboard = true;
    c3.instead = {{0, "alice-sb > ANS 1 alice@example.com <1100000123.204419> <20482>"}};
    c3.cues = {{4, "carol-sb < JOI alice@example.com Alice%20A.\ncarol-sb > MSG 2 N # | PAYLOAD"},
        {5, "bob-sb > OUT"}, {8, R"(
            dave < RNG <20482> <plain> CKI <daves> alice@example.com Alice%20A.
            dave-sb connect
            dave-sb > ANS 1 dave@example.com <daves> <20482>)"}};
    c3.until = 9; // an idle switchboard is closed for everybody

    TranscriptStage c4;
    c4.transcript = "c4";
    c4.prepare = bobIsAFriend;
    c4.onSwitchboard = true;
    // Bob has gone before she writes.
    c4.opening = inConversation() + "\nbob-sb > OUT\nalice-sb < BYE bob@example.com";

    TranscriptStage c5;
    c5.transcript = "c5";
    c5.options.limits.calls = {3, std::chrono::hours(1)};
    c5.prepare = [](ServiceFixture &fixture) {
        bobIsAFriend(fixture);
        fixture.addAccount("mallory", "mallory");
        Msn::AccountRecord mallory = *fixture.store.account(address("mallory"));
        mallory.privacy = Msn::DefaultPrivacy::BlockOthers;
        fixture.store.saveAccount(mallory);
    };
    c5.onSwitchboard = true;
    c5.opening = QByteArray(bothOnline) + R"(
        mallory goes online 9
        alice > XFR 10 SB
        alice < XFR 10 SB <plain> CKI <cookie>
        alice-sb connect
        alice-sb > USR 1 alice@example.com <cookie>
        alice-sb < USR 1 OK ..)";

    TranscriptStage c6;
    c6.transcript = "c6";
    c6.prepare = bobIsAFriend;
    c6.onSwitchboard = true;
    c6.opening = inConversation();
    c6.cues = {{0, "bob-sb > MSG 2 N # | PAYLOAD"}};

    TranscriptStage c7 = c6;
    c7.transcript = "c7";
    c7.cues = {{0, "bob-sb > MSG 2 N # | PAYLOAD"}, {1, "bob-sb > MSG 3 N # | PAYLOAD"}};

    TranscriptStage c8 = c6;
    c8.transcript = "c8";
    c8.instead = {{0, ""}, // the service knows everybody's name
        {4, "alice-sb < BYE bob@example.com"}}; // a format without a font ends the sender's connection
    c8.cues = {{1, "bob-sb > MSG 2 N 0"}, {2, "bob-sb > MSG 3 N # | PAYLOAD"},
        {3, "bob-sb > MSG 4 N # | PAYLOAD"}, {4, "bob-sb > MSG 5 N # | PAYLOAD"}};

    TranscriptStage c9;
    c9.transcript = "c9";
    c9.onSwitchboard = true;
    c9.opening = "alice-sb connect";
    return {c1, c2, c3, c4, c5, c6, c7, c8, c9};
}

QList<TranscriptStage> errorStages()
{
    TranscriptStage e1;
    e1.transcript = "e1";
    e1.options.limits.maxForwardContacts = 2;
    e1.prepare = [](ServiceFixture &fixture) {
        for (const char *who : {"one", "two", "three", "four", "five", "six"})
            fixture.addAccount(who, who);
        for (int number = 1; number < 30; ++number)
            group(fixture, number, "Group");
        contact(fixture, "two", "two", Lists(List::Forward) | List::Allow, {2});
        contact(fixture, "six", "six", Lists(List::Forward) | List::Allow, {1});
        setVersion(fixture, 150);
    };
    e1.opening = "alice signs in 9";
    e1.instead = {{38, ""}}; // the service is never too busy
    return {e1, unplayable("h1", "HTTP; tst_httpgateway")};
}

} // namespace

const QList<TranscriptStage> &transcriptStages()
{
    static const QList<TranscriptStage> stages = signInStages() + syncStages() + listStages()
        + presenceStages() + conversationStages() + errorStages();
    return stages;
}

} // namespace Test
