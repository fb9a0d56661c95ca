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
    void onlyServerGroupsCanBeRenamed();
    void filterKeystrokeIsFast();

private:
    QString picture() const;

    std::unique_ptr<ContactList> m_list;
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
    m_model->setContactList(m_list.get());
    m_proxy->setSourceModel(m_model.get());
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_proxy.get(), QAbstractItemModelTester::FailureReportingMode::Fatal);
}

void TestContactListProxy::cleanup()
{
    m_tester.reset();
    m_proxy.reset();
    m_model.reset();
    m_list.reset();
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

void TestContactListProxy::onlyServerGroupsCanBeRenamed()
{
    QVERIFY(m_proxy->index(0, 0).flags() & Qt::ItemIsEditable);
    QVERIFY(!(m_proxy->index(2, 0).flags() & Qt::ItemIsEditable));
    QVERIFY(!(m_proxy->index(0, 0, m_proxy->index(0, 0)).flags() & Qt::ItemIsEditable));
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
