#include "core/history/historyschema.h"

#include "core/sqlite/sqlitemigration.h"

#include <array>

namespace Msn {

namespace {

/// What was said, and the conversations it was said in. `id` follows `time`: it is the time in
/// milliseconds, or the next number that is free, so that the order of ids is that of time.
constexpr std::array tables{
    "CREATE TABLE thread ("
    "id INTEGER PRIMARY KEY, "
    "peer TEXT NOT NULL, " // Address::key()
    "address TEXT NOT NULL, "
    "room TEXT NOT NULL, " // HistoryEntry::group
    "UNIQUE (peer, room))",
    "CREATE TABLE message ("
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
    "error TEXT NOT NULL)", // JSON
    "CREATE INDEX message_by_thread ON message (thread, time)",
};

/// Three characters in a row are a term: parts of words are found, and Chinese and Japanese, which put no
/// blanks between words.
constexpr std::array fullText{
    "CREATE VIRTUAL TABLE message_text USING fts5 (text, content = 'message', "
    "content_rowid = 'id', columnsize = 0, tokenize = 'trigram')",
    "CREATE TRIGGER message_added AFTER INSERT ON message BEGIN "
    "INSERT INTO message_text (rowid, text) VALUES (new.id, new.text); END",
    "CREATE TRIGGER message_removed AFTER DELETE ON message BEGIN "
    "INSERT INTO message_text (message_text, rowid, text) "
    "VALUES ('delete', old.id, old.text); END",
    "CREATE TRIGGER message_rewritten AFTER UPDATE OF text ON message BEGIN "
    "INSERT INTO message_text (message_text, rowid, text) "
    "VALUES ('delete', old.id, old.text); "
    "INSERT INTO message_text (rowid, text) VALUES (new.id, new.text); END",
    "INSERT INTO message_text (message_text) VALUES ('rebuild')",
};

/// What was still being sent when the program ended is looked for at every start.
constexpr std::array pendingIndex{"CREATE INDEX message_pending ON message (id) WHERE delivery = 1"};

/// HistoryDatabase::add() puts the words of a line into their index itself: a trigger makes SQLite write the
/// index out after every line, which takes five times as long as all the rest.
constexpr std::array wordsWithoutTrigger{"DROP TRIGGER message_added"};

/// A step that has been in a release never changes any more.
const std::array historySteps{
    SqliteStep(tables),
    SqliteStep(fullText),
    SqliteStep(pendingIndex),
    SqliteStep(wordsWithoutTrigger),
};

} // namespace

int historySchemaVersion()
{
    return static_cast<int>(historySteps.size());
}

Outcome migrateHistory(SqliteConnection &connection)
{
    return migrateSqlite(connection, historySteps);
}

} // namespace Msn
