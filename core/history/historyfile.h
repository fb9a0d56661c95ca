#pragma once

#include "core/base/completion.h"
#include "core/sqlite/sqliteconnection.h"

#include <QString>

namespace Msn {

/// The file of a history and what lies beside it.
namespace HistoryFile {

/// A folder for its owner only: others have no business in it.
bool makeFolderOf(const QString &file);
/// Renames a damaged file, never deletes it. Yields the new name.
Expected<QString, Error> putAside(const QString &file);
/// Reads everything. An index of words that is damaged alone is made anew.
/// Errors: StorageDamaged, and those of SqliteConnection.
Outcome check(SqliteConnection &connection);

enum class Copies {
    OfOlderVersions, ///< what was kept before the file was brought to a new version
    All, ///< damaged files that were put aside as well
};
/// Deletes copies beside \p file, which still hold what was removed from it.
/// Errors: StorageFailed with the copy that cannot be deleted.
Outcome removeCopies(const QString &file, Copies copies);

} // namespace HistoryFile

} // namespace Msn
