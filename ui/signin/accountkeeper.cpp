#include "ui/signin/accountkeeper.h"

#include "core/storage/secretstore.h"

namespace Ui {

AccountKeeper::AccountKeeper(Msn::Settings &settings, Msn::SecretStore &secrets, QObject *parent)
    : QObject(parent)
    , m_accounts(settings)
    , m_secrets(secrets)
{
}

void AccountKeeper::keep(const SignInRequest &request, bool typed)
{
    if (!request.rememberMe) {
        m_accounts.forget(request.address, request.network);
        dropPassword(request);
        return;
    }
    const bool wasSaved = m_accounts.find(request.address, request.network).passwordSaved;
    m_accounts.remember({request.address, request.network, request.status, request.rememberPassword,
        request.signInAutomatically, request.throughGateway});
    if (request.rememberPassword && typed)
        keepPassword(m_accounts.find(request.address, request.network), request.password);
    else if (!request.rememberPassword && wasSaved)
        dropPassword(request);
}

void AccountKeeper::keepPassword(const Msn::SavedAccount &account, const QString &password)
{
    Msn::SavedAccount without = account;
    without.passwordSaved = false;
    without.signInAutomatically = false;
    const auto handleKept = [this, without](const Msn::Expected<std::monostate, Msn::Error> &kept) {
        if (kept)
            return;
        m_accounts.remember(without);
        Q_EMIT passwordNotKept(without, ErrorText::describeKeychain(kept.error()));
    };
    m_secrets.write(Msn::passwordKey(account.address, account.network), password, {this, handleKept});
}

void AccountKeeper::dropPassword(const SignInRequest &request)
{
    m_secrets.remove(Msn::passwordKey(request.address, request.network), {});
}

} // namespace Ui
