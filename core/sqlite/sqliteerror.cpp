#include "core/sqlite/sqliteerror.h"

#include <QDir>
#include <QSqlError>

#include <algorithm>
#include <array>
#include <utility>

namespace Msn {

namespace {

/// Primary result codes of SQLite; the extended ones carry more in the upper bytes.
constexpr int primaryCode = 0xff;
constexpr std::array resultCodes{
    std::pair(5, ErrorCode::StorageBusy), // SQLITE_BUSY
    std::pair(6, ErrorCode::StorageBusy), // SQLITE_LOCKED
    std::pair(11, ErrorCode::StorageDamaged), // SQLITE_CORRUPT
    std::pair(13, ErrorCode::StorageFull), // SQLITE_FULL
    std::pair(18, ErrorCode::InvalidArgument), // SQLITE_TOOBIG
    std::pair(19, ErrorCode::InvalidArgument), // SQLITE_CONSTRAINT
    std::pair(20, ErrorCode::InvalidArgument), // SQLITE_MISMATCH
    std::pair(26, ErrorCode::StorageDamaged), // SQLITE_NOTADB
};

ErrorCode codeOf(int result)
{
    const auto *found = std::find_if(resultCodes.begin(), resultCodes.end(),
        [result](const auto &row) { return row.first == (result & primaryCode); });
    return found == resultCodes.end() ? ErrorCode::StorageFailed : found->second;
}

} // namespace

Error sqliteError(const QSqlError &error, const QString &file)
{
    const QString result = error.nativeErrorCode();
    return makeError(codeOf(result.toInt()), QDir::toNativeSeparators(file),
        QStringLiteral("%1 (%2)").arg(error.databaseText(), result));
}

} // namespace Msn
