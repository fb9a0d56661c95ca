#include "core/sqlite/sqlitemigration.h"

#include "core/base/logging.h"
#include "core/sqlite/sqliteconnection.h"
#include "core/sqlite/sqlitefile.h"

#include <QFile>

namespace Msn {

namespace {

Expected<int, Error> versionOf(SqliteConnection &connection)
{
    const auto version = connection.value(QStringLiteral("PRAGMA user_version"));
    if (!version)
        return Unexpected(version.error());
    return version->toInt();
}

/// Read by a connection of its own, since the other one is in a transaction: it sees what was there before.
Outcome keepCopy(const SqliteConnection &connection, int nextVersion)
{
    const QString path = connection.file() + QStringLiteral(".before-%1").arg(nextVersion);
    auto reading = SqliteConnection::open({connection.file()}, SqliteConnection::Access::Read);
    if (!reading)
        return Unexpected(reading.error());
    QFile::remove(path);
    return copySqliteFile(**reading, path);
}

Outcome runAll(SqliteConnection &connection, SqliteStep step)
{
    for (const char *statement : step) {
        if (const Outcome done = connection.run(QString::fromLatin1(statement)); !done)
            return done;
    }
    return {};
}

/// Nothing is done if another process has been quicker.
Outcome takeStep(SqliteConnection &connection, SqliteStep step, int version, bool keepsCopy)
{
    return inTransaction(connection, [&]() -> Outcome {
        const auto now = versionOf(connection);
        if (!now)
            return Unexpected(now.error());
        if (*now != version)
            return {};
        if (keepsCopy) {
            qCDebug(logStorage) << connection.file() << "from version" << version << "to" << version + 1;
            if (const Outcome kept = keepCopy(connection, version + 1); !kept)
                return kept;
        }
        if (const Outcome done = runAll(connection, step); !done)
            return done;
        return connection.run(QStringLiteral("PRAGMA user_version = %1").arg(version + 1));
    });
}

} // namespace

Outcome migrateSqlite(SqliteConnection &connection, std::span<const SqliteStep> steps)
{
    const int newest = static_cast<int>(steps.size());
    bool wasEmpty = false; // all that is in it by now are empty tables
    while (true) {
        const auto version = versionOf(connection);
        if (!version)
            return Unexpected(version.error());
        if (*version == newest)
            return {};
        if (*version < 0 || *version > newest)
            return Unexpected(makeError(
                ErrorCode::StorageTooNew, connection.file(), QStringLiteral("version %1").arg(*version)));
        wasEmpty = wasEmpty || *version == 0;
        const SqliteStep step = steps[static_cast<size_t>(*version)];
        if (const Outcome taken = takeStep(connection, step, *version, !wasEmpty); !taken)
            return taken;
    }
}

} // namespace Msn
