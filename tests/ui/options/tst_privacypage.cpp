#include "ui/options/privacypage.h"

#include "core/account/account.h"
#include "core/roster/contactlist.h"
#include "tests/core/integration/aliceathome.h"
#include "tests/support/eventually.h"
#include "ui/options/privacylists.h"
#include "ui/options/reverselistdialog.h"
#include "ui/widgets/messagebar.h"

#include <QCheckBox>
#include <QComboBox>
#include <QListWidget>
#include <QPushButton>
#include <QTest>
#include <QTreeWidget>

using namespace Ui;
using namespace Msn;
using Test::HomeNetwork;

namespace {

const QString bob = Test::AliceAtHome::bob;
const QString carol = Test::AliceAtHome::carol;

QStringList namesIn(const QListWidget &list)
{
    QStringList names;
    for (int row = 0; row < list.count(); ++row)
        names.append(list.item(row)->text());
    return names;
}

} // namespace

/// The page on a real account against the service in the same process.
class TestPrivacyPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void showsWhoIsAllowed();
    void movesPeopleBetweenTheLists();
    void focusStaysInTheListAfterBlocking();
    void lastOneTakesTheFocusAlong();
    void takesPeopleOffBothLists();
    void everybodyElse();
    void askingWhenSomebodyAddsMe();
    void complaint16_personOnBothListsIsShownAndRepaired();
    void refusalIsSaidAndNothingIsPretended();
    void whoHasMe();

private:
    Account &account() const { return *m_stage->account; }
    const Contact *contact(const QString &localPart) const
    {
        return account().contacts().find(HomeNetwork::address(localPart));
    }
    void select(QListWidget &list, const QString &name) const;

    std::unique_ptr<Test::AliceAtHome> m_stage;
    std::unique_ptr<PrivacyPage> m_page;
};

void TestPrivacyPage::init()
{
    m_stage = std::make_unique<Test::AliceAtHome>();
    QVERIFY(m_stage->isSignedIn);
    m_page = std::make_unique<PrivacyPage>(account());
    m_page->show();
}

void TestPrivacyPage::cleanup()
{
    m_page.reset();
    m_stage.reset();
}

void TestPrivacyPage::select(QListWidget &list, const QString &name) const
{
    for (int row = 0; row < list.count(); ++row)
        list.item(row)->setSelected(list.item(row)->text() == name);
}

void TestPrivacyPage::showsWhoIsAllowed()
{
    QCOMPARE(
        namesIn(*m_page->lists()->allowed()), (QStringList{QStringLiteral("Bob"), QStringLiteral("Carol")}));
    QVERIFY(namesIn(*m_page->lists()->blocked()).isEmpty());
    QVERIFY(!m_page->conflictBar()->isVisible());
    QVERIFY(!m_page->lists()->blockButton()->isEnabled());
    QVERIFY(!m_page->lists()->allowButton()->isEnabled());
}

void TestPrivacyPage::movesPeopleBetweenTheLists()
{
    PrivacyLists *lists = m_page->lists();
    select(*lists->allowed(), QStringLiteral("Bob"));
    lists->blockButton()->click();
    EVENTUALLY(namesIn(*lists->blocked()) == QStringList{QStringLiteral("Bob")});
    QVERIFY(contact(bob)->isBlocked());
    EVENTUALLY(namesIn(*lists->allowed()) == QStringList{QStringLiteral("Carol")});
    select(*lists->blocked(), QStringLiteral("Bob"));
    lists->allowButton()->click();
    EVENTUALLY(namesIn(*lists->allowed()).size() == 2 && namesIn(*lists->blocked()).isEmpty());
}

/// It went on to the next field of the page.
void TestPrivacyPage::focusStaysInTheListAfterBlocking()
{
    PrivacyLists *lists = m_page->lists();
    lists->allowed()->setCurrentRow(0);
    lists->blockButton()->setFocus();
    QTest::keyClick(lists->blockButton(), Qt::Key_Space);
    EVENTUALLY(namesIn(*lists->blocked()) == QStringList{QStringLiteral("Bob")});
    EVENTUALLY(!lists->blockButton()->isEnabled());
    QCOMPARE(m_page->focusWidget(), lists->allowed());
    // Whoever stands there instead, but not chosen: the next key must not block them too.
    QCOMPARE(lists->allowed()->currentItem()->text(), QStringLiteral("Carol"));
    QVERIFY(lists->allowed()->selectedItems().isEmpty());
    // It can be taken back at once.
    QCOMPARE(lists->blocked()->selectedItems().size(), 1);
    QVERIFY(lists->allowButton()->isEnabled());
}

void TestPrivacyPage::lastOneTakesTheFocusAlong()
{
    PrivacyLists *lists = m_page->lists();
    lists->allowed()->selectAll();
    lists->blockButton()->setFocus();
    QTest::keyClick(lists->blockButton(), Qt::Key_Space);
    EVENTUALLY(namesIn(*lists->blocked()).size() == 2);
    EVENTUALLY(!lists->blockButton()->isEnabled());
    QCOMPARE(m_page->focusWidget(), lists->blocked());
    QCOMPARE(lists->blocked()->selectedItems().size(), 2);
}

void TestPrivacyPage::takesPeopleOffBothLists()
{
    PrivacyLists *lists = m_page->lists();
    select(*lists->allowed(), QStringLiteral("Carol"));
    lists->forgetButton()->click();
    EVENTUALLY(!contact(carol)->lists.testFlag(List::Allow));
    QVERIFY(!contact(carol)->isBlocked());
    QVERIFY(contact(carol)->isOnForwardList());
}

void TestPrivacyPage::everybodyElse()
{
    QComboBox *others = m_page->others();
    others->setCurrentIndex(1);
    Q_EMIT others->activated(1);
    EVENTUALLY(account().contacts().defaultPrivacy() == DefaultPrivacy::BlockOthers);
    QCOMPARE(others->currentIndex(), 1);
}

void TestPrivacyPage::askingWhenSomebodyAddsMe()
{
    const bool asked = m_page->askBox()->isChecked();
    m_page->askBox()->click();
    EVENTUALLY((account().contacts().addPrompt() == AddPrompt::Ask) != asked);
    QCOMPARE(m_page->askBox()->isChecked(), !asked);
}

void TestPrivacyPage::complaint16_personOnBothListsIsShownAndRepaired()
{
    Contact both = *contact(bob);
    both.lists.setFlag(List::Block);
    account().contacts().setContact(both);
    QVERIFY(m_page->conflictBar()->isVisible());
    EVENTUALLY(namesIn(*m_page->lists()->blocked()).contains(QStringLiteral("Bob")));
    QVERIFY(namesIn(*m_page->lists()->allowed()).contains(QStringLiteral("Bob")));
    const QListWidgetItem *item = m_page->lists()->blocked()->item(0);
    QVERIFY(item->data(Qt::AccessibleTextRole).toString().contains(QLatin1String("both lists")));
    QPushButton *repair = nullptr;
    const QList<QPushButton *> buttons = m_page->conflictBar()->findChildren<QPushButton *>();
    for (QPushButton *button : buttons)
        repair = button->text().contains(QLatin1String("Repair")) ? button : repair;
    QVERIFY(repair);
    repair->click();
    EVENTUALLY(!m_page->conflictBar()->isVisible());
    QVERIFY(contact(bob)->isBlocked() && !contact(bob)->lists.testFlag(List::Allow));
}

void TestPrivacyPage::refusalIsSaidAndNothingIsPretended()
{
    account().signOut();
    m_page->others()->setCurrentIndex(1);
    Q_EMIT m_page->others()->activated(1);
    EVENTUALLY(m_page->errorBar()->isVisible());
    QCOMPARE(m_page->others()->currentIndex(), 0);
}

void TestPrivacyPage::whoHasMe()
{
    ReverseListDialog dialog(account(), nullptr);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    QCOMPARE(dialog.list()->topLevelItemCount(), 2);
    QVERIFY(!dialog.addButton()->isEnabled());
    dialog.list()->setCurrentItem(dialog.list()->topLevelItem(0));
    QCOMPARE(dialog.list()->topLevelItem(0)->text(1), QStringLiteral("Contact"));
    QVERIFY(!dialog.addButton()->isEnabled());
    dialog.blockButton()->click();
    EVENTUALLY(contact(bob)->isBlocked());
    QCOMPARE(dialog.list()->topLevelItem(0)->text(1), QStringLiteral("Contact, blocked"));
}

QTEST_MAIN(TestPrivacyPage)
#include "tst_privacypage.moc"
