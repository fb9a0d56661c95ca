#pragma once

#include "core/account/account.h"

#include <QComboBox>
#include <QPointer>

namespace Ui {

/// Which of several accounts is meant. Shows nothing while there is only one.
class AccountChooser : public QComboBox
{
    Q_OBJECT

public:
    explicit AccountChooser(QWidget *parent = nullptr);

    /// Keeps the choice if it is still there.
    void setAccounts(const QList<Msn::Account *> &accounts);
    /// Nullptr if there is none.
    Msn::Account *account() const;
    bool isNeeded() const { return m_accounts.size() > 1; }

Q_SIGNALS:
    /// Not told while an account is on its way out; setAccounts() is called then.
    void accountChosen();

private:
    QList<QPointer<Msn::Account>> m_accounts;
};

} // namespace Ui
