#pragma once

#include "core/storage/savedaccounts.h"
#include "ui/signin/signinrequest.h"
#include "ui/text/errortext.h"

#include <QObject>

namespace Msn {
class SecretStore;
class Settings;
} // namespace Msn

namespace Ui {

/// Keeps of a sign-in that has worked what the person wants to be kept: the account among the saved ones,
/// the password in the keychain.
class AccountKeeper : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive it.
    AccountKeeper(Msn::Settings &settings, Msn::SecretStore &secrets, QObject *parent = nullptr);

    /// \p typed: the password was not fetched from the keychain. What is not to be kept is taken away.
    void keep(const SignInRequest &request, bool typed);

Q_SIGNALS:
    /// The account stays, without its password.
    void passwordNotKept(const Msn::SavedAccount &account, const Ui::ErrorWords &words);

private:
    void keepPassword(const Msn::SavedAccount &account, const QString &password);
    void dropPassword(const SignInRequest &request);

    Msn::SavedAccounts m_accounts;
    Msn::SecretStore &m_secrets;
};

} // namespace Ui
