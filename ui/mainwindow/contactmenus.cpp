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

namespace {

QIcon icon(const char *name)
{
    return Icons::icon(QLatin1String(name));
}

/// A person's own words must not become mnemonics.
QString escaped(QString text)
{
    return text.replace(u'&', QLatin1String("&&"));
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
    QAction *chat = menu.addAction(icon("send"), tr("Send an &instant message"), actions,
        [actions, address] { actions->chat(address); });
    menu.setDefaultAction(chat);
    menu.addAction(icon("mail"), tr("Send &e-mail (%1)").arg(escaped(address.toString())), actions,
        [actions, address] { actions->sendMail(address); });
    menu.addSeparator();
    addGroupMenus(menu, *contact, index.data(GroupIdRole).toByteArray());
    menu.addSeparator();
    menu.addAction(icon("copy"), tr("Copy e-mail a&ddress"), actions,
        [actions, address] { actions->copyText(address.toString()); });
    const QString name = contact->displayName();
    menu.addAction(tr("Copy &name"), actions, [actions, name] { actions->copyText(name); });
    menu.addSeparator();
    if (contact->isBlocked())
        menu.addAction(
            icon("unblock"), tr("Un&block"), actions, [actions, address] { actions->unblock(address); });
    else
        menu.addAction(icon("block"), tr("&Block"), actions, [actions, address] { actions->block(address); });
    menu.addAction(icon("remove-contact"), tr("&Remove from my contacts"), actions,
        [actions, address] { actions->removeContact(address); });
}

void ContactMenus::addGroupMenus(QMenu &menu, const Contact &contact, const QByteArray &groupBytes) const
{
    ContactActions *actions = &m_actions;
    const Address address = contact.address;
    const GroupId current(groupBytes);
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
    if (!move->isEmpty()) {
        menu.addMenu(move);
        // Without a group there is nothing to stay in.
        if (!current.isEmpty())
            menu.addMenu(copy);
    }
    if (!current.isEmpty())
        menu.addAction(tr("Take out of this &group"), actions,
            [actions, address, current] { actions->removeFromGroup(address, current); });
}

void ContactMenus::fillForGroup(QMenu &menu, const QModelIndex &index) const
{
    ContactActions *actions = &m_actions;
    if (index.data(GroupKindRole).toInt() == static_cast<int>(GroupKind::Server)) {
        const GroupId id(index.data(GroupIdRole).toByteArray());
        const QPersistentModelIndex row(index);
        menu.addAction(tr("&Rename the group"), &m_view, [this, row] { m_view.edit(row); })
            ->setShortcut(Qt::Key_F2);
        menu.addAction(
            icon("minus"), tr("&Delete the group"), actions, [actions, id] { actions->removeGroup(id); });
        menu.addSeparator();
    }
    fillForList(menu);
}

void ContactMenus::fillForList(QMenu &menu) const
{
    ContactActions *actions = &m_actions;
    menu.addAction(icon("add-contact"), tr("&Add a contact…"), actions, [actions] { actions->addContact(); });
    menu.addAction(icon("group-add"), tr("New &group…"), actions, &ContactActions::addGroup);
}

} // namespace Ui
