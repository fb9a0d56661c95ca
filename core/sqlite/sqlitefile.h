#pragma once

#include "core/base/completion.h"

namespace Msn {

class SqliteConnection;

/// Makes an empty file that its owner alone may read and write, if there is none at \p path. SQLite would
/// let everybody read it; what it keeps beside the file takes the permissions over.
/// Errors: StorageFailed with the path as subject.
Outcome makeOwnFile(const QString &path);

/// Makes \p path a copy of all that is committed in the file of \p connection at this moment, for its owner
/// alone; others may go on writing. It gets the name when it is whole: `<path>.part` before.
/// Errors: those of SqliteConnection with the path as subject; StorageFailed also where \p path exists.
Outcome copySqliteFile(SqliteConnection &connection, const QString &path);

} // namespace Msn
