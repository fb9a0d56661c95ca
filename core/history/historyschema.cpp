#include "core/history/historyschema.h"

#include "core/base/logging.h"

#include <QFile>
#include <QVariant>

namespace Msn {

namespace {

using Step = QStringList;

/// What was said, and the conversations it was said in. `id` follows `time`: it is the time in
/// milliseconds, or the next number that is free, so that the order of ids is that of time.
Step tables()
{
    return {
        QStringLiteral("CREATE TABLE thread ("
                       "id INTEGER PRIMARY KEY, "
                       "peer TEXT NOT NULL, " // Address::key()
                       "address TEXT NOT NULL, "
                       "room TEXT NOT NULL, " // HistoryEntry::group
                       "UNIQUE (peer, room))"),
        QStringLiteral("CREATE TABLE message ("
                       "id INTEGER PRIMARY KEY, "
                       "thread INTEGER NOT NULL REFERENCES thread (id), "
                       "time INTEGER NOT NULL, " // milliseconds since 1970, UTC
                       "kind INTEGER NOT NULL, "
                       "outgoing INTEGER NOT NULL, "
                       "sender TEXT NOT NULL, "
                       "sender_name TEXT NOT NULL, "
                       "text TEXT NOT NULL, "
                       "format TEXT NOT NULL, " // as in X-MMS-IM-Format
                       "delivery INTEGER NOT NULL, "
                       "error TEXT NOT NULL)"), // JSON
        QStringLiteral("CREATE INDEX message_by_thread ON message (thread, time)"),
    };
}

/// Three characters in a row are a term: parts of words are found, and Chinese and Japanese, which put no
/// blanks between words.
Step fullText()
{
    return {
        QStringLiteral("CREATE VIRTUAL TABLE message_text USING fts5 (text, content = 'message', "
                       "content_rowid = 'id', columnsize = 0, tokenize = 'trigram')"),
        QStringLiteral("CREATE TRIGGER message_added AFTER INSERT ON message BEGIN "
                       "INSERT INTO message_text (rowid, text) VALUES (new.id, new.text); END"),
        QStringLiteral("CREATE TRIGGER message_removed AFTER DELETE ON message BEGIN "
                       "INSERT INTO message_text (message_text, rowid, text) "
                       "VALUES ('delete', old.id, old.text); END"),
        QStringLiteral("CREATE TRIGGER message_rewritten AFTER UPDATE OF text ON message BEGIN "
                       "INSERT INTO message_text (message_text, rowid, text) "
                       "VALUES ('delete', old.id, old.text); "
                       "INSERT INTO message_text (rowid, text) VALUES (new.id, new.text); END"),
        QStringLiteral("INSERT INTO message_text (message_text) VALUES ('rebuild')"),
    };
}

/// What was still being sent when the program ended is looked for at every start.
Step pendingIndex()
{
    return {QStringLiteral("CREATE INDEX message_pending ON message (id) WHERE delivery = 1")};
}

/// In order: the first leads from an empty file to version 1. A step that has been in a release never
/// changes any more.
using MakeStep = Step (*)();
constexpr MakeStep steps[]{tables, fullText, pendingIndex};

Outcome runAll(HistoryConnection &connection, const QStringList &statements)
{
    for (const QString &statement : statements) {
        if (const Outcome done = connection.run(statement); !done)
            return done;
    }
    return {};
}

/// The copy gets its name when it is whole.
Outcome backUp(HistoryConnection &connection, int version)
{
    const QString name = connection.file() + QStringLiteral(".before-%1").arg(version + 1);
    const QString part = name + QStringLiteral(".part");
    QFile::remove(part);
    const Outcome copied = connection.run(
        QStringLiteral("VACUUM INTO '%1'").arg(QString(part).replace(u'\'', QStringLiteral("''"))));
    if (!copied)
        return copied;
    QFile::setPermissions(part, QFile::ReadOwner | QFile::WriteOwner);
    QFile::remove(name);
    if (!QFile::rename(part, name))
        return Unexpected(makeError(ErrorCode::StorageFailed, name));
    return {};
}

Outcome takeStep(HistoryConnection &connection, int version)
{
    QStringList statements{QStringLiteral("BEGIN IMMEDIATE")};
    statements += steps[version]();
    statements.append(QStringLiteral("PRAGMA user_version = %1").arg(version + 1));
    statements.append(QStringLiteral("COMMIT"));
    const Outcome done = runAll(connection, statements);
    if (!done)
        connection.run(QStringLiteral("ROLLBACK"));
    return done;
}

} // namespace

int historySchemaVersion()
{
    return static_cast<int>(std::size(steps));
}

Outcome migrateHistory(HistoryConnection &connection, int version)
{
    const auto found = connection.value(QStringLiteral("PRAGMA user_version"));
    if (!found)
        return Unexpected(found.error());
    const int current = found->toInt();
    if (current > historySchemaVersion() || current < 0)
        return Unexpected(makeError(
            ErrorCode::StorageTooNew, connection.file(), QStringLiteral("version %1").arg(current)));
    for (int next = current; next < version; ++next) {
        if (current > 0) {
            qCInfo(logStorage) << "history: from version" << next << "to" << next + 1;
            if (const Outcome kept = backUp(connection, next); !kept)
                return kept;
        }
        if (const Outcome done = takeStep(connection, next); !done)
            return done;
    }
    return {};
}

} // namespace Msn
