#include "core/history/historydatabase.h"

#include "core/base/logging.h"
#include "core/history/historyrow.h"
#include "core/history/historyschema.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QVariant>

namespace Msn {

namespace {

/// What SQLite keeps beside the file; they go where it goes.
const QStringList besides{QStringLiteral("-wal"), QStringLiteral("-shm")};

QString freeNameBeside(const QString &file)
{
    const QString stamp = QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMdd-HHmmss"));
    QString name = file + QStringLiteral(".damaged-") + stamp;
    for (int next = 2; QFile::exists(name); ++next)
        name = file + QStringLiteral(".damaged-%1-%2").arg(stamp).arg(next);
    return name;
}

/// The new name.
Expected<QString, Error> setAside(const QString &file)
{
    const QString name = freeNameBeside(file);
    if (!QFile::rename(file, name))
        return Unexpected(makeError(ErrorCode::StorageFailed, file));
    for (const QString &suffix : besides)
        QFile::rename(file + suffix, name + suffix);
    qCWarning(logStorage) << "history: damaged, put aside as" << name;
    return name;
}

/// A folder for its owner only: others have no business in it.
bool makeFolderOf(const QString &file)
{
    const QString folder = QFileInfo(file).absolutePath();
    if (QFileInfo(folder).isDir())
        return true;
    if (!QDir().mkpath(folder))
        return false;
    QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return true;
}

const QString insertStatement = QStringLiteral("INSERT INTO message (id, thread, time, kind, outgoing, "
                                               "sender, sender_name, text, format, delivery, error) "
                                               "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
const QString equalStatement
    = QStringLiteral("SELECT 1 FROM message WHERE thread = ? AND time = ? AND kind = ? AND outgoing = ? "
                     "AND lower(sender) = lower(?) AND text = ? LIMIT 1");

} // namespace

HistoryDatabase::HistoryDatabase(std::unique_ptr<HistoryConnection> connection)
    : m_connection(std::move(connection))
{
}

// --- Opening ---------------------------------------------------------------------------------

Expected<std::unique_ptr<HistoryDatabase>, Error> HistoryDatabase::open(
    const HistoryOptions &options, bool check)
{
    auto opened = tryOpen(options, check);
    if (opened || opened.error().code != ErrorCode::StorageDamaged)
        return opened;
    const auto aside = setAside(options.file);
    if (!aside)
        return Unexpected(aside.error());
    auto fresh = tryOpen(options, false);
    if (fresh)
        fresh.value()->m_putAside
            = makeError(ErrorCode::StorageDamaged, QDir::toNativeSeparators(options.file), *aside);
    return fresh;
}

Expected<std::unique_ptr<HistoryDatabase>, Error> HistoryDatabase::tryOpen(
    const HistoryOptions &options, bool check)
{
    if (!makeFolderOf(options.file))
        return Unexpected(makeError(ErrorCode::StorageFailed, QDir::toNativeSeparators(options.file)));
    auto connection = HistoryConnection::open(options, HistoryConnection::Access::Write);
    if (!connection)
        return Unexpected(connection.error());
    std::unique_ptr<HistoryDatabase> database(new HistoryDatabase(std::move(connection).value()));
    Outcome done = migrateHistory(*database->m_connection);
    if (done && check)
        done = database->check();
    if (done)
        done = database->prepareStatements();
    if (!done)
        return Unexpected(done.error());
    return database;
}

Outcome HistoryDatabase::prepareStatements()
{
    const QString lost = HistoryRow::encodeError(makeError(ErrorCode::ConnectionLost));
    const Outcome settled = m_connection->run(
        QStringLiteral("UPDATE message SET delivery = 3, error = '%1' WHERE delivery = 1").arg(lost));
    if (!settled)
        return settled;
    const std::pair<QSqlQuery *, QString> statements[]{
        {&m_insert, insertStatement},
        {&m_insertWords, QStringLiteral("INSERT INTO message_text (rowid, text) VALUES (?, ?)")},
        {&m_findId, QStringLiteral("SELECT 1 FROM message WHERE id = ?")},
        {&m_findEqual, equalStatement},
        {&m_setDelivery, QStringLiteral("UPDATE message SET delivery = ?, error = ? WHERE id = ?")},
    };
    for (const auto &[query, statement] : statements) {
        auto prepared = m_connection->prepare(statement);
        if (!prepared)
            return Unexpected(prepared.error());
        *query = std::move(prepared).value();
    }
    return {};
}

Outcome HistoryDatabase::check()
{
    const auto verdict = m_connection->value(QStringLiteral("PRAGMA quick_check(1)"));
    if (!verdict)
        return Unexpected(verdict.error());
    if (verdict->toString() != QLatin1String("ok"))
        return Unexpected(makeError(ErrorCode::StorageDamaged, m_connection->file(), verdict->toString()));
    const Outcome words = m_connection->run(
        QStringLiteral("INSERT INTO message_text (message_text) VALUES ('integrity-check')"));
    if (words)
        return {};
    qCWarning(logStorage) << "history: making the index of words anew";
    return m_connection->run(QStringLiteral("INSERT INTO message_text (message_text) VALUES ('rebuild')"));
}

// --- Writing ---------------------------------------------------------------------------------

Outcome HistoryDatabase::begin()
{
    return m_connection->run(QStringLiteral("BEGIN IMMEDIATE"));
}

Outcome HistoryDatabase::commit()
{
    return m_connection->run(QStringLiteral("COMMIT"));
}

void HistoryDatabase::rollBack()
{
    m_connection->run(QStringLiteral("ROLLBACK"));
    // They may have been learnt from what has not happened.
    m_threads.clear();
    m_lastTime = -1;
}

Expected<HistoryEntry::Id, Error> HistoryDatabase::add(const HistoryEntry &entry)
{
    const qint64 time = qMax<qint64>(0, entry.time.toMSecsSinceEpoch());
    const auto thread = threadOf(entry);
    if (!thread)
        return Unexpected(thread.error());
    const auto id = freeId(time);
    if (!id)
        return id;
    const QVariantList values{*id, *thread, time, int(entry.kind), entry.outgoing,
        HistoryRow::bound(entry.sender.toString()), HistoryRow::bound(entry.senderName.text()),
        HistoryRow::bound(entry.text), HistoryRow::encodeFormat(entry.format), int(entry.delivery),
        HistoryRow::encodeError(entry.error)};
    for (int i = 0; i < values.size(); ++i)
        m_insert.bindValue(i, values.at(i));
    m_insertWords.bindValue(0, *id);
    m_insertWords.bindValue(1, HistoryRow::bound(entry.text));
    for (QSqlQuery *query : {&m_insert, &m_insertWords}) {
        if (const Outcome done = m_connection->execute(*query); !done)
            return Unexpected(done.error());
    }
    m_lastTime = time;
    m_lastId = *id;
    return id;
}

Expected<HistoryEntry::Id, Error> HistoryDatabase::freeId(qint64 time)
{
    HistoryEntry::Id id = time == m_lastTime ? m_lastId + 1 : time;
    while (true) {
        m_findId.bindValue(0, id);
        if (const Outcome done = m_connection->execute(m_findId); !done)
            return Unexpected(done.error());
        const bool taken = m_findId.next();
        m_findId.finish();
        if (!taken)
            return id;
        ++id;
    }
}

Expected<qint64, Error> HistoryDatabase::threadOf(const HistoryEntry &entry)
{
    const std::pair key(entry.with.key(), entry.group);
    const auto known = m_threads.constFind(key);
    if (known != m_threads.constEnd())
        return *known;
    const auto thread = addThread(entry);
    if (thread)
        m_threads.insert(key, *thread);
    return thread;
}

Expected<qint64, Error> HistoryDatabase::addThread(const HistoryEntry &entry)
{
    auto prepared
        = m_connection->prepare(QStringLiteral("INSERT INTO thread (peer, address, room) VALUES (?, ?, ?) "
                                               "ON CONFLICT (peer, room) DO UPDATE SET peer = excluded.peer "
                                               "RETURNING id"));
    if (!prepared)
        return Unexpected(prepared.error());
    QSqlQuery &query = prepared.value();
    for (const QString &text : {entry.with.key(), entry.with.toString(), entry.group})
        query.addBindValue(HistoryRow::bound(text));
    if (const Outcome done = m_connection->execute(query); !done)
        return Unexpected(done.error());
    if (!query.next())
        return Unexpected(m_connection->errorOf(query));
    return query.value(0).toLongLong();
}

Expected<bool, Error> HistoryDatabase::has(const HistoryEntry &entry)
{
    const auto thread = threadOf(entry);
    if (!thread)
        return Unexpected(thread.error());
    const QVariantList values{*thread, qMax<qint64>(0, entry.time.toMSecsSinceEpoch()), int(entry.kind),
        entry.outgoing, HistoryRow::bound(entry.sender.toString()), HistoryRow::bound(entry.text)};
    for (int i = 0; i < values.size(); ++i)
        m_findEqual.bindValue(i, values.at(i));
    if (const Outcome done = m_connection->execute(m_findEqual); !done)
        return Unexpected(done.error());
    const bool found = m_findEqual.next();
    m_findEqual.finish();
    return found;
}

Outcome HistoryDatabase::setDelivery(HistoryEntry::Id id, HistoryEntry::Delivery delivery, const Error &error)
{
    m_setDelivery.bindValue(0, int(delivery));
    m_setDelivery.bindValue(1, HistoryRow::encodeError(error));
    m_setDelivery.bindValue(2, id);
    return m_connection->execute(m_setDelivery);
}

// --- Removing --------------------------------------------------------------------------------

namespace {

/// The condition as SQL over `message`; the only text in it is bound as :peer.
QString conditionOf(const HistorySelection &selection)
{
    QStringList conditions{QStringLiteral("1")};
    if (selection.entry)
        conditions.append(QStringLiteral("id = %1").arg(*selection.entry));
    if (!selection.with.isEmpty())
        conditions.append(QStringLiteral("thread IN (SELECT id FROM thread WHERE peer = :peer)"));
    if (selection.from.isValid())
        conditions.append(HistoryRow::since(selection.from));
    if (selection.until.isValid())
        conditions.append(HistoryRow::before(selection.until));
    return conditions.join(QStringLiteral(" AND "));
}

} // namespace

Expected<int, Error> HistoryDatabase::remove(const HistorySelection &selection, int count)
{
    auto prepared = m_connection->prepare(
        QStringLiteral("DELETE FROM message WHERE id IN (SELECT id FROM message WHERE %1 LIMIT %2)")
            .arg(conditionOf(selection))
            .arg(count));
    if (!prepared)
        return Unexpected(prepared.error());
    QSqlQuery &query = prepared.value();
    if (!selection.with.isEmpty())
        query.bindValue(QStringLiteral(":peer"), selection.with.key());
    if (const Outcome done = m_connection->execute(query); !done)
        return Unexpected(done.error());
    const int removed = query.numRowsAffected();
    if (removed == count)
        return removed;
    m_threads.clear();
    const Outcome cleared = m_connection->run(
        QStringLiteral("DELETE FROM thread WHERE id NOT IN (SELECT DISTINCT thread FROM message)"));
    if (!cleared)
        return Unexpected(cleared.error());
    return removed;
}

Expected<bool, Error> HistoryDatabase::tidyStep()
{
    const auto merged = mergeWords();
    if (!merged || !merged.value())
        return merged;
    const auto free = m_connection->value(QStringLiteral("PRAGMA freelist_count"));
    if (!free)
        return Unexpected(free.error());
    if (free->toInt() > 0) {
        // It yields a row for every page, and works only while they are read.
        auto query = m_connection->prepare(QStringLiteral("PRAGMA incremental_vacuum(1000)"));
        if (!query)
            return Unexpected(query.error());
        if (const Outcome done = m_connection->execute(query.value()); !done)
            return Unexpected(done.error());
        while (query.value().next()) { }
        const auto left = m_connection->value(QStringLiteral("PRAGMA freelist_count"));
        if (left && left->toInt() > 0 && left->toInt() < free->toInt())
            return false;
    }
    const Outcome done = m_connection->run(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)"));
    if (!done)
        return Unexpected(done.error());
    return true;
}

/// The index drops a removed line for good when the parts it consists of have become one.
/// Source: FTS5, "The 'merge' Command".
Expected<bool, Error> HistoryDatabase::mergeWords()
{
    const QString changes = QStringLiteral("SELECT total_changes()");
    const auto before = m_connection->value(changes);
    const Outcome done = m_connection->run(
        QStringLiteral("INSERT INTO message_text (message_text, rank) VALUES ('merge', -500)"));
    const auto after = m_connection->value(changes);
    if (!done)
        return Unexpected(done.error());
    if (!before || !after)
        return Unexpected(before ? after.error() : before.error());
    return after->toLongLong() - before->toLongLong() < 2;
}

} // namespace Msn
