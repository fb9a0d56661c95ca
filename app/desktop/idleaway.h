#pragma once

#include <QObject>
#include <QSet>

namespace Msn {
class Account;
} // namespace Msn

namespace App {

class AccountList;
class IdleWatch;

/// Online becomes Away (idle) when the person leaves the computer, and Online again when they come
/// back. Any other status was chosen by the person and is never touched.
class IdleAway : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive it.
    IdleAway(AccountList &accounts, IdleWatch &watch, QObject *parent = nullptr);

    /// 0: never.
    void setMinutes(int minutes);

private:
    void refreshWatch();
    void handleIdle(bool idle);
    void leave(Msn::Account &account);
    void comeBack();

    AccountList &m_accounts;
    IdleWatch &m_watch;
    int m_minutes = 0;
    /// Those that we have made idle.
    QSet<Msn::Account *> m_away;
};

} // namespace App
