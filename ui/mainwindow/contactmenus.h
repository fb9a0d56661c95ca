#pragma once

#include <QObject>

class QMenu;
class QModelIndex;

namespace Msn {
class Address;
struct Contact;
struct Group;
} // namespace Msn

namespace Ui {

class ContactActions;
class ContactView;

/// Fills the context menus of the list, and the same entries in the menu bar. Entries depend on
/// whom they are for, so a menu is filled each time it is opened.
class ContactMenus : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive the menus.
    ContactMenus(ContactActions &actions, ContactView &view);

    /// For a row of the view; an invalid index: what can be done with the list as a whole.
    void fill(QMenu &menu, const QModelIndex &index) const;
    /// New, rename and delete, with all groups to choose from.
    void fillForGroups(QMenu &menu) const;
    void popup(const QModelIndex &index, const QPoint &globalPosition) const;

private:
    void fillForContact(QMenu &menu, const QModelIndex &index) const;
    void fillForGroup(QMenu &menu, const QModelIndex &index) const;
    void fillForList(QMenu &menu) const;
    void addTalking(QMenu &menu, const Msn::Address &address) const;
    void addGroupMenus(QMenu &menu, const Msn::Contact &contact, const QModelIndex &index) const;
    void addOwnTouches(QMenu &menu, const QModelIndex &index) const;
    void addCopying(QMenu &menu, const QModelIndex &index) const;
    void addParting(QMenu &menu, const Msn::Contact &contact) const;
    /// Starts the editor in the row of a group.
    void editGroup(const QByteArray &id) const;

    ContactActions &m_actions;
    ContactView &m_view;
};

} // namespace Ui
