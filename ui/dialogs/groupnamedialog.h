#pragma once

#include "ui/dialogs/formdialog.h"

class QLineEdit;

namespace Msn {
class Account;
}

namespace Ui {

/// Asks for the name of a new group and makes it.
class GroupNameDialog : public FormDialog
{
    Q_OBJECT

public:
    GroupNameDialog(Msn::Account &account, QWidget *parent);

Q_SIGNALS:
    /// The server has made it and named it so.
    void groupMade(const QByteArray &id);

protected:
    void submit() override;

private:
    Msn::Account &m_account;
    QLineEdit *m_name;
};

} // namespace Ui
