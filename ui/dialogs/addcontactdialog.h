#pragma once

#include "ui/dialogs/formdialog.h"

class QComboBox;
class QLineEdit;

namespace Msn {
class Account;
class Address;
} // namespace Msn

namespace Ui {

/// Adds somebody by address, into a group if wanted. Where the network has no such account it
/// offers to invite them by e-mail instead.
class AddContactDialog : public FormDialog
{
    Q_OBJECT

public:
    AddContactDialog(Msn::Account &account, QWidget *parent);

    void setAddress(const Msn::Address &address);

Q_SIGNALS:
    void emailInvitationWanted(const Msn::Address &address);

protected:
    void submit() override;

private:
    void handleRefusal(const Msn::Error &error);
    bool isListed(const Msn::Address &address) const;

    Msn::Account &m_account;
    QLineEdit *m_address;
    QComboBox *m_group;
};

} // namespace Ui
