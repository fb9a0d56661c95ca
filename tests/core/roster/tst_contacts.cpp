#include "core/roster/contactlist.h"

#include <QSignalSpy>
#include <QTest>

using namespace Msn;

namespace {

const Address bob(QStringLiteral("bob@example.com"));
const Address carol(QStringLiteral("carol@example.com"));
const GroupId friends("1");

Contact contact(const Address &address, Lists lists = List::Forward)
{
    Contact contact;
    contact.address = address;
    contact.lists = lists;
    return contact;
}

} // namespace

class TestContacts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addsChangesRemoves();
    void addressesCompareWithoutCase();
    void findsById();
    void removesByAReferenceIntoItself();
    void groups();
    void removedGroupLeavesItsMembers();
    void replaceIsOneReset();
    void replaceKeepsStatuses();
    void everybodyOffline();
    void settingsChangeOnce();
    void blockWins();
    void displayNameIsOneLine();
};

void TestContacts::addsChangesRemoves()
{
    ContactList list;
    QSignalSpy added(&list, &ContactList::contactAdded);
    QSignalSpy changed(&list, &ContactList::contactChanged);
    QSignalSpy removed(&list, &ContactList::contactRemoved);
    list.setContact(contact(bob));
    list.setContact(contact(bob));
    QCOMPARE(added.size(), 1);
    QCOMPARE(changed.size(), 0);
    Contact busy = contact(bob);
    busy.status = Status::Busy;
    list.setContact(busy);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(list.find(bob)->status, Status::Busy);
    list.removeContact(bob);
    list.removeContact(bob);
    QCOMPARE(removed.size(), 1);
    QVERIFY(!list.find(bob));
}

void TestContacts::addressesCompareWithoutCase()
{
    ContactList list;
    list.setContact(contact(bob));
    QVERIFY(list.find(Address(QStringLiteral("BOB@Example.COM"))));
}

void TestContacts::findsById()
{
    ContactList list;
    Contact withId = contact(bob);
    withId.id = ContactId("guid");
    list.setContact(withId);
    QCOMPARE(list.findById(ContactId("guid"))->address, bob);
    QVERIFY(!list.findById(ContactId("other")));
    list.removeContact(bob);
    QVERIFY(!list.findById(ContactId("guid")));
}

void TestContacts::removesByAReferenceIntoItself()
{
    ContactList list;
    list.setContact(contact(bob));
    list.removeContact(list.find(bob)->address);
    QVERIFY(!list.find(bob));
    list.setGroup({friends, FriendlyName(QStringLiteral("Friends"))});
    list.removeGroup(list.findGroup(friends)->id);
    QVERIFY(list.groups().isEmpty());
}

void TestContacts::groups()
{
    ContactList list;
    QSignalSpy added(&list, &ContactList::groupAdded);
    QSignalSpy changed(&list, &ContactList::groupChanged);
    list.setGroup({friends, FriendlyName(QStringLiteral("Friends"))});
    list.setGroup({friends, FriendlyName(QStringLiteral("Friends"))});
    list.setGroup({friends, FriendlyName(QStringLiteral("Chess"))});
    QCOMPARE(added.size(), 1);
    QCOMPARE(changed.size(), 1);
    Contact member = contact(bob);
    member.groups = {friends};
    list.setContact(member);
    Contact stranger = contact(carol, List::Allow);
    stranger.groups = {friends};
    list.setContact(stranger);
    QCOMPARE(list.membersOf(friends), QList<Address>{bob});
}

void TestContacts::removedGroupLeavesItsMembers()
{
    ContactList list;
    list.setGroup({friends, {}});
    Contact member = contact(bob);
    member.groups = {GroupId("0"), friends};
    list.setContact(member);
    QSignalSpy removed(&list, &ContactList::groupRemoved);
    list.removeGroup(friends);
    list.removeGroup(friends);
    QCOMPARE(removed.size(), 1);
    QCOMPARE(list.find(bob)->groups, QList<GroupId>{GroupId("0")});
}

void TestContacts::replaceIsOneReset()
{
    ContactList list;
    list.setContact(contact(carol));
    QSignalSpy reset(&list, &ContactList::reset);
    QSignalSpy added(&list, &ContactList::contactAdded);
    list.replace({contact(bob)}, {{friends, {}}});
    QCOMPARE(reset.size(), 1);
    QCOMPARE(added.size(), 0);
    QVERIFY(list.find(bob));
    QVERIFY(!list.find(carol));
    QVERIFY(list.findGroup(friends));
}

void TestContacts::replaceKeepsStatuses()
{
    ContactList list;
    Contact online = contact(bob);
    online.status = Status::Away;
    online.pictureObject = "<msnobj/>";
    list.setContact(online);
    list.replace({contact(bob)}, {});
    QCOMPARE(list.find(bob)->status, Status::Away);
    QCOMPARE(list.find(bob)->pictureObject, QByteArray("<msnobj/>"));
}

void TestContacts::everybodyOffline()
{
    ContactList list;
    Contact online = contact(bob);
    online.status = Status::Away;
    online.pictureObject = "<msnobj/>";
    list.setContact(online);
    list.setContact(contact(carol));
    QSignalSpy changed(&list, &ContactList::contactChanged);
    list.setEverybodyOffline();
    QCOMPARE(changed.size(), 1);
    QVERIFY(!list.find(bob)->isOnline());
    QVERIFY(list.find(bob)->pictureObject.isEmpty());
}

void TestContacts::settingsChangeOnce()
{
    ContactList list;
    QSignalSpy changed(&list, &ContactList::settingsChanged);
    list.setDefaultPrivacy(DefaultPrivacy::BlockOthers);
    list.setDefaultPrivacy(DefaultPrivacy::BlockOthers);
    list.setAddPrompt(AddPrompt::DoNotAsk);
    list.setAddPrompt(AddPrompt::DoNotAsk);
    QCOMPARE(changed.size(), 2);
}

void TestContacts::blockWins()
{
    QVERIFY(contact(bob, List::Allow | List::Block).isBlocked());
}

void TestContacts::displayNameIsOneLine()
{
    Contact named = contact(bob);
    QCOMPARE(named.displayName(), QStringLiteral("bob@example.com"));
    named.friendlyName = FriendlyName(QStringLiteral("Bob\nand\u202E more"));
    QCOMPARE(named.displayName(), QStringLiteral("Bob and more"));
}

QTEST_GUILESS_MAIN(TestContacts)
#include "tst_contacts.moc"
