#include "ui/contacts/contactlistproxy.h"

#include "core/models/contactlistmodel.h"
#include "tests/ui/contacts/samplelist.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace Ui;
using namespace Msn;

class TestContactListProxy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void sortsGroupsThenOnlineThenName();
    void statusMovesAPerson();
    void statusWithinOnlineMovesNobody();
    void search_data();
    void search();
    void searchFollowsChanges();
    void hidesOffline();
    void wordsForAScreenReader();
    void toolTipIsEscaped();
    void complaint16_blockedIsSaid();
    void complaint24_everyRowHasWords();
    void whatCanBeNamed();
    void favouritesComeFirst();
    void byNameKeepsToTheName();
    void viewByAddress();
    void nicknameIsShownAndBothNamesAreFound();
    void hidesEmptyGroups();
    void hidesGroupsOfWhichNobodyIsShown();
    void complaint15_nobodyIsMissingOrDoubled();
    void filterKeystrokeIsFast();

private:
    QString picture() const;
    QString mistakes() const;

    QString m_filter;
    std::unique_ptr<ContactList> m_list;
    std::unique_ptr<ContactAnnotations> m_annotations;
    std::unique_ptr<ContactListModel> m_model;
    std::unique_ptr<ContactListProxy> m_proxy;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestContactListProxy::init()
{
    m_list = std::make_unique<ContactList>();
    m_list->replace(
        {person(QStringLiteral("Zoë"), QStringLiteral("zoe@example.com"), {"1"}, Status::Online),
            person(QStringLiteral("ana"), QStringLiteral("a@example.com"), {"1"}),
            person(QStringLiteral("Ben"), QStringLiteral("ben@example.com"), {"1"}, Status::Away),
            person(QStringLiteral("小雨"), QStringLiteral("rain@example.net"), {"2"}, Status::Busy),
            person(QStringLiteral("كريم"), QStringLiteral("karim@example.net"))},
        {group("1", QStringLiteral("work")), group("2", QStringLiteral("Family"))});
    m_model = std::make_unique<ContactListModel>();
    m_proxy = std::make_unique<ContactListProxy>();
    m_annotations = std::make_unique<ContactAnnotations>(QString());
    m_model->setContactList(m_list.get(), m_annotations.get());
    m_filter.clear();
    m_proxy->setSourceModel(m_model.get());
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_proxy.get(), QAbstractItemModelTester::FailureReportingMode::Fatal);
}

void TestContactListProxy::cleanup()
{
    m_tester.reset();
    m_proxy.reset();
    m_model.reset();
    m_annotations.reset();
    m_list.reset();
}

/// What is wrong with the rows, told from the list alone; empty if nothing is.
QString TestContactListProxy::mistakes() const
{
    QSet<Address> found;
    for (int row = 0; row < m_proxy->rowCount(); ++row) {
        const QModelIndex group = m_proxy->index(row, 0);
        const bool ordered = group.data(GroupKindRole).toInt() != static_cast<int>(GroupKind::Everybody);
        QSet<Address> members;
        bool offlineSeen = false;
        for (int i = 0; i < m_proxy->rowCount(group); ++i) {
            const QModelIndex index = m_proxy->index(i, 0, group);
            const Address address(index.data(AddressRole).toString());
            if (members.contains(address))
                return address.toString() + QStringLiteral(" twice in one group");
            if (!index.data(IsOnlineRole).toBool())
                offlineSeen = true;
            else if (offlineSeen && ordered)
                return address.toString() + QStringLiteral(" online below somebody offline");
            members.insert(address);
        }
        found += members;
    }
    QSet<Address> expected;
    const QList<Contact> contacts = m_list->contacts();
    for (const Contact &contact : contacts) {
        const bool shown = m_filter.isEmpty() ? m_proxy->showsOffline() || contact.isOnline()
                                              : contact.address.key().contains(m_filter)
                || foldedForSearch(contact.displayName()).contains(m_filter);
        if (contact.isOnForwardList() && shown)
            expected.insert(contact.address);
    }
    return found == expected ? QString() : QStringLiteral("somebody is missing or too many");
}

QString TestContactListProxy::picture() const
{
    QStringList groups;
    for (int row = 0; row < m_proxy->rowCount(); ++row) {
        const QModelIndex index = m_proxy->index(row, 0);
        QStringList names{index.data().toString() + u':'};
        for (int i = 0; i < m_proxy->rowCount(index); ++i)
            names.append(m_proxy->index(i, 0, index).data().toString());
        groups.append(names.join(u' '));
    }
    return groups.join(QStringLiteral(" | "));
}

void TestContactListProxy::sortsGroupsThenOnlineThenName()
{
    QCOMPARE(picture(), QStringLiteral("Family: 小雨 | work: Ben Zoë ana | Other contacts: كريم"));
}

void TestContactListProxy::statusMovesAPerson()
{
    m_list->setContact(person(QStringLiteral("ana"), QStringLiteral("a@example.com"), {"1"}, Status::Online));
    QCOMPARE(picture(), QStringLiteral("Family: 小雨 | work: ana Ben Zoë | Other contacts: كريم"));
}

void TestContactListProxy::statusWithinOnlineMovesNobody()
{
    QCOMPARE(m_proxy->rowCount(m_proxy->index(1, 0)), 3);
    QSignalSpy layout(m_proxy.get(), &QAbstractItemModel::layoutChanged);
    QSignalSpy changed(m_proxy.get(), &QAbstractItemModel::dataChanged);
    m_list->setContact(person(QStringLiteral("Ben"), QStringLiteral("ben@example.com"), {"1"}, Status::Busy));
    QCOMPARE(layout.count(), 0);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(changed.first().first().value<QModelIndex>().data().toString(), QStringLiteral("Ben"));
}

void TestContactListProxy::search_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("found");
    QTest::newRow("name") << QStringLiteral("be") << QStringLiteral("work: Ben");
    QTest::newRow("capitals and blanks") << QStringLiteral("  BEN ") << QStringLiteral("work: Ben");
    QTest::newRow("accents") << QStringLiteral("zoe") << QStringLiteral("work: Zoë");
    QTest::newRow("accent typed") << QStringLiteral("zoë") << QStringLiteral("work: Zoë");
    QTest::newRow("address") << QStringLiteral("rain@") << QStringLiteral("Family: 小雨");
    QTest::newRow("domain alone finds nobody") << QStringLiteral("example") << QString();
    QTest::newRow("with its domain") << QStringLiteral("rain@example") << QStringLiteral("Family: 小雨");
    QTest::newRow("Chinese") << QStringLiteral("雨") << QStringLiteral("Family: 小雨");
    QTest::newRow("Arabic") << QStringLiteral("كريم") << QStringLiteral("Other contacts: كريم");
    QTest::newRow("nobody") << QStringLiteral("xyz") << QString();
    QTest::newRow("nothing") << QString()
                             << QStringLiteral("Family: 小雨 | work: Ben Zoë ana | Other contacts: كريم");
}

void TestContactListProxy::search()
{
    QFETCH(QString, text);
    m_proxy->setFilterText(text);
    QTEST(picture(), "found");
}

void TestContactListProxy::searchFollowsChanges()
{
    m_proxy->setFilterText(QStringLiteral("new"));
    QCOMPARE(picture(), QString());
    m_list->setContact(person(QStringLiteral("New one"), QStringLiteral("n@example.com"), {"2"}));
    QCOMPARE(picture(), QStringLiteral("Family: New one"));
    m_list->setContact(person(QStringLiteral("Other"), QStringLiteral("n@example.com"), {"2"}));
    QCOMPARE(picture(), QString());
}

void TestContactListProxy::hidesOffline()
{
    m_proxy->setShowOffline(false);
    QCOMPARE(picture(), QStringLiteral("Family: 小雨 | work: Ben Zoë | Other contacts:"));
    // Somebody who wrote before they left must not vanish.
    m_model->setUnread(Address(QStringLiteral("a@example.com")), 1);
    QCOMPARE(picture(), QStringLiteral("Family: 小雨 | work: Ben Zoë ana | Other contacts:"));
    // And a search finds everybody.
    m_proxy->setFilterText(QStringLiteral("karim"));
    QCOMPARE(picture(), QStringLiteral("Other contacts: كريم"));
}

void TestContactListProxy::wordsForAScreenReader()
{
    const QModelIndex work = m_proxy->index(1, 0);
    QCOMPARE(work.data(Qt::AccessibleTextRole).toString(), QStringLiteral("Group work, 2 of 3 online"));
    QCOMPARE(m_proxy->index(0, 0, work).data(Qt::AccessibleTextRole).toString(), QStringLiteral("Ben, Away"));
}

void TestContactListProxy::toolTipIsEscaped()
{
    m_list->setContact(
        person(QStringLiteral("<img src=x>"), QStringLiteral("rain@example.net"), {"2"}, Status::Busy));
    const QString tip = m_proxy->index(0, 0, m_proxy->index(0, 0)).data(Qt::ToolTipRole).toString();
    QVERIFY(tip.contains(QLatin1String("&lt;img")));
    QVERIFY(!tip.contains(QLatin1String("<img")));
}

void TestContactListProxy::complaint16_blockedIsSaid()
{
    Contact rain = person(QStringLiteral("小雨"), QStringLiteral("rain@example.net"), {"2"}, Status::Busy);
    rain.lists = Lists(List::Forward) | List::Block;
    m_list->setContact(rain);
    m_model->setUnread(rain.address, 2);
    const QModelIndex row = m_proxy->index(0, 0, m_proxy->index(0, 0));
    QVERIFY(row.data(IsBlockedRole).toBool());
    const QString spoken = row.data(Qt::AccessibleTextRole).toString();
    QVERIFY2(spoken.startsWith(QStringLiteral("小雨, Busy, blocked, 2 unread")), qPrintable(spoken));
    QVERIFY(row.data(Qt::ToolTipRole).toString().contains(QLatin1String("Blocked")));
}

void TestContactListProxy::complaint24_everyRowHasWords()
{
    for (int group = 0; group < m_proxy->rowCount(); ++group) {
        const QModelIndex heading = m_proxy->index(group, 0);
        QVERIFY(heading.data(Qt::AccessibleTextRole).toString().contains(heading.data().toString()));
        for (int i = 0; i < m_proxy->rowCount(heading); ++i) {
            const QModelIndex row = m_proxy->index(i, 0, heading);
            QVERIFY(row.data(Qt::AccessibleTextRole).toString().startsWith(row.data().toString()));
            QCOMPARE(row.data(Qt::AccessibleDescriptionRole), row.data(AddressRole));
        }
    }
}

void TestContactListProxy::whatCanBeNamed()
{
    QVERIFY(m_proxy->index(0, 0).flags() & Qt::ItemIsEditable);
    QVERIFY(!(m_proxy->index(2, 0).flags() & Qt::ItemIsEditable));
    QVERIFY(m_proxy->index(0, 0, m_proxy->index(0, 0)).flags() & Qt::ItemIsEditable);
}

void TestContactListProxy::favouritesComeFirst()
{
    m_annotations->setFavourite(Address(QStringLiteral("ben@example.com")), true);
    QCOMPARE(picture(),
        QStringLiteral("Favourites: Ben | Family: 小雨 | work: Ben Zoë ana | Other contacts: كريم"));
}

void TestContactListProxy::byNameKeepsToTheName()
{
    m_model->setGrouping({ContactGrouping::By::Name, false});
    QCOMPARE(picture(), QStringLiteral("All contacts: ana Ben Zoë كريم 小雨"));
    m_model->setGrouping({ContactGrouping::By::Name, true});
    QCOMPARE(picture(), QStringLiteral("All contacts: Ben Zoë 小雨 | Offline: ana كريم"));
}

void TestContactListProxy::viewByAddress()
{
    m_proxy->setNameStyle(ContactListProxy::NameStyle::Address);
    QCOMPARE(picture(),
        QStringLiteral("Family: rain@example.net | work: ben@example.com zoe@example.com a@example.com | "
                       "Other contacts: karim@example.net"));
    // Whoever gives a nickname still sees the name to begin with.
    const QModelIndex ben = m_proxy->index(0, 0, m_proxy->index(1, 0));
    QCOMPARE(ben.data(Qt::EditRole).toString(), QStringLiteral("Ben"));
}

void TestContactListProxy::nicknameIsShownAndBothNamesAreFound()
{
    m_annotations->setNickname(Address(QStringLiteral("ben@example.com")), QStringLiteral("Zz top"));
    QCOMPARE(picture(), QStringLiteral("Family: 小雨 | work: Zoë Zz top ana | Other contacts: كريم"));
    m_proxy->setFilterText(QStringLiteral("zz"));
    QCOMPARE(picture(), QStringLiteral("work: Zz top"));
    m_proxy->setFilterText(QStringLiteral("ben"));
    QCOMPARE(picture(), QStringLiteral("work: Zz top"));
    const QString tip = m_proxy->index(0, 0, m_proxy->index(0, 0)).data(Qt::ToolTipRole).toString();
    QVERIFY2(tip.contains(QLatin1String("Own name: Ben")), qPrintable(tip));
}

void TestContactListProxy::hidesEmptyGroups()
{
    m_list->setGroup(group("3", QStringLiteral("Nobody")));
    QVERIFY(picture().contains(QLatin1String("Nobody:")));
    m_proxy->setHideEmptyGroups(true);
    QVERIFY(!picture().contains(QLatin1String("Nobody:")));
    m_list->setContact(person(QStringLiteral("Eve"), QStringLiteral("eve@example.com"), {"3"}));
    QVERIFY(picture().contains(QLatin1String("Nobody: Eve")));
    m_list->removeContact(Address(QStringLiteral("eve@example.com")));
    QVERIFY(!picture().contains(QLatin1String("Nobody:")));
}

void TestContactListProxy::hidesGroupsOfWhichNobodyIsShown()
{
    m_proxy->setHideEmptyGroups(true);
    m_proxy->setShowOffline(false);
    QCOMPARE(picture(), QStringLiteral("Family: 小雨 | work: Ben Zoë"));
    m_model->setUnread(Address(QStringLiteral("karim@example.net")), 1);
    QCOMPARE(picture(), QStringLiteral("Family: 小雨 | work: Ben Zoë | Other contacts: كريم"));
    m_model->setUnread(Address(QStringLiteral("karim@example.net")), 0);
    m_list->setContact(
        person(QStringLiteral("小雨"), QStringLiteral("rain@example.net"), {"2"}, Status::Offline));
    QCOMPARE(picture(), QStringLiteral("work: Ben Zoë"));
}

/// Whatever happens, with any filter: exactly those who are to be shown are shown, once in each of
/// their groups, those who are online before the others.
void TestContactListProxy::complaint15_nobodyIsMissingOrDoubled()
{
    quint32 seed = 11;
    const auto random = [&seed](quint32 below) {
        seed = seed * 1664525u + 1013904223u;
        return (seed >> 16) % below;
    };
    for (int step = 0; step < 800; ++step) {
        const QString name = QStringLiteral("P%1").arg(random(10));
        const QString address = name.toLower() + QStringLiteral("@example.com");
        const QByteArray id = QByteArray::number(random(4));
        switch (random(10)) {
        case 0:
            m_list->removeContact(Address(address));
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
            m_annotations->set(Address(address), {{}, {}, random(2) == 1});
            break;
        case 5:
            m_proxy->setShowOffline(random(2) == 1);
            m_proxy->setHideEmptyGroups(random(2) == 1);
            break;
        case 6:
            m_filter = random(2) ? QStringLiteral("p%1").arg(random(3)) : QString();
            m_proxy->setFilterText(m_filter);
            break;
        default:
            m_list->setContact(person(name, address,
                random(3) ? QList<QByteArray>{id, QByteArray::number(random(4))} : QList<QByteArray>(),
                random(2) ? Status::Online : Status::Offline));
        }
        QCOMPARE(mistakes(), QString());
    }
}

void TestContactListProxy::filterKeystrokeIsFast()
{
    m_tester.reset(); // it would be what is measured
    QList<Group> groups;
    QList<Contact> contacts;
    for (int i = 0; i < 30; ++i)
        groups.append(group(QByteArray::number(i), QStringLiteral("Group %1").arg(i)));
    for (int i = 0; i < 1000; ++i)
        contacts.append(person(QStringLiteral("Pérson %1").arg(i), QStringLiteral("p%1@example.com").arg(i),
            {QByteArray::number(i % 30)}));
    m_list->replace(contacts, groups);
    picture();
    QElapsedTimer timer;
    timer.start();
    m_proxy->setFilterText(QStringLiteral("9"));
    const qint64 elapsed = timer.elapsed();
    QVERIFY(picture().contains(QStringLiteral("Pérson 999")));
    // A few milliseconds; the limit leaves room for sanitizers. The benchmark is strict.
    QVERIFY2(elapsed < 300, qPrintable(QString::number(elapsed)));
    qInfo() << "filter keystroke" << elapsed << "ms";
}

QTEST_MAIN(TestContactListProxy)
#include "tst_contactlistproxy.moc"
