#include "core/listcopies/listdifference.h"
#include "core/roster/contactlist.h"
#include "core/storage/contactannotations.h"

#include <QTest>

using namespace Msn;

namespace {

const Address self(QStringLiteral("me@example.com"));
const Address bob(QStringLiteral("bob@example.com"));
const Address eve(QStringLiteral("eve@example.com"));
const QString friends = QStringLiteral("Friends");
const QString family = QStringLiteral("Family");

Contact bobOn(Lists lists)
{
    Contact contact;
    contact.address = bob;
    contact.lists = lists;
    contact.groups = {GroupId("1")};
    return contact;
}

ListedPerson person(const Address &address, const QStringList &groups = {})
{
    ListedPerson listed;
    listed.address = address;
    listed.groups = groups;
    return listed;
}

} // namespace

class TestListDifference : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void theSameListLacksNothing();
    void findsWhoIsGone();
    void findsGroups();
    void addsNobodyWhoWasOnlyBlocked();
    void unblocksNobody();
    void keepsNewerNotes();
    void neverAddsOneself();

private:
    ListDifference compare(const ListedContacts &copy) const
    {
        return missingFrom(*m_list, *m_annotations, copy, self);
    }

    std::unique_ptr<ContactList> m_list;
    std::unique_ptr<ContactAnnotations> m_annotations;
};

void TestListDifference::init()
{
    m_list = std::make_unique<ContactList>();
    m_list->setGroup({GroupId("1"), FriendlyName(friends)});
    m_list->setContact(bobOn(List::Forward | List::Allow));
    m_annotations = std::make_unique<ContactAnnotations>(QString());
}

void TestListDifference::theSameListLacksNothing()
{
    QVERIFY(compare({{friends}, {person(bob, {friends})}}).isEmpty());
}

void TestListDifference::findsWhoIsGone()
{
    const ListDifference difference = compare({{friends}, {person(bob, {friends}), person(eve, {friends})}});
    QCOMPARE(difference.people.size(), 1);
    QCOMPARE(difference.people.constFirst().person.address, eve);
    QVERIFY(difference.people.constFirst().isContactMissing);
    QCOMPARE(difference.people.constFirst().missingGroups, QStringList{friends});
    QVERIFY(difference.missingGroups.isEmpty());
}

void TestListDifference::findsGroups()
{
    const QString school = QStringLiteral("School");
    const ListDifference difference = compare({{family, friends}, {person(bob, {friends, school, family})}});
    QCOMPARE(difference.missingGroups, (QStringList{family, school}));
    QCOMPARE(difference.people.size(), 1);
    QVERIFY(!difference.people.constFirst().isContactMissing);
    QCOMPARE(difference.people.constFirst().missingGroups, (QStringList{school, family}));
}

void TestListDifference::addsNobodyWhoWasOnlyBlocked()
{
    ListedPerson blocked = person(eve);
    blocked.isContact = false;
    blocked.isBlocked = true;
    const ListDifference difference = compare({{}, {blocked}});
    QCOMPARE(difference.people.size(), 1);
    QVERIFY(!difference.people.constFirst().isContactMissing);
    QVERIFY(difference.people.constFirst().isBlockMissing);
}

void TestListDifference::unblocksNobody()
{
    m_list->setContact(bobOn(List::Forward | List::Block));
    QVERIFY(compare({{friends}, {person(bob, {friends})}}).isEmpty());
}

void TestListDifference::keepsNewerNotes()
{
    m_annotations->setNote(bob, QStringLiteral("new"));
    ListedPerson noted = person(bob, {friends});
    noted.note = QStringLiteral("old");
    QVERIFY(compare({{friends}, {noted}}).isEmpty());
    noted.nickname = QStringLiteral("Bobby");
    QCOMPARE(compare({{friends}, {noted}}).people.size(), 1);
    QVERIFY(compare({{friends}, {noted}}).people.constFirst().isAnnotationMissing);
}

void TestListDifference::neverAddsOneself()
{
    QVERIFY(compare({{}, {person(self)}}).isEmpty());
}

QTEST_GUILESS_MAIN(TestListDifference)

#include "tst_listdifference.moc"
