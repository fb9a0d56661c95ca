#pragma once

#include "app/hosting/datadirectory.h"
#include "core/service/store/sqliteaccountstore.h"

namespace App {

// The certificate stands twice: in files, which whoever runs the service may replace, and among the accounts,
// so that a copy of them has it. The files go before; where there are none they come back from the accounts.

/// The certificate for \p hosts, see DataDirectory::certificate(). It is in both places afterwards.
Msn::Expected<Msn::ServerCertificate, Msn::Error> keptCertificate(
    const DataDirectory &directory, Msn::SqliteAccountStore &accounts, const QStringList &hosts);
/// Puts the certificate in the files, if there is one, among the accounts too.
Msn::Outcome keepCertificate(const DataDirectory &directory, Msn::SqliteAccountStore &accounts);

} // namespace App
