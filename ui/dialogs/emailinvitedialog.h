#pragma once

#include "ui/dialogs/formdialog.h"

class QLineEdit;
class QPlainTextEdit;

namespace Msn {
class Account;
class Address;
} // namespace Msn

namespace Ui {

/// Invites somebody who has no account. The server can write to them; as some servers take the
/// order and drop it, the same words can be copied or opened in the person's own mail program.
class EmailInviteDialog : public FormDialog
{
    Q_OBJECT

public:
    EmailInviteDialog(Msn::Account &account, const QString &networkName, QWidget *parent);

    void setAddress(const Msn::Address &address);

protected:
    void submit() override;

private:
    void addOtherWays();
    void copyInvitation();
    void openMailProgram();

    Msn::Account &m_account;
    QLineEdit *m_address;
    QPlainTextEdit *m_text;
};

} // namespace Ui
