#pragma once

#include <QDialog>

class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace Msn {
class Account;
class Address;
struct Contact;
} // namespace Msn

namespace Ui {

class MessageBar;

/// Everybody who has us in their contacts, as far as the server tells, and what they are to us.
/// Deletes itself when closed.
class ReverseListDialog : public QDialog
{
    Q_OBJECT

public:
    /// \p account must outlive the dialog.
    ReverseListDialog(Msn::Account &account, QWidget *parent);

    QTreeWidget *list() const { return m_list; }
    QPushButton *addButton() const { return m_add; }
    QPushButton *blockButton() const { return m_block; }

private:
    void build();
    void refresh();
    void addRow(const Msn::Contact &person);
    QString relationTo(const Msn::Contact &person) const;
    void handleSelection();
    void add();
    void toggleBlock();
    const Msn::Contact *selected() const;

    Msn::Account &m_account;
    MessageBar *m_bar;
    QTreeWidget *m_list;
    QPushButton *m_add;
    QPushButton *m_block;
};

} // namespace Ui
