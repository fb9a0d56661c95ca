#include "core/history/historydatabase.h"

#include "core/history/historyfile.h"
#include "core/history/historyrow.h"
#include "core/history/historyschema.h"

#include <QDir>
#include <QVariant>

namespace Msn {

namespace {

const QString insertStatement = QStringLiteral("INSERT INTO message (id, thread, time, kind, outgoing, "
                                               "sender, sender_name, text, format, delivery, error) "
                                               "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
const QString equalStatement
    = QStringLiteral("SELECT 1 FROM message WHERE thread = ? AND time = ? AND kind = ? AND outgoing = ? "
                     "AND lower(sender) = lower(?) AND text = ? LIMIT 1");

} // namespace

HistoryDatabase::HistoryDatabase(std::unique_ptr<SqliteConnection> connection)
    : m_connection(std::move(connection))
{
}

// --- Opening ---------------------------------------------------------------------------------

Expected<std::unique_ptr<HistoryDatabase>, Error> HistoryDatabase::open(
    const SqliteOptions &options, bool check)
{
    auto opened = tryOpen(options, check);
    if (opened || opened.error().code != ErrorCode::StorageDamaged)
        return opened;
    const auto aside = HistoryFile::putAside(options.file);
    if (!aside)
        return Unexpected(aside.error());
    auto fresh = tryOpen(options, false);
    if (fresh)
        fresh.value()->m_putAside
            = makeError(ErrorCode::StorageDamaged, QDir::toNativeSeparators(options.file), *aside);
    return fresh;
}

Expected<std::unique_ptr<HistoryDatabase>, Error> HistoryDatabase::tryOpen(
    const SqliteOptions &options, bool check)
{
    if (!HistoryFile::makeFolderOf(options.file))
        return Unexpected(makeError(ErrorCode::StorageFailed, QDir::toNativeSeparators(options.file)));
    auto connection = SqliteConnection::open(options, SqliteConnection::Access::Write);
    if (!connection)
        return Unexpected(connection.error());
    std::unique_ptr<HistoryDatabase> database(new HistoryDatabase(std::move(connection).value()));
    Outcome done = migrateHistory(*database->m_connection);
    if (done && check)
        done = HistoryFile::check(*database->m_connection);
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

Expected<int, Error> HistoryDatabase::remove(const HistorySelection &selection, int count)
{
    m_threads.clear();
    return HistoryRemoval::remove(*m_connection, selection, count);
}

Expected<bool, Error> HistoryDatabase::tidyStep()
{
    return HistoryRemoval::tidyStep(*m_connection);
}

} // namespace Msn
