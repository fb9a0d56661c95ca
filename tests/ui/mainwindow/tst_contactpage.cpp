#include "ui/mainwindow/contactpage.h"

#include "core/models/contactlistroles.h"
#include "core/roster/contactlist.h"
#include "core/roster/rostereditor.h"
#include "core/storage/contactannotations.h"
#include "core/storage/settings.h"
#include "tests/core/integration/aliceathome.h"
#include "tests/support/eventually.h"
#include "ui/contacts/contactdrop.h"
#include "ui/contacts/contactlistproxy.h"
#include "ui/contacts/contactview.h"
#include "ui/dialogs/addcontactdialog.h"
#include "ui/dialogs/contactcard.h"
#include "ui/mainwindow/accountsection.h"
#include "ui/mainwindow/contactactions.h"
#include "ui/mainwindow/undobar.h"

#include <QAccessible>
#include <QComboBox>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Ui;
using namespace Msn;
using Test::HomeNetwork;

namespace {

Address of(const QString &localPart)
{
    return HomeNetwork::address(localPart);
}

const QString bob = Test::AliceAtHome::bob;
const QString carol = Test::AliceAtHome::carol;

} // namespace

/// The page on a real account against the service in the same process.
class TestContactPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qRegisterMetaType<Address>(); }
    void init();
    void cleanup();
    void typingFiltersAndEnterOpens();
    void keysLeadToTheSearch();
    void keyLeadsToTheMenus();
    void complaint16_blockAsksNothingAndCanBeUndone();
    void deletingCanBeUndone();
    void deletingOffersToBlockToo();
    void droppingMovesBetweenGroups();
    void groupWithPeopleAsksFirst();
    void nicknameOfTheirOwnNameIsNone();
    void propertiesByKey();
    void propertiesKeepWhatIsWritten();
    void everyControlHasAName();
    void addContactLetsOneChooseTheAccount();
    void menusActOnTheListInUse();
    void arrowsGoFromListToList();
    void arrowsPassAListThatIsFolded();
    void searchGoesToWhoeverKnowsSomebody();
    void signingOutByMenuLeavesTheMenuFirst();
    void foldingIsKeptForEachAccount();

private:
    void addCarol();
    Account &account() const { return *m_stage->account; }
    const Contact *contact(const QString &localPart) const;
    QModelIndex row(const QString &name) const;
    QPushButton *barButton(const QString &text) const;
    GroupId group(const QString &name) const;

    std::unique_ptr<Test::AliceAtHome> m_stage;
    std::unique_ptr<ContactAnnotations> m_annotations;
    std::unique_ptr<Settings> m_settings;
    /// The second account, while a test has one.
    std::unique_ptr<Account> m_other;
    std::unique_ptr<ContactAnnotations> m_otherAnnotations;
    std::unique_ptr<ContactPage> m_page;
};

void TestContactPage::init()
{
    m_stage = std::make_unique<Test::AliceAtHome>();
    QVERIFY(m_stage->isSignedIn);
    m_annotations = std::make_unique<ContactAnnotations>(QString());
    m_settings = std::make_unique<Settings>(QString());
    m_page = std::make_unique<ContactPage>(account(), *m_annotations, QStringLiteral("Home"), *m_settings);
    m_page->resize(330, 600);
    m_page->show();
    m_page->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
}

void TestContactPage::cleanup()
{
    m_page.reset();
    m_other.reset();
    m_settings.reset();
    m_annotations.reset();
    m_stage.reset();
}

const Contact *TestContactPage::contact(const QString &localPart) const
{
    return account().contacts().find(of(localPart));
}

QModelIndex TestContactPage::row(const QString &name) const
{
    const QAbstractItemModel *model = m_page->view()->model();
    return model
        ->match(model->index(0, 0), Qt::DisplayRole, name, 1, Qt::MatchFixedString | Qt::MatchRecursive)
        .value(0);
}

QPushButton *TestContactPage::barButton(const QString &text) const
{
    const QList<QPushButton *> buttons = m_page->bar()->findChildren<QPushButton *>();
    for (QPushButton *button : buttons) {
        if (button->isVisible() && button->text().remove(u'&') == text)
            return button;
    }
    return nullptr;
}

GroupId TestContactPage::group(const QString &name) const
{
    const QList<Group> groups = account().contacts().groups();
    for (const Group &known : groups) {
        if (known.name.text() == name)
            return known.id;
    }
    return {};
}

void TestContactPage::typingFiltersAndEnterOpens()
{
    QSignalSpy chat(m_page.get(), &ContactPage::chatWanted);
    m_page->view()->setFocus();
    QTest::keyClick(m_page->view(), Qt::Key_C);
    QCOMPARE(m_page->searchField()->text(), QStringLiteral("c"));
    QVERIFY(m_page->searchField()->hasFocus());
    QTest::keyClicks(m_page->searchField(), QStringLiteral("ar"));
    QVERIFY(row(QStringLiteral("Carol")).isValid());
    QVERIFY(!row(QStringLiteral("Bob")).isValid());
    QTest::keyClick(m_page->searchField(), Qt::Key_Return);
    QCOMPARE(chat.count(), 1);
    QCOMPARE(chat.first().at(1).value<Address>(), of(carol));
    QTest::keyClick(m_page->searchField(), Qt::Key_Escape);
    QVERIFY(row(QStringLiteral("Bob")).isValid());
    QVERIFY(m_page->view()->hasFocus());
}

void TestContactPage::keysLeadToTheSearch()
{
    m_page->view()->setFocus();
    QTest::keyClick(m_page->view(), Qt::Key_F3);
    QVERIFY(m_page->searchField()->hasFocus());
    m_page->view()->setFocus();
    QTest::keyClick(m_page->view(), Qt::Key_F, Qt::ControlModifier);
    QVERIFY(m_page->searchField()->hasFocus());
}

void TestContactPage::keyLeadsToTheMenus()
{
    const auto *bar = m_page->findChild<QMenuBar *>();
    m_page->view()->setFocus();
    QTest::keyClick(m_page->view(), Qt::Key_M, Qt::ControlModifier);
    QVERIFY(bar->activeAction());
    // Leaving them, one is where one was.
    QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Escape);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QTRY_VERIFY(m_page->view()->hasFocus());
}

void TestContactPage::complaint16_blockAsksNothingAndCanBeUndone()
{
    m_page->actions()->block(of(bob));
    EVENTUALLY(contact(bob)->isBlocked() && m_page->bar()->isVisible());
    QVERIFY(m_page->bar()->text().contains(QLatin1String("Bob")));
    QVERIFY(row(QStringLiteral("Bob"))
                .data(Qt::AccessibleTextRole)
                .toString()
                .contains(QLatin1String("blocked")));
    barButton(QStringLiteral("Undo"))->click();
    EVENTUALLY(!contact(bob)->isBlocked() && contact(bob)->lists.testFlag(List::Allow));
    QVERIFY(!m_page->bar()->isVisible());
}

void TestContactPage::deletingCanBeUndone()
{
    m_annotations->setNickname(of(bob), QStringLiteral("Bobby"));
    m_page->view()->setCurrentIndex(row(QStringLiteral("Bobby")));
    m_page->view()->setFocus();
    QTest::keyClick(m_page->view(), Qt::Key_Delete);
    EVENTUALLY(!row(QStringLiteral("Bobby")).isValid() && barButton(QStringLiteral("Undo")));
    QVERIFY(m_page->bar()->text().contains(QLatin1String("Bobby")));
    barButton(QStringLiteral("Undo"))->click();
    // With group and nickname, as before.
    EVENTUALLY(row(QStringLiteral("Bobby")).isValid());
    EVENTUALLY(row(QStringLiteral("Bobby")).parent().data().toString() == QLatin1String("Friends"));
}

void TestContactPage::deletingOffersToBlockToo()
{
    m_page->actions()->removeContact(of(bob));
    EVENTUALLY(barButton(QStringLiteral("Block too")));
    barButton(QStringLiteral("Block too"))->click();
    EVENTUALLY(contact(bob) && contact(bob)->isBlocked());
    QVERIFY(!contact(bob)->isOnForwardList());
}

void TestContactPage::droppingMovesBetweenGroups()
{
    QSignalSpy added(&account().contacts(), &ContactList::groupAdded);
    account().editor().addGroup(FriendlyName(QStringLiteral("Work")), {this, [](const auto &) {}});
    QVERIFY(added.wait());
    const GroupId friends = group(QStringLiteral("Friends"));
    const GroupId work = group(QStringLiteral("Work"));
    m_page->actions()->drop({ContactDrop::Deed::Copy, of(bob), friends.bytes(), work.bytes()});
    EVENTUALLY(contact(bob)->groups.size() == 2);
    m_page->actions()->drop({ContactDrop::Deed::Move, of(carol), friends.bytes(), work.bytes()});
    EVENTUALLY(contact(carol)->groups == QList<GroupId>{work});
    m_page->actions()->removeFromAllGroups(of(bob));
    EVENTUALLY(!contact(bob)->groups.contains(work) && !contact(bob)->groups.contains(friends));
    // As before MSNP10 nobody can be without a group, they end in the server's own.
    QVERIFY(contact(bob)->isOnForwardList());
    m_page->actions()->drop({ContactDrop::Deed::MakeFavourite, of(bob), {}, {}});
    QVERIFY(m_annotations->of(of(bob)).isFavourite);
    QCOMPARE(m_page->view()->model()->index(0, 0).data().toString(), QStringLiteral("Favourites"));
}

void TestContactPage::groupWithPeopleAsksFirst()
{
    const GroupId friends = group(QStringLiteral("Friends"));
    m_page->view()->setFocus();
    m_page->actions()->removeGroup(friends);
    QVERIFY(m_page->bar()->text().contains(QLatin1String("Friends")));
    QVERIFY(barButton(QStringLiteral("Keep it"))->hasFocus());
    QVERIFY(account().contacts().findGroup(friends));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QVERIFY(!m_page->bar()->isVisible());
    QVERIFY(m_page->view()->hasFocus());
    m_page->actions()->removeGroup(friends);
    barButton(QStringLiteral("Delete the group"))->click();
    EVENTUALLY(!account().contacts().findGroup(friends));
    QVERIFY(contact(bob)->isOnForwardList());
    QVERIFY(row(QStringLiteral("Bob")).isValid());
}

void TestContactPage::nicknameOfTheirOwnNameIsNone()
{
    m_page->actions()->setNickname(of(bob), QStringLiteral("Bobby"));
    QVERIFY(row(QStringLiteral("Bobby")).isValid());
    m_page->actions()->setNickname(of(bob), QStringLiteral(" Bob "));
    QVERIFY(m_annotations->of(of(bob)).isEmpty());
}

void TestContactPage::propertiesByKey()
{
    m_page->view()->setCurrentIndex(row(QStringLiteral("Bob")));
    QTest::keyClick(m_page->view(), Qt::Key_Return, Qt::AltModifier);
    const auto *card = m_page->findChild<ContactCard *>();
    QVERIFY(card);
    QVERIFY(card->facts().contains(QStringLiteral("In your contacts")));
    QVERIFY(card->facts().contains(QStringLiteral("Groups: Friends")));
    QVERIFY(card->facts().contains(QStringLiteral("May see when you are online and write to you")));
    QVERIFY(card->facts().contains(QStringLiteral("Has you in their contacts")));
}

void TestContactPage::propertiesKeepWhatIsWritten()
{
    m_page->actions()->editNote(of(bob));
    auto *card = m_page->findChild<ContactCard *>();
    QVERIFY(card);
    QTRY_VERIFY(card->noteEdit()->hasFocus());
    QTest::keyClicks(card->noteEdit(), QStringLiteral("plays the cello"));
    QTest::keyClick(card, Qt::Key_Escape);
    QCOMPARE(m_annotations->of(of(bob)).note, QStringLiteral("plays the cello"));
}

void TestContactPage::everyControlHasAName()
{
    const QList<QWidget *> widgets = m_page->findChildren<QWidget *>();
    for (QWidget *widget : widgets) {
        if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible())
            continue;
        QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(widget);
        const QString name = interface ? interface->text(QAccessible::Name) : QString();
        QVERIFY2(!name.isEmpty(), widget->metaObject()->className());
    }
}

/// Carol uses the same window.
void TestContactPage::addCarol()
{
    m_other = m_stage->home.client(carol, ProtocolVersion::Msnp9);
    QVERIFY(HomeNetwork::signIn(*m_other));
    m_otherAnnotations = std::make_unique<ContactAnnotations>(QString());
    m_page->addAccount(*m_other, *m_otherAnnotations, QStringLiteral("Home"));
}

void TestContactPage::addContactLetsOneChooseTheAccount()
{
    addCarol();
    m_page->actions()->addContact(of(bob));
    auto *dialog = m_page->findChild<AddContactDialog *>();
    auto *who = dialog->findChild<QComboBox *>();
    QVERIFY(who->isVisible());
    QCOMPARE(who->count(), 2);
    QCOMPARE(who->currentText(), of(QStringLiteral("alice")).toString());
    who->setCurrentIndex(1);
    QTest::keyClick(dialog, Qt::Key_Return);
    EVENTUALLY(m_other->contacts().find(of(bob)) && m_other->contacts().find(of(bob))->isOnForwardList());
}

void TestContactPage::menusActOnTheListInUse()
{
    addCarol();
    QCOMPARE(m_page->current(), m_page->sections().constFirst());
    m_page->sections().constLast()->view()->setFocus();
    QCOMPARE(m_page->current(), m_page->sections().constLast());
    QCOMPARE(&m_page->actions()->account(), m_other.get());
    m_page->sections().constFirst()->view()->setFocus();
    QCOMPARE(&m_page->actions()->account(), &account());
    m_page->sections().constLast()->view()->setFocus();
    m_page->removeAccount(*m_other);
    QCOMPARE(&m_page->actions()->account(), &account());
}

void TestContactPage::arrowsGoFromListToList()
{
    addCarol();
    ContactView *first = m_page->sections().constFirst()->view();
    ContactView *second = m_page->sections().constLast()->view();
    QTRY_VERIFY(second->isVisible());
    first->setFocus();
    first->enterAtEnd(true);
    const QString last = first->currentIndex().data().toString();
    QTest::keyClick(first, Qt::Key_Down);
    QCOMPARE(m_page->focusWidget(), second);
    QCOMPARE(second->currentIndex(), second->model()->index(0, 0));
    QCOMPARE(m_page->current(), m_page->sections().constLast());
    QVERIFY(first->selectionModel()->selection().isEmpty());
    QTest::keyClick(second, Qt::Key_Up);
    QCOMPARE(m_page->focusWidget(), first);
    QVERIFY(second->selectionModel()->selection().isEmpty());
    QVERIFY(first->selectionModel()->isSelected(first->currentIndex()));
    QCOMPARE(first->currentIndex().data().toString(), last);
    // At the very ends there is nowhere to go.
    first->enterAtEnd(false);
    QTest::keyClick(first, Qt::Key_Up);
    QCOMPARE(m_page->focusWidget(), first);
    second->setFocus();
    second->enterAtEnd(true);
    QTest::keyClick(second, Qt::Key_Down);
    QCOMPARE(m_page->focusWidget(), second);
}

void TestContactPage::arrowsPassAListThatIsFolded()
{
    m_stage->home.addAccount(QStringLiteral("dave"), QStringLiteral("Dave"));
    m_stage->home.befriend(bob, QStringLiteral("dave"));
    addCarol();
    auto dave = m_stage->home.client(QStringLiteral("dave"), ProtocolVersion::Msnp10);
    QVERIFY(HomeNetwork::signIn(*dave));
    m_page->addAccount(*dave, *m_otherAnnotations, QStringLiteral("Home"));
    ContactView *first = m_page->sections().at(0)->view();
    ContactView *folded = m_page->sections().at(1)->view();
    ContactView *third = m_page->sections().at(2)->view();
    QTRY_VERIFY(third->isVisible());
    folded->hide();
    first->setFocus();
    first->enterAtEnd(true);
    QTest::keyClick(first, Qt::Key_Down);
    QCOMPARE(m_page->focusWidget(), third);
    QTest::keyClick(third, Qt::Key_Up);
    QCOMPARE(m_page->focusWidget(), first);
    m_page->removeAccount(*dave);
}

void TestContactPage::searchGoesToWhoeverKnowsSomebody()
{
    m_stage->home.addAccount(QStringLiteral("erin"), QStringLiteral("Erin"));
    m_stage->home.befriend(carol, QStringLiteral("erin"));
    addCarol();
    ContactView *second = m_page->sections().constLast()->view();
    QTRY_VERIFY(second->isVisible());
    QLineEdit *search = m_page->searchField();
    search->setFocus();
    QSignalSpy chats(m_page.get(), &ContactPage::chatWanted);
    QTest::keyClick(search, Qt::Key_Return); // nothing is searched, so nobody is found
    QCOMPARE(chats.count(), 0);
    QTest::keyClicks(search, QStringLiteral("eri"));
    QTest::keyClick(search, Qt::Key_Return);
    QCOMPARE(chats.count(), 1);
    QCOMPARE(chats.at(0).at(0).value<Account *>(), m_other.get());
    QTest::keyClick(search, Qt::Key_Down);
    QCOMPARE(m_page->focusWidget(), second);
    QCOMPARE(second->currentIndex().data(AddressRole).toString(), of(QStringLiteral("erin")).toString());
}

/// Whoever hears of it deletes the page, and with it the menu that is still at work.
void TestContactPage::signingOutByMenuLeavesTheMenuFirst()
{
    const QSignalSpy signOut(m_page.get(), &ContactPage::signOutRequested);
    const auto *bar = m_page->findChild<QMenuBar *>();
    const QList<QAction *> entries = bar->actions().constFirst()->menu()->actions();
    const auto entry = std::find_if(entries.begin(), entries.end(),
        [](const QAction *action) { return action->text() == QStringLiteral("Sign &out"); });
    QVERIFY(entry != entries.end());
    (*entry)->trigger();
    QCOMPARE(signOut.count(), 0);
    QTRY_COMPARE(signOut.count(), 1);
}

void TestContactPage::foldingIsKeptForEachAccount()
{
    addCarol();
    ContactView *first = m_page->sections().constFirst()->view();
    const QModelIndex friends = row(QStringLiteral("Bob")).parent();
    first->collapse(friends);
    QCOMPARE(first->collapsedGroups().size(), 1);
    QVERIFY(m_page->sections().constLast()->view()->collapsedGroups().isEmpty());
    m_page->removeAccount(*m_other);
    m_page->addAccount(*m_other, *m_otherAnnotations, QStringLiteral("Home"));
    QVERIFY(m_page->sections().constLast()->view()->collapsedGroups().isEmpty());
    // Folding there leaves what is folded here alone.
    ContactView *second = m_page->sections().constLast()->view();
    second->collapse(second->model()->index(0, 0));
    ContactPage again(account(), *m_annotations, QStringLiteral("Home"), *m_settings);
    QCOMPARE(again.view()->collapsedGroups(), first->collapsedGroups());
}

QTEST_MAIN(TestContactPage)
#include "tst_contactpage.moc"
