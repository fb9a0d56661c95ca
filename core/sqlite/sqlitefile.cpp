#include "core/sqlite/sqlitefile.h"

#include "core/sqlite/sqliteconnection.h"

#include <QDir>
#include <QFile>

namespace Msn {

namespace {

Outcome fileFailed(const QFile &file, const QString &path)
{
    return Unexpected(
        makeError(ErrorCode::StorageFailed, QDir::toNativeSeparators(path), file.errorString()));
}

/// \p path is there already, and empty.
Outcome copyInto(SqliteConnection &connection, const QString &path)
{
    auto copy = connection.prepare(QStringLiteral("VACUUM INTO ?"));
    if (!copy)
        return Unexpected(copy.error());
    copy->addBindValue(path);
    return connection.execute(*copy);
}

} // namespace

Outcome makeOwnFile(const QString &path)
{
    QFile file(path);
    if (file.exists())
        return {};
    const bool isMade = file.open(QIODevice::WriteOnly | QIODevice::NewOnly)
        && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    // Another process may have been quicker.
    return isMade || file.exists() ? Outcome() : fileFailed(file, path);
}

Outcome copySqliteFile(SqliteConnection &connection, const QString &path)
{
    const QString part = path + QStringLiteral(".part");
    QFile::remove(part);
    Outcome done = makeOwnFile(part);
    if (done)
        done = copyInto(connection, part);
    QFile copy(part);
    if (done && !copy.rename(path))
        done = fileFailed(copy, path);
    if (done)
        return {};
    QFile::remove(part);
    Error error = done.error();
    error.subject = QDir::toNativeSeparators(path);
    return Unexpected(error);
}

} // namespace Msn
