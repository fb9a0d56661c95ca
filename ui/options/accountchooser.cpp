#include "ui/options/accountchooser.h"

#include <QSignalBlocker>

namespace Ui {

AccountChooser::AccountChooser(QWidget *parent)
    : QComboBox(parent)
{
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(12);
    setAccessibleName(tr("Account"));
    connect(this, &QComboBox::activated, this, &AccountChooser::accountChosen);
}

void AccountChooser::setAccounts(const QList<Msn::Account *> &accounts)
{
    const Msn::Account *chosen = account();
    const QSignalBlocker blocker(this);
    clear();
    m_accounts.clear();
    for (Msn::Account *account : accounts) {
        m_accounts.append(account);
        addItem(account->address().toString());
        if (account == chosen)
            setCurrentIndex(count() - 1);
    }
}

Msn::Account *AccountChooser::account() const
{
    return m_accounts.value(currentIndex());
}

} // namespace Ui
