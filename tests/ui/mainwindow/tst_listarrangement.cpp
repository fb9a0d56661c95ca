#include "ui/mainwindow/listarrangement.h"

#include "core/models/contactlistmodel.h"
#include "core/storage/settings.h"
#include "ui/contacts/contactlistproxy.h"

#include <QAction>
#include <QMenu>
#include <QTest>

using namespace Ui;
using namespace Msn;

class TestListArrangement : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void beginsWithGroupsAndNames();
    void choicesTakeEffectAndAreKept();
    void oneSortingAtATime();
    void togetherMeansNothingWhereItIsSoOrNobodyIsShown();
    void everythingIsInTheMenu();
};

void TestListArrangement::beginsWithGroupsAndNames()
{
    Settings settings{QString()};
    ContactListModel model;
    ContactListProxy proxy;
    const ListArrangement arrangement(settings, model, proxy);
    QVERIFY(arrangement.sortByGroup()->isChecked());
    QVERIFY(arrangement.viewByName()->isChecked());
    QVERIFY(arrangement.showOffline()->isChecked());
    QCOMPARE(model.grouping(), ContactGrouping());
    QVERIFY(proxy.showsOffline());
    QVERIFY(!proxy.hidesEmptyGroups());
}

void TestListArrangement::choicesTakeEffectAndAreKept()
{
    Settings settings{QString()};
    {
        ContactListModel model;
        ContactListProxy proxy;
        const ListArrangement arrangement(settings, model, proxy);
        arrangement.sortByName()->trigger();
        arrangement.viewByAddress()->trigger();
        arrangement.offlineTogether()->trigger();
        arrangement.hideEmptyGroups()->trigger();
        QCOMPARE(model.grouping(), (ContactGrouping{ContactGrouping::By::Name, true}));
        QCOMPARE(proxy.nameStyle(), ContactListProxy::NameStyle::Address);
        QVERIFY(proxy.hidesEmptyGroups());
    }
    ContactListModel model;
    ContactListProxy proxy;
    const ListArrangement again(settings, model, proxy);
    QCOMPARE(model.grouping(), (ContactGrouping{ContactGrouping::By::Name, true}));
    QCOMPARE(proxy.nameStyle(), ContactListProxy::NameStyle::Address);
    QVERIFY(again.sortByName()->isChecked());
    QVERIFY(again.hideEmptyGroups()->isChecked());
}

void TestListArrangement::oneSortingAtATime()
{
    Settings settings{QString()};
    ContactListModel model;
    ContactListProxy proxy;
    const ListArrangement arrangement(settings, model, proxy);
    arrangement.sortByStatus()->trigger();
    QVERIFY(!arrangement.sortByGroup()->isChecked());
    QCOMPARE(model.grouping().by, ContactGrouping::By::Status);
    arrangement.sortByGroup()->trigger();
    QVERIFY(!arrangement.sortByStatus()->isChecked());
    QCOMPARE(model.grouping().by, ContactGrouping::By::Group);
}

void TestListArrangement::togetherMeansNothingWhereItIsSoOrNobodyIsShown()
{
    Settings settings{QString()};
    ContactListModel model;
    ContactListProxy proxy;
    const ListArrangement arrangement(settings, model, proxy);
    arrangement.offlineTogether()->trigger();
    arrangement.showOffline()->trigger();
    QVERIFY(!arrangement.offlineTogether()->isEnabled());
    QVERIFY(!model.grouping().offlineTogether);
    arrangement.showOffline()->trigger();
    QVERIFY(model.grouping().offlineTogether);
    arrangement.sortByStatus()->trigger();
    QVERIFY(!arrangement.offlineTogether()->isEnabled());
}

void TestListArrangement::everythingIsInTheMenu()
{
    Settings settings{QString()};
    ContactListModel model;
    ContactListProxy proxy;
    const ListArrangement arrangement(settings, model, proxy);
    QMenu menu;
    arrangement.addTo(menu);
    QList<QAction *> found = menu.actions();
    const QList<QAction *> top = found;
    for (const QAction *action : top) {
        if (action->menu())
            found += action->menu()->actions();
    }
    const QList<QAction *> all = arrangement.findChildren<QAction *>();
    for (QAction *action : all)
        QVERIFY2(found.contains(action), qPrintable(action->text()));
}

QTEST_MAIN(TestListArrangement)
#include "tst_listarrangement.moc"
