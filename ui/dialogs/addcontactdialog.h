#pragma once

#include "ui/dialogs/formdialog.h"

class QComboBox;
class QLabel;
class QLineEdit;

namespace Msn {
class Account;
class Address;
} // namespace Msn

namespace Ui {

/// Adds somebody by address, into a group if wanted; where there are several accounts, to one of them. Where
/// the network has no such account it offers to invite them by e-mail instead.
class AddContactDialog : public FormDialog
{
    Q_OBJECT

public:
    AddContactDialog(Msn::Account &account, QWidget *parent);

    /// One more that can be chosen. Goes from the choice when it is destroyed.
    void addAccount(Msn::Account &account);
    void setAddress(const Msn::Address &address);

Q_SIGNALS:
    void emailInvitationWanted(Msn::Account *account, const Msn::Address &address);

protected:
    void submit() override;

private:
    void handleRefusal(const Msn::Error &error);
    bool isListed(const Msn::Address &address) const;

    void chooseAccount();

    /// Of the first one the dialog is a child.
    QList<Msn::Account *> m_accounts;
    Msn::Account *m_account;
    QComboBox *m_who;
    QLabel *m_whoLabel = nullptr;
    QLineEdit *m_address;
    QComboBox *m_group;
};

} // namespace Ui
