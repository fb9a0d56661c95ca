#include "ui/mainwindow/contactmenus.h"

#include "core/account/account.h"
#include "core/roster/contactlist.h"
#include "core/storage/contactannotations.h"
#include "core/storage/settings.h"
#include "ui/contacts/contactview.h"
#include "ui/mainwindow/contactpage.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QMenuBar>
#include <QSet>
#include <QTest>

using namespace Ui;
using namespace Msn;

class TestContactMenus : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void contactEntries();
    void groupNamesAreNoMnemonics();
    void blockedPeopleCanBeUnblocked();
    void favouriteEntryTurns();
    void nobodyIsMovedOutOfTheFavourites();
    void copiesAddressAndOwnName();
    void groupEntries();
    void mnemonicsDoNotClash();

private:
    QModelIndex row(const QString &name) const;
    QStringList entries(const QString &name) const;
    QAction *entry(QMenu &menu, const QString &text) const;

    std::unique_ptr<Account> m_account;
    ContactAnnotations m_annotations{QString()};
    Settings m_settings{QString()};
    std::unique_ptr<ContactPage> m_page;
};

void TestContactMenus::init()
{
    m_account = std::make_unique<Account>(NetworkDescription(), Address(QStringLiteral("me@example.com")));
    Contact ana;
    ana.address = Address(QStringLiteral("ana@example.com"));
    ana.friendlyName = FriendlyName(QStringLiteral("Ana"));
    ana.lists = Lists(List::Forward) | List::Allow;
    ana.groups = {GroupId("1"), GroupId("2")};
    Contact ben = ana;
    ben.address = Address(QStringLiteral("ben@example.com"));
    ben.friendlyName = FriendlyName(QStringLiteral("Ben"));
    ben.lists = Lists(List::Forward) | List::Block;
    ben.groups = {};
    m_account->contacts().replace({ana, ben},
        {{GroupId("1"), FriendlyName(QStringLiteral("Family"))},
            {GroupId("2"), FriendlyName(QStringLiteral("Work"))},
            {GroupId("3"), FriendlyName(QStringLiteral("R&D"))}});
    m_annotations.set(ana.address, {});
    m_annotations.set(ben.address, {});
    m_page = std::make_unique<ContactPage>(*m_account, m_annotations, QStringLiteral("Home"), m_settings);
}

void TestContactMenus::cleanup()
{
    m_page.reset();
    m_account.reset();
}

QModelIndex TestContactMenus::row(const QString &name) const
{
    const QAbstractItemModel *model = m_page->view()->model();
    return model
        ->match(model->index(0, 0), Qt::DisplayRole, name, 1, Qt::MatchFixedString | Qt::MatchRecursive)
        .value(0);
}

QStringList TestContactMenus::entries(const QString &name) const
{
    QMenu menu;
    m_page->findChild<ContactMenus *>()->fill(menu, row(name));
    QStringList texts;
    const QList<QAction *> actions = menu.actions();
    for (const QAction *action : actions) {
        if (!action->isSeparator())
            texts.append(action->text().remove(u'&'));
    }
    return texts;
}

QAction *TestContactMenus::entry(QMenu &menu, const QString &text) const
{
    const QList<QAction *> actions = menu.actions();
    for (QAction *action : actions) {
        if (action->text().remove(u'&') == text)
            return action;
    }
    return nullptr;
}

void TestContactMenus::contactEntries()
{
    QCOMPARE(entries(QStringLiteral("Ana")),
        (QStringList{QStringLiteral("Send an instant message"),
            QStringLiteral("Send e-mail (ana@example.com)"), QStringLiteral("View message history"),
            QStringLiteral("Add to favourites"), QStringLiteral("Set nickname…"), QStringLiteral("Notes…"),
            QStringLiteral("Alerts and sounds…"), QStringLiteral("Move to group"),
            QStringLiteral("Copy to group"), QStringLiteral("Take out of this group"),
            QStringLiteral("Take out of all groups"), QStringLiteral("Copy e-mail address"),
            QStringLiteral("Copy name"), QStringLiteral("Block"), QStringLiteral("Delete contact"),
            QStringLiteral("Properties")}));
}

void TestContactMenus::groupNamesAreNoMnemonics()
{
    QMenu menu;
    m_page->findChild<ContactMenus *>()->fill(menu, row(QStringLiteral("Ana")));
    const QAction *move = entry(menu, QStringLiteral("Move to group"));
    QVERIFY(move && move->menu());
    QCOMPARE(move->menu()->actions().size(), 1);
    QCOMPARE(move->menu()->actions().constFirst()->text(), QStringLiteral("R&&D"));
}

void TestContactMenus::blockedPeopleCanBeUnblocked()
{
    const QStringList texts = entries(QStringLiteral("Ben"));
    QVERIFY(texts.contains(QStringLiteral("Unblock")));
    QVERIFY(!texts.contains(QStringLiteral("Block")));
    // In no group there is nothing to leave or to copy from.
    QVERIFY(!texts.contains(QStringLiteral("Copy to group")));
    QVERIFY(!texts.contains(QStringLiteral("Take out of this group")));
}

void TestContactMenus::favouriteEntryTurns()
{
    const Address ana(QStringLiteral("ana@example.com"));
    QMenu menu;
    m_page->findChild<ContactMenus *>()->fill(menu, row(QStringLiteral("Ana")));
    entry(menu, QStringLiteral("Add to favourites"))->trigger();
    QVERIFY(m_annotations.of(ana).isFavourite);
    QVERIFY(entries(QStringLiteral("Ana")).contains(QStringLiteral("Remove from favourites")));
}

void TestContactMenus::nobodyIsMovedOutOfTheFavourites()
{
    m_annotations.setFavourite(Address(QStringLiteral("ana@example.com")), true);
    const QAbstractItemModel *model = m_page->view()->model();
    QMenu menu;
    m_page->findChild<ContactMenus *>()->fill(menu, model->index(0, 0, model->index(0, 0)));
    QVERIFY(entry(menu, QStringLiteral("Copy to group")));
    QVERIFY(!entry(menu, QStringLiteral("Move to group")));
    QVERIFY(!entry(menu, QStringLiteral("Take out of this group")));
}

void TestContactMenus::copiesAddressAndOwnName()
{
    m_annotations.setNickname(Address(QStringLiteral("ana@example.com")), QStringLiteral("Annie"));
    QMenu menu;
    m_page->findChild<ContactMenus *>()->fill(menu, row(QStringLiteral("Annie")));
    entry(menu, QStringLiteral("Copy name"))->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("Ana"));
    entry(menu, QStringLiteral("Copy e-mail address"))->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("ana@example.com"));
}

void TestContactMenus::groupEntries()
{
    QCOMPARE(entries(QStringLiteral("Family")),
        (QStringList{QStringLiteral("Rename group"), QStringLiteral("Delete group"),
            QStringLiteral("Add a contact…"), QStringLiteral("New group…")}));
    QCOMPARE(entries(QStringLiteral("Other contacts")),
        (QStringList{QStringLiteral("Add a contact…"), QStringLiteral("New group…")}));
}

void TestContactMenus::mnemonicsDoNotClash()
{
    QList<QMenu *> menus;
    QMenu contact;
    QMenu group;
    const auto *source = m_page->findChild<ContactMenus *>();
    source->fill(contact, row(QStringLiteral("Ana")));
    source->fill(group, row(QStringLiteral("Family")));
    menus << &contact << &group;
    const QList<QAction *> bar = m_page->findChild<QMenuBar *>()->actions();
    for (const QAction *action : bar) {
        Q_EMIT action->menu()->aboutToShow();
        menus.append(action->menu());
    }
    for (const QMenu *menu : std::as_const(menus)) {
        QSet<QChar> keys;
        const QList<QAction *> actions = menu->actions();
        for (const QAction *action : actions) {
            QString text = action->text();
            text.remove(QLatin1String("&&"));
            const qsizetype at = text.indexOf(u'&');
            if (action->isSeparator() || !action->isVisible())
                continue;
            QVERIFY2(at >= 0, qPrintable(action->text()));
            const QChar key = text.at(at + 1).toLower();
            QVERIFY2(!keys.contains(key), qPrintable(action->text()));
            keys.insert(key);
        }
    }
}

QTEST_MAIN(TestContactMenus)
#include "tst_contactmenus.moc"
