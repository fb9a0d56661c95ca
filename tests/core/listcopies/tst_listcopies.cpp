#include "core/listcopies/listcopies.h"
#include "core/roster/contactlist.h"
#include "core/storage/contactannotations.h"

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Msn;

namespace {

const QDate sunday(2026, 11, 22);

ListedContacts listOf(const QStringList &addresses)
{
    ListedContacts contacts;
    for (const QString &address : addresses) {
        ListedPerson person;
        person.address = Address(address);
        contacts.people.append(person);
    }
    return contacts;
}

Contact contactOn(Lists lists, const QString &address, const QList<GroupId> &groups = {})
{
    Contact contact;
    contact.address = Address(address);
    contact.lists = lists;
    contact.groups = groups;
    return contact;
}

const QString ana = QStringLiteral("ana@example.com");
const QString bob = QStringLiteral("bob@example.com");

} // namespace

class TestListCopies : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void keepsOneADay();
    void keepsWhatIsNew();
    void neverKeepsAnEmptyList();
    void dropsTheOldest();
    void ignoresOtherFiles();
    void saysWhereItCannotWrite();
    void savesAsTheNameSays();
    void takesAllThatIsKnown();

private:
    std::unique_ptr<QTemporaryDir> m_directory;
    QString path() const { return m_directory->filePath(QStringLiteral("account/copies")); }
};

void TestListCopies::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    QVERIFY(m_directory->isValid());
}

/// What goes wrong during a day must not take the place of the morning's list.
void TestListCopies::keepsOneADay()
{
    const ListCopies copies(path());
    QVERIFY(copies.copies().isEmpty());
    QVERIFY(copies.keep(listOf({ana, bob}), sunday));
    QVERIFY(copies.keep(listOf({bob}), sunday));
    QCOMPARE(copies.copies().size(), 1);
    QCOMPARE(copies.copies().constFirst().day, sunday);
    QCOMPARE(ListCopies::read(copies.copies().constFirst()).contacts, listOf({ana, bob}));
}

void TestListCopies::keepsWhatIsNew()
{
    const ListCopies copies(path());
    QVERIFY(copies.keep(listOf({ana}), sunday));
    QVERIFY(copies.keep(listOf({ana}), sunday.addDays(1)));
    QCOMPARE(copies.copies().size(), 1);
    QVERIFY(copies.keep(listOf({ana, bob}), sunday.addDays(2)));
    QCOMPARE(copies.copies().size(), 2);
    QCOMPARE(copies.copies().constFirst().day, sunday.addDays(2));
}

void TestListCopies::neverKeepsAnEmptyList()
{
    const ListCopies copies(path());
    QVERIFY(copies.keep({}, sunday));
    QVERIFY(copies.copies().isEmpty());
}

void TestListCopies::dropsTheOldest()
{
    const ListCopies copies(path());
    for (int day = 0; day < ListCopies::maxKept + 3; ++day)
        QVERIFY(copies.keep(listOf({QStringLiteral("p%1@example.com").arg(day)}), sunday.addDays(day)));
    QCOMPARE(copies.copies().size(), ListCopies::maxKept);
    QCOMPARE(copies.copies().constLast().day, sunday.addDays(3));
}

void TestListCopies::ignoresOtherFiles()
{
    const ListCopies copies(path());
    QVERIFY(copies.keep(listOf({ana}), sunday));
    for (const QString &name : {QStringLiteral("notes.json"), QStringLiteral("2026-02-31.json")}) {
        QFile file(QDir(path()).filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
    }
    QCOMPARE(copies.copies().size(), 1);
}

void TestListCopies::saysWhereItCannotWrite()
{
    QFile inTheWay(m_directory->filePath(QStringLiteral("account")));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    const Outcome kept = ListCopies(path()).keep(listOf({ana}), sunday);
    QVERIFY(!kept);
    QCOMPARE(kept.error().code, ErrorCode::StorageFailed);
    QVERIFY(kept.error().subject.contains(QStringLiteral("2026-11-22")));
}

void TestListCopies::savesAsTheNameSays()
{
    const QString classic = m_directory->filePath(QStringLiteral("Mine.CTT"));
    const QString own = m_directory->filePath(QStringLiteral("mine.json"));
    QVERIFY(saveContactList(classic, listOf({ana})));
    QVERIFY(saveContactList(own, listOf({ana})));
    QFile file(classic);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().contains("<contact>ana@example.com</contact>"));
    QFile json(own);
    QVERIFY(json.open(QIODevice::ReadOnly));
    QCOMPARE(readContactListJson(json).contacts, listOf({ana}));
}

void TestListCopies::takesAllThatIsKnown()
{
    ContactList list;
    list.setGroup({GroupId("1"), FriendlyName(QStringLiteral("Friends"))});
    list.setContact(contactOn(List::Forward | List::Allow, bob, {GroupId("1"), GroupId("7")}));
    list.setContact(contactOn(List::Block, ana));
    list.setContact(contactOn(List::Reverse, QStringLiteral("eve@example.com")));
    ContactAnnotations annotations{QString()};
    annotations.setNickname(Address(bob), QStringLiteral("Bobby"));

    const ListedContacts listed = listedContacts(list, annotations);
    QCOMPARE(listed.groups, QStringList{QStringLiteral("Friends")});
    QCOMPARE(listed.people.size(), 2);
    QCOMPARE(listed.people.at(0).address, Address(ana));
    QVERIFY(listed.people.at(0).isBlocked);
    QVERIFY(!listed.people.at(0).isContact);
    QCOMPARE(listed.people.at(1).nickname, QStringLiteral("Bobby"));
    QCOMPARE(listed.people.at(1).groups, QStringList{QStringLiteral("Friends")});
}

QTEST_GUILESS_MAIN(TestListCopies)

#include "tst_listcopies.moc"
