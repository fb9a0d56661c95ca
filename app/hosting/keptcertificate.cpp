#include "app/hosting/keptcertificate.h"

namespace App {

Msn::Expected<Msn::ServerCertificate, Msn::Error> keptCertificate(
    const DataDirectory &directory, Msn::SqliteAccountStore &accounts, const QStringList &hosts)
{
    const Msn::ServerCertificate kept = accounts.certificate();
    const bool isRestored = directory.storedCertificate() == Msn::ServerCertificate() && kept.isUsable();
    if (const auto stored = isRestored ? directory.storeCertificate(kept) : Msn::Outcome(); !stored)
        return Msn::Unexpected(stored.error());
    auto certificate = directory.certificate(hosts);
    if (!certificate)
        return certificate;
    if (const auto done = keepCertificate(directory, accounts); !done)
        return Msn::Unexpected(done.error());
    return certificate;
}

Msn::Outcome keepCertificate(const DataDirectory &directory, Msn::SqliteAccountStore &accounts)
{
    const Msn::ServerCertificate stored = directory.storedCertificate();
    if (!stored.isUsable() || stored == accounts.certificate())
        return {};
    accounts.saveCertificate(stored);
    return accounts.commit();
}

} // namespace App
