#include "core/roster/contactlist.h"
#include "core/roster/rostereditor.h"
#include "tests/core/account/clientstage.h"

#include <QTest>

namespace Test {

using Msn::FriendlyName;
using Msn::GroupId;
using Msn::List;
using Msn::Lists;
using Version = Msn::ProtocolVersion;

namespace {

const QByteArray frank = "frank@example.com";

Msn::RosterEditor &editor(Session &session)
{
    return session.account().editor();
}

FriendlyName name(const char *text)
{
    return FriendlyName(QString::fromUtf8(text));
}

Act addContact(const QByteArray &who)
{
    return [who](Session &session) { editor(session).addContact(address(who), {}, whatever()); };
}

Act addGroup(const char *text)
{
    return [text](Session &session) { editor(session).addGroup(name(text), whatever<GroupId>()); };
}

Act renameGroup(const GroupId &group, const char *text)
{
    return [group, text](Session &session) { editor(session).renameGroup(group, name(text), whatever()); };
}

Act removeGroup(const GroupId &group)
{
    return [group](Session &session) { editor(session).removeGroup(group, whatever()); };
}

Act copyBobTo(const GroupId &group)
{
    return [group](Session &session) { editor(session).copyToGroup(address(bob), group, whatever()); };
}

Act takeBobOutOf(const GroupId &group)
{
    return [group](Session &session) { editor(session).removeFromGroup(address(bob), group, whatever()); };
}

void blockBob(Session &session)
{
    editor(session).block(address(bob), whatever());
}

void removeBob(Session &session)
{
    editor(session).removeContact(address(bob), whatever());
}

/// A list without people, as SYN brings it.
QByteArray nobody(Version version)
{
    if (Msn::dialectOf(version).prefixedContacts)
        return R"(C SYN 5 0 0\r\n
                  S SYN 5 1 1 0 0\r\n
                  S GTC A\r\n
                  S BLP AL\r\n
                  S PRP MFN Alice%20A.\r\n)";
    return R"(C SYN 5 0\r\n
              S SYN 5 139 0 1\r\n
              S GTC A\r\n
              S BLP AL\r\n
              S LSG 0 Other%20Contacts 0\r\n)";
}

ClientStage added()
{
    ClientStage stage = stageFor("l4");
    stage.opening = signedInWith(nobody(stage.version));
    stage.acts = {{0, addContact(bob)}};
    stage.check = [](Session &session) {
        QCOMPARE(contact(session, bob).lists, Lists(List::Forward) | List::Allow);
        QCOMPARE(contact(session, bob).status, Msn::Status::Online);
        QCOMPARE(contact(session, bob).friendlyName.text(), QStringLiteral("Bob"));
        QVERIFY(!contact(session, bob).phones.hasNumber());
    };
    return stage;
}

ClientStage blocked()
{
    ClientStage stage = stageFor("l5");
    stage.opening = &signedIn;
    stage.acts = {{0, &blockBob}, {4, [](Session &session) {
                                       QVERIFY(contact(session, bob).isBlocked());
                                       editor(session).unblock(address(bob), whatever());
                                   }}};
    stage.check = [](Session &session) {
        QVERIFY(!contact(session, bob).isBlocked());
        QVERIFY(contact(session, bob).lists.testFlag(List::Allow));
    };
    return stage;
}

ClientStage grouped()
{
    const GroupId base("0");
    const GroupId club("4");
    ClientStage stage = stageFor("l6");
    stage.opening = &signedIn;
    stage.acts = {{0, addGroup("Chess club")}, {2, copyBobTo(club)}, {4, takeBobOutOf(base)},
        {6, renameGroup(club, "Go club")},
        {8,
            [club](Session &session) {
                QCOMPARE(
                    session.account().contacts().findGroup(club)->name.text(), QStringLiteral("Go club"));
                QCOMPARE(contact(session, bob).groups, QList<GroupId>{club});
                copyBobTo(GroupId("0"))(session);
            }},
        {10, takeBobOutOf(club)}, {12, removeGroup(club)}, {14, &removeBob}};
    stage.check = [club](Session &session) {
        QVERIFY(!session.account().contacts().findGroup(club));
        QVERIFY(!contact(session, bob).isOnForwardList());
    };
    return stage;
}

ClientStage migratedList()
{
    const GroupId club("33333333-3333-4333-8333-333333333333");
    const GroupId go("55555555-5555-4555-8555-555555555555");
    ClientStage stage = stageFor("l7", Version::Msnp10);
    stage.opening = signedInWith(nobody(stage.version));
    stage.acts = {{0, addContact(bob)}, {5, addGroup("Chess club")}, {7, copyBobTo(club)},
        {9, renameGroup(club, "Go club")},
        {11,
            [](Session &session) { editor(session).renameContact(address(bob), name("Bobby"), whatever()); }},
        {13, takeBobOutOf(club)},
        {15,
            [](Session &session) {
                QCOMPARE(contact(session, bob).status, Msn::Status::Online);
                QCOMPARE(contact(session, bob).friendlyName.text(), QStringLiteral("Bobby"));
                QVERIFY(contact(session, bob).groups.isEmpty());
                blockBob(session);
            }},
        {19, &removeBob}, {21, removeGroup(club)}, {23, addGroup("Go")}, {25, removeGroup(go)}};
    stage.check = [](Session &session) {
        QVERIFY(session.account().contacts().groups().isEmpty());
        QVERIFY(contact(session, bob).isBlocked());
        QVERIFY(!contact(session, bob).isOnForwardList());
    };
    return stage;
}

/// Before the answer of the person: they are asked.
void isAskedAboutFrank(Session &session)
{
    QCOMPARE(session.account().undecided(), QList<Msn::Address>{address(frank)});
}

ClientStage accepted()
{
    ClientStage stage = stageFor("l8");
    stage.opening = &signedIn;
    stage.acts = {{1, [](Session &session) {
                       isAskedAboutFrank(session);
                       editor(session).acceptAddedMe(address(frank), whatever());
                   }}};
    stage.check = [](Session &session) {
        QVERIFY(session.account().undecided().isEmpty());
        QCOMPARE(contact(session, frank).lists, Lists(List::Allow));
    };
    return stage;
}

ClientStage refused()
{
    ClientStage stage = stageFor("l9", Version::Msnp10);
    stage.opening = &signedIn;
    stage.acts = {{1, [](Session &session) {
                       isAskedAboutFrank(session);
                       editor(session).refuseAddedMe(address(frank), whatever());
                   }}};
    stage.check = [](Session &session) {
        QVERIFY(session.account().undecided().isEmpty());
        QVERIFY(contact(session, frank).isBlocked());
    };
    return stage;
}

ClientStage settings()
{
    ClientStage stage = stageFor("l10");
    stage.opening = &signedIn;
    stage.until = 11;
    stage.acts = {{0, [](Session &s) { editor(s).renameSelf(name("Alice \u2665 100%"), whatever()); }},
        {2, [](Session &s) { editor(s).setDefaultPrivacy(Msn::DefaultPrivacy::BlockOthers, whatever()); }},
        {4, [](Session &s) { editor(s).setAddPrompt(Msn::AddPrompt::DoNotAsk, whatever()); }},
        {6, [](Session &s) { editor(s).setOwnProperty("PHH", QStringLiteral("555 0100"), whatever()); }},
        {8, [](Session &s) {
             QCOMPARE(s.account().contacts().ownPhones().home, QStringLiteral("555 0100"));
             editor(s).setOwnProperty("PHH", {}, whatever());
         }}};
    stage.check = [](Session &session) {
        const Msn::ContactList &list = session.account().contacts();
        QCOMPARE(session.account().ownName().text(), QStringLiteral("Alice \u2665 100%"));
        QCOMPARE(list.defaultPrivacy(), Msn::DefaultPrivacy::BlockOthers);
        QCOMPARE(list.addPrompt(), Msn::AddPrompt::DoNotAsk);
        QVERIFY(list.ownPhones().home.isEmpty());
        QVERIFY(contact(session, bob).phones.acceptsPages);
    };
    return stage;
}

ClientStage settingsOfMsnp10()
{
    ClientStage stage = stageFor("l10", Version::Msnp10);
    stage.part = "MSNP10";
    stage.from = 12;
    stage.opening = [](Session &session) {
        QVERIFY(session.signIn(session.defaultList().replace("S BLP AL", "S BLP BL")));
    };
    stage.acts = {{12, [](Session &s) { editor(s).renameSelf(name("Alice B."), whatever()); }},
        {14, [](Session &s) { editor(s).setDefaultPrivacy(Msn::DefaultPrivacy::AllowOthers, whatever()); }}};
    stage.check = [](Session &session) {
        QCOMPARE(session.account().ownName().text(), QStringLiteral("Alice B."));
        QCOMPARE(session.account().contacts().defaultPrivacy(), Msn::DefaultPrivacy::AllowOthers);
        QCOMPARE(contact(session, bob).phones.mobile, QStringLiteral("555 0103"));
    };
    return stage;
}

} // namespace

QList<ClientStage> listStages()
{
    return {
        added(), blocked(), grouped(), migratedList(), accepted(), refused(), settings(), settingsOfMsnp10()};
}

} // namespace Test
