#include "app/shots/menushots.h"

#include "app/shots/liststage.h"
#include "ui/contacts/contactview.h"
#include "ui/mainwindow/contactmenus.h"
#include "ui/mainwindow/contactpage.h"
#include "ui/mainwindow/mainmenu.h"
#include "ui/mainwindow/statusmenu.h"

#include <QApplication>
#include <QMenu>
#include <QMenuBar>

namespace App {

using namespace Msn;

namespace {

/// A menu of a page that is never shown itself.
Shot menuShot(const QString &name, const QString &row)
{
    return {name, [row]() -> std::unique_ptr<QWidget> {
                auto *page = samplePage().release();
                auto menu = std::make_unique<QMenu>();
                page->findChild<Ui::ContactMenus *>()->fill(*menu, rowOf(*page, row));
                QObject::connect(menu.get(), &QObject::destroyed, page, &QObject::deleteLater);
                return menu;
            }};
}

/// A menu of the menu bar, \p index from the left, as it opens.
Shot mainMenuShot(const QString &name, int index, const QString &submenu = {})
{
    return {name, [index, submenu]() -> std::unique_ptr<QWidget> {
                auto *page = samplePage().release();
                page->menu()->statusMenu()->setEnabled(true);
                page->view()->setCurrentIndex(rowOf(*page, QStringLiteral("Rosa")));
                const auto *bar = page->findChild<QMenuBar *>();
                QMenu *menu = bar->actions().at(index)->menu();
                Q_EMIT menu->aboutToShow();
                if (!submenu.isEmpty()) {
                    const QList<QAction *> entries = menu->actions();
                    for (QAction *entry : entries) {
                        if (entry->menu() && entry->text().remove(u'&') == submenu)
                            menu = entry->menu();
                    }
                    Q_EMIT menu->aboutToShow();
                }
                menu->setParent(nullptr, Qt::Popup);
                QObject::connect(menu, &QObject::destroyed, qApp, [page] { delete page; });
                return std::unique_ptr<QWidget>(menu);
            }};
}

Shot statusMenuShot()
{
    return {QStringLiteral("menu-status"), []() -> std::unique_ptr<QWidget> {
                auto menu = std::make_unique<Ui::StatusMenu>(QString());
                menu->setStatus(Status::Away);
                return menu;
            }};
}

} // namespace

QList<Shot> menuShots()
{
    return {
        menuShot(QStringLiteral("menu-contact"), QStringLiteral("Rosa")),
        mainMenuShot(QStringLiteral("menu-file"), 0),
        mainMenuShot(QStringLiteral("menu-contacts"), 1),
        mainMenuShot(QStringLiteral("menu-contacts-groups"), 1, QStringLiteral("Manage groups")),
        mainMenuShot(QStringLiteral("menu-contacts-sort"), 1, QStringLiteral("Sort contacts by")),
        mainMenuShot(QStringLiteral("menu-actions"), 2),
        mainMenuShot(QStringLiteral("menu-tools"), 3),
        mainMenuShot(QStringLiteral("menu-help"), 4),
        menuShot(QStringLiteral("menu-group"), QStringLiteral("Friends")),
        statusMenuShot(),
    };
}

} // namespace App
