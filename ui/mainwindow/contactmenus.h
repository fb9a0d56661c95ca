#pragma once

#include <QObject>

class QMenu;
class QModelIndex;

namespace Msn {
class Address;
struct Contact;
} // namespace Msn

namespace Ui {

class ContactActions;
class ContactView;

/// Fills the context menus of the list, and the same entries in the menu bar.
class ContactMenus : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive the menus.
    ContactMenus(ContactActions &actions, ContactView &view);

    /// For a row of the view; an invalid index: what can be done with the list as a whole.
    void fill(QMenu &menu, const QModelIndex &index) const;
    void popup(const QModelIndex &index, const QPoint &globalPosition) const;

private:
    void fillForContact(QMenu &menu, const QModelIndex &index) const;
    void fillForGroup(QMenu &menu, const QModelIndex &index) const;
    void fillForList(QMenu &menu) const;
    void addGroupMenus(QMenu &menu, const Msn::Contact &contact, const QByteArray &group) const;

    ContactActions &m_actions;
    ContactView &m_view;
};

} // namespace Ui
