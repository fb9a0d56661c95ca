#include "ui/mainwindow/contactmenus.h"

#include "core/account/account.h"
#include "core/models/contactlistroles.h"
#include "core/roster/contactlist.h"
#include "ui/contacts/contactview.h"
#include "ui/icons/icons.h"
#include "ui/mainwindow/contactactions.h"

#include <QMenu>

namespace Ui {

using namespace Msn;
using Icons::icon;

namespace {

/// A person's own words must not become mnemonics.
QString escaped(QString text)
{
    return text.replace(u'&', QLatin1String("&&"));
}

/// Shown beside the entry; the list itself listens to the keys.
void showKey(QAction *action, const QKeySequence &key)
{
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetShortcut);
}

} // namespace

ContactMenus::ContactMenus(ContactActions &actions, ContactView &view)
    : QObject(&view)
    , m_actions(actions)
    , m_view(view)
{
    connect(&view, &ContactView::menuRequested, this, &ContactMenus::popup);
}

void ContactMenus::fill(QMenu &menu, const QModelIndex &index) const
{
    if (!index.isValid())
        fillForList(menu);
    else if (index.data(RowTypeRole).toInt() == static_cast<int>(ContactListRow::Contact))
        fillForContact(menu, index);
    else
        fillForGroup(menu, index);
}

void ContactMenus::popup(const QModelIndex &index, const QPoint &globalPosition) const
{
    auto *menu = new QMenu(&m_view);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fill(*menu, index);
    menu->popup(globalPosition);
}

void ContactMenus::fillForContact(QMenu &menu, const QModelIndex &index) const
{
    const Address address(index.data(AddressRole).toString());
    const Contact *contact = m_actions.account().contacts().find(address);
    if (!contact)
        return;
    ContactActions *actions = &m_actions;
    addTalking(menu, address);
    menu.addSeparator();
    addOwnTouches(menu, index);
    menu.addSeparator();
    addGroupMenus(menu, *contact, index);
    menu.addSeparator();
    addCopying(menu, index);
    menu.addSeparator();
    addParting(menu, *contact);
    menu.addSeparator();
    showKey(menu.addAction(icon("person"), tr("P&roperties"), actions,
                [actions, address] { actions->showProperties(address); }),
        QKeySequence(Qt::ALT | Qt::Key_Return));
}

void ContactMenus::addTalking(QMenu &menu, const Address &address) const
{
    ContactActions *actions = &m_actions;
    QAction *chat = menu.addAction(icon("send"), tr("Send an &instant message"), actions,
        [actions, address] { actions->chat(address); });
    menu.setDefaultAction(chat);
    menu.addAction(icon("mail"), tr("Send &e-mail (%1)").arg(escaped(address.toString())), actions,
        [actions, address] { actions->sendMail(address); });
    menu.addAction(icon("history"), tr("View message &history"), actions,
        [actions, address] { Q_EMIT actions->historyWanted(address); });
}

/// What only this person sees: nickname, note, favourite.
void ContactMenus::addOwnTouches(QMenu &menu, const QModelIndex &index) const
{
    ContactActions *actions = &m_actions;
    const Address address(index.data(AddressRole).toString());
    const bool favourite = index.data(IsFavouriteRole).toBool();
    menu.addAction(icon(favourite ? "star" : "star-filled"),
        favourite ? tr("Remove from &favourites") : tr("Add to &favourites"), actions,
        [actions, address, favourite] { actions->setFavourite(address, !favourite); });
    const QPersistentModelIndex row(index);
    showKey(menu.addAction(icon("typing"), tr("Set nic&kname…"), &m_view, [this, row] { m_view.edit(row); }),
        QKeySequence(Qt::Key_F2));
    menu.addAction(icon("note"), tr("N&otes…"), actions, [actions, address] { actions->editNote(address); });
    menu.addAction(icon("sound"), tr("&Alerts and sounds…"), actions,
        [actions, address] { Q_EMIT actions->alertsWanted(address); });
}

void ContactMenus::addGroupMenus(QMenu &menu, const Contact &contact, const QModelIndex &index) const
{
    ContactActions *actions = &m_actions;
    const Address address = contact.address;
    const GroupId current(index.data(GroupIdRole).toByteArray());
    const bool isUngrouped = index.data(GroupKindRole).toInt() == static_cast<int>(GroupKind::Ungrouped);
    auto *copy = new QMenu(tr("&Copy to group"), &menu);
    auto *move = new QMenu(tr("&Move to group"), &menu);
    const QList<Group> groups = m_actions.account().contacts().groups();
    for (const Group &group : groups) {
        if (contact.groups.contains(group.id))
            continue;
        const GroupId id = group.id;
        const QString name = escaped(group.name.singleLine());
        copy->addAction(name, actions, [actions, address, id] { actions->copyToGroup(address, id); });
        move->addAction(
            name, actions, [actions, address, current, id] { actions->moveToGroup(address, current, id); });
    }
    // Whoever is in no group can only go into one; from the other headings nobody can be taken away.
    if (!move->isEmpty() && (!current.isEmpty() || isUngrouped))
        menu.addMenu(move);
    if (!copy->isEmpty() && !isUngrouped)
        menu.addMenu(copy);
    if (!current.isEmpty())
        menu.addAction(tr("Take out of this &group"), actions,
            [actions, address, current] { actions->removeFromGroup(address, current); });
    if (contact.groups.size() > 1)
        menu.addAction(tr("Take out of a&ll groups"), actions,
            [actions, address] { actions->removeFromAllGroups(address); });
}

void ContactMenus::addCopying(QMenu &menu, const QModelIndex &index) const
{
    ContactActions *actions = &m_actions;
    const QString address = index.data(AddressRole).toString();
    const QString name = index.data(OwnNameRole).toString();
    menu.addAction(icon("copy"), tr("Copy e-mail a&ddress"), actions,
        [actions, address] { actions->copyText(address); });
    menu.addAction(tr("Copy &name"), actions, [actions, name] { actions->copyText(name); });
}

void ContactMenus::addParting(QMenu &menu, const Contact &contact) const
{
    ContactActions *actions = &m_actions;
    const Address address = contact.address;
    if (contact.isBlocked())
        menu.addAction(
            icon("unblock"), tr("Un&block"), actions, [actions, address] { actions->unblock(address); });
    else
        menu.addAction(icon("block"), tr("&Block"), actions, [actions, address] { actions->block(address); });
    showKey(menu.addAction(icon("remove-contact"), tr("Delete con&tact"), actions,
                [actions, address] { actions->removeContact(address); }),
        QKeySequence(Qt::Key_Delete));
}

void ContactMenus::fillForGroup(QMenu &menu, const QModelIndex &index) const
{
    ContactActions *actions = &m_actions;
    if (index.data(GroupKindRole).toInt() == static_cast<int>(GroupKind::Server)) {
        const QByteArray id = index.data(GroupIdRole).toByteArray();
        showKey(menu.addAction(tr("&Rename group"), this, [this, id] { editGroup(id); }),
            QKeySequence(Qt::Key_F2));
        showKey(menu.addAction(icon("minus"), tr("&Delete group"), actions,
                    [actions, id] { actions->removeGroup(GroupId(id)); }),
            QKeySequence(Qt::Key_Delete));
        menu.addSeparator();
    }
    fillForList(menu);
}

void ContactMenus::fillForGroups(QMenu &menu) const
{
    ContactActions *actions = &m_actions;
    menu.addAction(icon("group-add"), tr("&New group…"), actions, &ContactActions::addGroup);
    QMenu *rename = menu.addMenu(tr("&Rename a group"));
    QMenu *remove = menu.addMenu(tr("&Delete a group"));
    const QList<Group> groups = m_actions.account().contacts().groups();
    for (const Group &group : groups) {
        const QByteArray id = group.id.bytes();
        const QString name = escaped(group.name.singleLine());
        rename->addAction(name, this, [this, id] { editGroup(id); });
        remove->addAction(name, actions, [actions, id] { actions->removeGroup(GroupId(id)); });
    }
    rename->setEnabled(!groups.isEmpty());
    remove->setEnabled(!groups.isEmpty());
}

void ContactMenus::fillForList(QMenu &menu) const
{
    ContactActions *actions = &m_actions;
    menu.addAction(icon("add-contact"), tr("&Add a contact…"), actions, [actions] { actions->addContact(); });
    menu.addAction(icon("group-add"), tr("New &group…"), actions, &ContactActions::addGroup);
}

void ContactMenus::editGroup(const QByteArray &id) const
{
    const QAbstractItemModel *model = m_view.model();
    for (int row = 0; row < model->rowCount(); ++row) {
        const QModelIndex index = model->index(row, 0);
        if (index.data(GroupKindRole).toInt() != static_cast<int>(GroupKind::Server)
            || index.data(GroupIdRole).toByteArray() != id)
            continue;
        m_view.setCurrentIndex(index);
        m_view.edit(index);
        return;
    }
}

} // namespace Ui
