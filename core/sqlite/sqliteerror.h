#pragma once

#include "core/base/error.h"

class QSqlError;

namespace Msn {

/// What SQLite said, by its result code: StorageBusy, StorageFull, StorageDamaged (also for a file that is
/// no database), InvalidArgument for a value that no table can take, StorageFailed for everything else.
/// \p file becomes the subject.
Error sqliteError(const QSqlError &error, const QString &file);

} // namespace Msn
