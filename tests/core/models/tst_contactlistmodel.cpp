#include "core/models/contactlistmodel.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace Msn;

namespace {

Contact person(const QString &name, const QList<QByteArray> &groups = {}, Status status = Status::Offline)
{
    Contact contact;
    contact.address = Address(name.toLower() + QStringLiteral("@example.com"));
    contact.friendlyName = FriendlyName(name);
    contact.lists = Lists(List::Forward) | List::Allow;
    for (const QByteArray &group : groups)
        contact.groups.append(GroupId(group));
    contact.status = status;
    return contact;
}

Group group(const QByteArray &id, const QString &name)
{
    return {GroupId(id), FriendlyName(name)};
}

/// `Family 1/2: ana ben` in the order of the model, groups separated by ` | `.
QString picture(const ContactListModel &model)
{
    QStringList groups;
    for (int row = 0; row < model.rowCount(); ++row) {
        const QModelIndex group = model.index(row, 0);
        const QString name
            = group.data().toString().isEmpty() ? QStringLiteral("-") : group.data().toString();
        QStringList names;
        for (int i = 0; i < model.rowCount(group); ++i)
            names.append(model.index(i, 0, group).data().toString());
        names.sort();
        groups.append(QStringLiteral("%1 %2/%3: %4")
                          .arg(name, group.data(OnlineCountRole).toString(),
                              group.data(TotalCountRole).toString(), names.join(u' ')));
    }
    groups.sort();
    return groups.join(QStringLiteral(" | "));
}

} // namespace

class TestContactListModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void showsGroupsAndPeople();
    void onlyTheForwardListIsShown();
    void statusTouchesOnlyItsRows();
    void sortKeyChangesOnlyWithTheOrder();
    void movingBetweenGroups();
    void ungroupedRowComesAndGoes();
    void removedGroupLeavesItsPeople();
    void groupThatComesAfterItsPeople();
    void renamedGroup();
    void removedContact();
    void emptyGroupStays();
    void byStatus();
    void unreadMarks();
    void reset();
    void listThatDies();
    void blockedAndHasMe();
    void byName();
    void offlineTogether();
    void favouritesStandOnTopAsWell();
    void ownNicknames();
    void phonesAndGroupsForTheToolTip();
    void complaint15_countsStayRightThroughManyChanges();
    void thousandContactsInThirtyGroups();

private:
    QString mistakes() const;

    std::unique_ptr<ContactList> m_list;
    std::unique_ptr<ContactAnnotations> m_annotations;
    std::unique_ptr<ContactListModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestContactListModel::init()
{
    m_list = std::make_unique<ContactList>();
    m_model = std::make_unique<ContactListModel>();
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    m_list->replace({person(QStringLiteral("Ana"), {"1"}, Status::Online),
                        person(QStringLiteral("Ben"), {"1", "2"}), person(QStringLiteral("Cem"))},
        {group("1", QStringLiteral("Family")), group("2", QStringLiteral("Work"))});
    m_annotations = std::make_unique<ContactAnnotations>(QString());
    m_model->setContactList(m_list.get(), m_annotations.get());
}

void TestContactListModel::cleanup()
{
    m_tester.reset();
    m_model.reset();
    m_annotations.reset();
    m_list.reset();
}

void TestContactListModel::showsGroupsAndPeople()
{
    QCOMPARE(picture(*m_model), QStringLiteral("- 0/1: Cem | Family 1/2: Ana Ben | Work 0/1: Ben"));
    const QModelIndex ana = m_model->indexesOf(Address(QStringLiteral("ana@example.com"))).value(0);
    QCOMPARE(ana.data(RowTypeRole).toInt(), static_cast<int>(ContactListRow::Contact));
    QCOMPARE(ana.data(StatusRole).toInt(), static_cast<int>(Status::Online));
    QCOMPARE(ana.data(GroupIdRole).toByteArray(), QByteArray("1"));
    QCOMPARE(m_model->indexesOf(Address(QStringLiteral("ben@example.com"))).size(), 2);
}

void TestContactListModel::onlyTheForwardListIsShown()
{
    Contact stranger = person(QStringLiteral("Dan"));
    stranger.lists = List::Reverse;
    m_list->setContact(stranger);
    QVERIFY(!picture(*m_model).contains(QLatin1String("Dan")));
    stranger.lists |= List::Forward;
    m_list->setContact(stranger);
    QVERIFY(picture(*m_model).contains(QLatin1String("- 0/2: Cem Dan")));
    stranger.lists = List::Reverse;
    m_list->setContact(stranger);
    QVERIFY(picture(*m_model).contains(QLatin1String("- 0/1: Cem")));
}

void TestContactListModel::statusTouchesOnlyItsRows()
{
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
    QSignalSpy layout(m_model.get(), &QAbstractItemModel::layoutChanged);
    m_list->setContact(person(QStringLiteral("Ben"), {"1", "2"}, Status::Busy));
    QCOMPARE(picture(*m_model), QStringLiteral("- 0/1: Cem | Family 2/2: Ana Ben | Work 1/1: Ben"));
    QCOMPARE(inserted.count(), 0);
    QCOMPARE(layout.count(), 0);
    // Two rows of Ben, and the counts of two groups.
    QCOMPARE(changed.count(), 4);
    for (const QList<QVariant> &signal : changed) {
        const auto top = signal.at(0).value<QModelIndex>();
        QCOMPARE(top, signal.at(1).value<QModelIndex>());
        const bool isBen = top.data().toString() == QLatin1String("Ben");
        QVERIFY(isBen || signal.at(2).value<QList<int>>() == (QList<int>{OnlineCountRole, TotalCountRole}));
    }
}

void TestContactListModel::sortKeyChangesOnlyWithTheOrder()
{
    m_list->setContact(person(QStringLiteral("Ana"), {"1"}, Status::Away));
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    m_list->setContact(person(QStringLiteral("Ana"), {"1"}, Status::Busy));
    QCOMPARE(changed.count(), 1);
    QVERIFY(!changed.first().at(2).value<QList<int>>().contains(SortKeyRole));
    m_list->setContact(person(QStringLiteral("Ana"), {"1"}, Status::Offline));
    QVERIFY(changed.at(1).at(2).value<QList<int>>().contains(SortKeyRole));
}

void TestContactListModel::movingBetweenGroups()
{
    m_list->setContact(person(QStringLiteral("Ana"), {"2"}, Status::Online));
    QCOMPARE(picture(*m_model), QStringLiteral("- 0/1: Cem | Family 0/1: Ben | Work 1/2: Ana Ben"));
    // Moved and signed out in one go: the old group loses somebody who was online there.
    m_list->setContact(person(QStringLiteral("Ana"), {"1"}));
    QCOMPARE(picture(*m_model), QStringLiteral("- 0/1: Cem | Family 0/2: Ana Ben | Work 0/1: Ben"));
}

void TestContactListModel::ungroupedRowComesAndGoes()
{
    m_list->setContact(person(QStringLiteral("Cem"), {"1"}));
    QCOMPARE(picture(*m_model), QStringLiteral("Family 1/3: Ana Ben Cem | Work 0/1: Ben"));
    m_list->setContact(person(QStringLiteral("Ana"), {}, Status::Online));
    QCOMPARE(picture(*m_model), QStringLiteral("- 1/1: Ana | Family 0/2: Ben Cem | Work 0/1: Ben"));
}

void TestContactListModel::removedGroupLeavesItsPeople()
{
    m_list->removeGroup(GroupId("1"));
    QCOMPARE(picture(*m_model), QStringLiteral("- 1/2: Ana Cem | Work 0/1: Ben"));
    m_list->removeGroup(GroupId("2"));
    QCOMPARE(picture(*m_model), QStringLiteral("- 1/3: Ana Ben Cem"));
}

void TestContactListModel::groupThatComesAfterItsPeople()
{
    m_list->setContact(person(QStringLiteral("Dan"), {"3"}, Status::Online));
    QCOMPARE(picture(*m_model), QStringLiteral("- 1/2: Cem Dan | Family 1/2: Ana Ben | Work 0/1: Ben"));
    m_list->setGroup(group("3", QStringLiteral("School")));
    QCOMPARE(picture(*m_model),
        QStringLiteral("- 0/1: Cem | Family 1/2: Ana Ben | School 1/1: Dan | Work 0/1: Ben"));
}

void TestContactListModel::renamedGroup()
{
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    m_list->setGroup(group("2", QStringLiteral("Office")));
    QCOMPARE(changed.count(), 1);
    QCOMPARE(m_model->groupIndex(GroupId("2")).data().toString(), QStringLiteral("Office"));
}

void TestContactListModel::removedContact()
{
    m_list->removeContact(Address(QStringLiteral("ben@example.com")));
    QCOMPARE(picture(*m_model), QStringLiteral("- 0/1: Cem | Family 1/1: Ana | Work 0/0: "));
    m_list->removeContact(Address(QStringLiteral("cem@example.com")));
    QCOMPARE(picture(*m_model), QStringLiteral("Family 1/1: Ana | Work 0/0: "));
}

void TestContactListModel::emptyGroupStays()
{
    m_list->setGroup(group("3", QStringLiteral("School")));
    QVERIFY(picture(*m_model).contains(QLatin1String("School 0/0: ")));
}

void TestContactListModel::byStatus()
{
    m_model->setGrouping({ContactGrouping::By::Status, false});
    QCOMPARE(picture(*m_model), QStringLiteral("- 0/2: Ben Cem | - 1/1: Ana"));
    m_list->setContact(person(QStringLiteral("Ben"), {"1", "2"}, Status::Away));
    QCOMPARE(picture(*m_model), QStringLiteral("- 0/1: Cem | - 2/2: Ana Ben"));
    QCOMPARE(m_model->index(0, 0).data(GroupKindRole).toInt(), static_cast<int>(GroupKind::Online));
    // Groups are of no concern here.
    m_list->removeGroup(GroupId("1"));
    m_list->setGroup(group("9", QStringLiteral("New")));
    QCOMPARE(m_model->rowCount(), 2);
}

void TestContactListModel::byName()
{
    m_model->setGrouping({ContactGrouping::By::Name, false});
    QCOMPARE(picture(*m_model), QStringLiteral("- 1/3: Ana Ben Cem"));
    m_list->removeContact(Address(QStringLiteral("cem@example.com")));
    m_list->removeGroup(GroupId("1"));
    QCOMPARE(picture(*m_model), QStringLiteral("- 1/2: Ana Ben"));
}

void TestContactListModel::offlineTogether()
{
    m_model->setGrouping({ContactGrouping::By::Group, true});
    QCOMPARE(picture(*m_model), QStringLiteral("- 0/2: Ben Cem | Family 1/1: Ana | Work 0/0: "));
    m_list->setContact(person(QStringLiteral("Ben"), {"1", "2"}, Status::Away));
    m_list->setContact(person(QStringLiteral("Cem"), {}, Status::Online));
    QCOMPARE(picture(*m_model), QStringLiteral("- 1/1: Cem | Family 2/2: Ana Ben | Work 1/1: Ben"));
}

void TestContactListModel::favouritesStandOnTopAsWell()
{
    const Address ben(QStringLiteral("ben@example.com"));
    m_annotations->setFavourite(ben, true);
    QCOMPARE(
        picture(*m_model), QStringLiteral("- 0/1: Ben | - 0/1: Cem | Family 1/2: Ana Ben | Work 0/1: Ben"));
    const QModelIndex row = m_model->indexesOf(ben).first();
    QCOMPARE(row.data(GroupKindRole).toInt(), static_cast<int>(GroupKind::Favourites));
    QVERIFY(row.data(IsFavouriteRole).toBool());
    m_annotations->setFavourite(ben, false);
    QCOMPARE(picture(*m_model), QStringLiteral("- 0/1: Cem | Family 1/2: Ana Ben | Work 0/1: Ben"));
}

void TestContactListModel::ownNicknames()
{
    const Address ben(QStringLiteral("ben@example.com"));
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    m_annotations->setNickname(ben, QStringLiteral(" Benny\nboy "));
    QCOMPARE(changed.count(), 2);
    QVERIFY(changed.first().at(2).value<QList<int>>().contains(SortKeyRole));
    const QModelIndex row = m_model->indexesOf(ben).first();
    QCOMPARE(row.data().toString(), QStringLiteral("Benny boy"));
    QCOMPARE(row.data(OwnNameRole).toString(), QStringLiteral("Ben"));
    // What they call themselves now changes nothing that is sorted by.
    changed.clear();
    Contact benjamin = person(QStringLiteral("Ben"), {"1", "2"});
    benjamin.friendlyName = FriendlyName(QStringLiteral("Benjamin"));
    m_list->setContact(benjamin);
    QVERIFY(!changed.first().at(2).value<QList<int>>().contains(SortKeyRole));
}

void TestContactListModel::phonesAndGroupsForTheToolTip()
{
    Contact ben = person(QStringLiteral("Ben"), {"2", "1", "77"});
    ben.phones = {QStringLiteral("1 23"), QStringLiteral("4\u202e56"), QStringLiteral("789"), false};
    m_list->setContact(ben);
    const QModelIndex row = m_model->indexesOf(ben.address).first();
    QCOMPARE(row.data(GroupNamesRole).toStringList(),
        (QStringList{QStringLiteral("Work"), QStringLiteral("Family")}));
    QCOMPARE(row.data(HomePhoneRole).toString(), QStringLiteral("1 23"));
    QCOMPARE(row.data(WorkPhoneRole).toString(), QStringLiteral("456"));
    QCOMPARE(row.data(MobilePhoneRole).toString(), QStringLiteral("789"));
}

void TestContactListModel::unreadMarks()
{
    const Address ben(QStringLiteral("ben@example.com"));
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    m_model->setUnread(ben, 3);
    QCOMPARE(changed.count(), 4);
    QCOMPARE(m_model->indexesOf(ben).first().data(UnreadCountRole).toInt(), 3);
    QCOMPARE(m_model->indexesOf(ben).first().parent().data(UnreadCountRole).toInt(), 3);
    m_model->setUnread(ben, 0);
    QCOMPARE(m_model->indexesOf(ben).last().data(UnreadCountRole).toInt(), 0);
}

void TestContactListModel::reset()
{
    m_list->clear();
    QCOMPARE(m_model->rowCount(), 0);
    m_list->replace({person(QStringLiteral("Eve"), {}, Status::Idle)}, {});
    QCOMPARE(picture(*m_model), QStringLiteral("- 1/1: Eve"));
}

void TestContactListModel::listThatDies()
{
    m_list.reset();
    QCOMPARE(m_model->rowCount(), 0);
}

void TestContactListModel::blockedAndHasMe()
{
    Contact ana = person(QStringLiteral("Ana"), {"1"}, Status::Online);
    ana.lists = Lists(List::Forward) | List::Block | List::Reverse;
    m_list->setContact(ana);
    const QModelIndex row = m_model->indexesOf(ana.address).first();
    QCOMPARE(row.data(IsBlockedRole).toBool(), true);
    QCOMPARE(row.data(HasMeRole).toBool(), true);
    QCOMPARE(row.data(HasPrivacyConflictRole).toBool(), false);
    ana.lists.setFlag(List::Allow);
    m_list->setContact(ana);
    QCOMPARE(row.data(HasPrivacyConflictRole).toBool(), true);
    QCOMPARE(row.data(IsBlockedRole).toBool(), true);
}

/// What is wrong with the rows, told from the list alone: somebody missing, doubled or astray, or a
/// wrong count. Empty if nothing is.
QString TestContactListModel::mistakes() const
{
    QSet<Address> expected;
    const QList<Contact> contacts = m_list->contacts();
    for (const Contact &contact : contacts) {
        if (contact.isOnForwardList())
            expected.insert(contact.address);
    }
    QSet<Address> found;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QModelIndex group = m_model->index(row, 0);
        QSet<Address> members;
        int online = 0;
        for (int i = 0; i < m_model->rowCount(group); ++i) {
            const Address address(m_model->index(i, 0, group).data(AddressRole).toString());
            if (members.contains(address))
                return address.toString() + QStringLiteral(" twice in one group");
            members.insert(address);
            online += m_list->find(address)->isOnline() ? 1 : 0;
        }
        if (group.data(OnlineCountRole).toInt() != online
            || group.data(TotalCountRole).toInt() != members.size())
            return QStringLiteral("wrong counts in row %1").arg(row);
        if (group.data(GroupKindRole).toInt() != static_cast<int>(GroupKind::Favourites))
            found += members;
    }
    return found == expected ? QString() : QStringLiteral("somebody is missing");
}

/// Whatever happens, the model shows what a new one would, and nobody is missing or counted wrong.
void TestContactListModel::complaint15_countsStayRightThroughManyChanges()
{
    quint32 seed = 7;
    const auto random = [&seed](quint32 below) {
        seed = seed * 1664525u + 1013904223u;
        return (seed >> 16) % below;
    };
    for (int step = 0; step < 1500; ++step) {
        const QString name = QStringLiteral("P%1").arg(random(12));
        const QByteArray id = QByteArray::number(random(5));
        switch (random(8)) {
        case 0:
            m_list->removeContact(Address(name.toLower() + QStringLiteral("@example.com")));
            break;
        case 1:
            m_list->setGroup(group(id, QStringLiteral("G%1").arg(random(9))));
            break;
        case 2:
            m_list->removeGroup(GroupId(id));
            break;
        case 3:
            m_model->setGrouping({static_cast<ContactGrouping::By>(random(3)), random(2) == 1});
            break;
        case 4:
            m_annotations->set(Address(name.toLower() + QStringLiteral("@example.com")),
                {random(2) ? QStringLiteral("Nick%1").arg(random(9)) : QString(), {}, random(2) == 1});
            break;
        default:
            m_list->setContact(person(name,
                random(3) ? QList<QByteArray>{id, QByteArray::number(random(5))} : QList<QByteArray>(),
                random(2) ? Status::Online : Status::Offline));
        }
        ContactListModel fresh;
        fresh.setGrouping(m_model->grouping());
        fresh.setContactList(m_list.get(), m_annotations.get());
        QCOMPARE(picture(*m_model), picture(fresh));
        QCOMPARE(mistakes(), QString());
    }
}

void TestContactListModel::thousandContactsInThirtyGroups()
{
    m_tester.reset(); // it would be what is measured
    QList<Group> groups;
    for (int i = 0; i < 30; ++i)
        groups.append(group(QByteArray::number(i), QStringLiteral("Group %1").arg(i)));
    QList<Contact> contacts;
    for (int i = 0; i < 1000; ++i)
        contacts.append(person(QStringLiteral("Person%1").arg(i), {QByteArray::number(i % 30)}));
    QElapsedTimer timer;
    timer.start();
    m_list->replace(contacts, groups);
    for (Contact &contact : contacts) {
        contact.status = Status::Online;
        m_list->setContact(contact);
    }
    QCOMPARE(m_model->index(0, 0).data(OnlineCountRole).toInt(), 34);
    // Some ten milliseconds; the limit leaves room for sanitizers.
    QVERIFY2(timer.elapsed() < 1500, qPrintable(QString::number(timer.elapsed())));
}

QTEST_GUILESS_MAIN(TestContactListModel)
#include "tst_contactlistmodel.moc"
