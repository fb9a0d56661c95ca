#pragma once

#include "core/history/historyentry.h"
#include "core/history/historyremoval.h"
#include "core/sqlite/sqliteconnection.h"

#include <QHash>

#include <memory>
#include <optional>
#include <utility>

namespace Msn {

/// The one who writes a history file: adds, changes and removes lines. Every call may wait for the disk, so
/// it belongs on a thread of its own.
class HistoryDatabase
{
public:
    /// Opens \p options.file, made if there is none, with the schema of this version. A file that is
    /// damaged is put aside under another name, never deleted, and a new one begun; see putAside().
    /// What the file says is still being sent has failed with ConnectionLost by now.
    /// \p check: read everything first, after an error that spoke of damage. An index of words that is
    /// damaged alone is made anew.
    /// Errors: StorageFailed, StorageBusy, StorageFull, StorageTooNew.
    static Expected<std::unique_ptr<HistoryDatabase>, Error> open(
        const SqliteOptions &options, bool check = false);

    SqliteConnection &connection() { return *m_connection; }
    /// StorageDamaged, and where the old file is, if one was put aside.
    const std::optional<Error> &putAside() const { return m_putAside; }

    /// Several changes that become one: all of them are on the disk after commit(), or none.
    Outcome begin();
    Outcome commit();
    void rollBack();

    /// The id it has got. HistoryEntry::id is not looked at. After an error the change has to be rolled back.
    Expected<HistoryEntry::Id, Error> add(const HistoryEntry &entry);
    /// Whether a line of the same conversation, time, sender, kind and text is there.
    Expected<bool, Error> has(const HistoryEntry &entry);
    Outcome setDelivery(HistoryEntry::Id id, HistoryEntry::Delivery delivery, const Error &error);
    /// See HistoryRemoval.
    Expected<int, Error> remove(const HistorySelection &selection, int count);
    Expected<bool, Error> tidyStep();

private:
    explicit HistoryDatabase(std::unique_ptr<SqliteConnection> connection);
    static Expected<std::unique_ptr<HistoryDatabase>, Error> tryOpen(
        const SqliteOptions &options, bool check);
    Outcome prepareStatements();
    Expected<qint64, Error> threadOf(const HistoryEntry &entry);
    Expected<qint64, Error> addThread(const HistoryEntry &entry);
    Expected<HistoryEntry::Id, Error> freeId(qint64 time);

    std::unique_ptr<SqliteConnection> m_connection;
    std::optional<Error> m_putAside;
    // After the connection, which they must not outlive.
    QSqlQuery m_insert;
    QSqlQuery m_insertWords;
    QSqlQuery m_findId;
    QSqlQuery m_findEqual;
    QSqlQuery m_setDelivery;
    /// By Address::key() and group.
    QHash<std::pair<QString, QString>, qint64> m_threads;
    /// Where lines of one time are being put, so that many of them need no search.
    qint64 m_lastTime = -1;
    HistoryEntry::Id m_lastId = 0;
};

} // namespace Msn
