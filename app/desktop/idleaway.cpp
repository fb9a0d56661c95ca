#include "app/desktop/idleaway.h"

#include "app/desktop/accountlist.h"
#include "app/desktop/idlewatch.h"
#include "core/account/account.h"

namespace App {

using namespace Msn;

IdleAway::IdleAway(AccountList &accounts, IdleWatch &watch, QObject *parent)
    : QObject(parent)
    , m_accounts(accounts)
    , m_watch(watch)
{
    connect(&m_watch, &IdleWatch::idleChanged, this, &IdleAway::handleIdle);
    connect(&m_accounts, &AccountList::added, this, &IdleAway::refreshWatch);
    connect(&m_accounts, &AccountList::removed, this, [this](Account *account) {
        m_away.remove(account);
        refreshWatch();
    });
}

void IdleAway::setMinutes(int minutes)
{
    m_minutes = minutes;
    refreshWatch();
}

/// Nobody is asked anything while nobody is signed in.
void IdleAway::refreshWatch()
{
    m_watch.setLimit(std::chrono::minutes(m_accounts.isEmpty() ? 0 : m_minutes));
}

void IdleAway::handleIdle(bool idle)
{
    if (!idle) {
        comeBack();
        return;
    }
    const QList<Account *> accounts = m_accounts.online();
    for (Account *account : accounts)
        leave(*account);
}

void IdleAway::leave(Account &account)
{
    if (account.wantedStatus() != Status::Online)
        return;
    m_away.insert(&account);
    account.setStatus(Status::Idle);
}

void IdleAway::comeBack()
{
    const QSet<Account *> away = std::exchange(m_away, {});
    for (Account *account : away) {
        if (account->wantedStatus() == Status::Idle)
            account->setStatus(Status::Online);
    }
}

} // namespace App
