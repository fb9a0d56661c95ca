#pragma once

#include "core/service/store/accountstore.h"

namespace Msn {

/// What the file is called after its import, beyond its name.
inline constexpr char importedSuffix[] = ".imported";

/// Brings the accounts of a JSON file, in which they were kept before there was a database, into
/// \p store, and renames the file. Accounts that \p store has already stay as they are.
/// Errors: StorageFailed with the path as subject, or those of the commit; the file stays then.
Outcome importAccounts(const QString &path, AccountStore &store);

} // namespace Msn
