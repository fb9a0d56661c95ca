#pragma once

#include "core/service/store/accountstore.h"

#include <QByteArray>

namespace Msn {

/// Everything in \p store as JSON.
QByteArray writeAccounts(const AccountStore &store);

/// Adds to \p store what writeAccounts() has written. False if \p json is not that; what is
/// missing in an entry gets its default.
bool readAccounts(const QByteArray &json, AccountStore &store);

} // namespace Msn
