#include "core/history/historystore.h"

#include "core/history/historyreader.h"
#include "core/history/historyworker.h"

namespace Msn {

HistoryStore::HistoryStore(const SqliteOptions &options, QObject *parent)
    : QObject(parent)
    , m_options(options)
    , m_worker(new HistoryWorker(options))
    , m_reader(new HistoryReader(options))
{
    m_writing.setObjectName(QStringLiteral("history"));
    m_reading.setObjectName(QStringLiteral("search"));
    m_worker->moveToThread(&m_writing);
    m_reader->moveToThread(&m_reading);
    connect(&m_writing, &QThread::finished, m_worker, &QObject::deleteLater);
    connect(&m_reading, &QThread::finished, m_reader, &QObject::deleteLater);
    connectWorker();
    connectReader();
    m_writing.start();
    m_reading.start(QThread::LowPriority);
    QMetaObject::invokeMethod(m_worker, &HistoryWorker::open);
}

HistoryStore::~HistoryStore()
{
    for (const auto &flag : std::as_const(m_cancelled))
        *flag = true;
    // Only who writes can merge the log of SQLite into the file and take it away, as the last to close.
    m_reading.quit();
    m_reading.wait();
    // Behind all that was asked for before.
    QMetaObject::invokeMethod(m_worker, [worker = m_worker] {
        worker->close();
        worker->thread()->quit();
    });
    m_writing.wait();
}

void HistoryStore::connectWorker()
{
    connect(m_worker, &HistoryWorker::stored, this, &HistoryStore::stored);
    connect(m_worker, &HistoryWorker::refused, this, &HistoryStore::refused);
    connect(m_worker, &HistoryWorker::failed, this, [this](const Error &error) {
        m_trouble = error;
        Q_EMIT failed(error);
    });
    connect(m_worker, &HistoryWorker::recovered, this, [this] {
        m_trouble = {};
        Q_EMIT recovered();
    });
    connect(m_worker, &HistoryWorker::putAside, m_reader, &HistoryReader::reopen);
    connect(m_worker, &HistoryWorker::putAside, this, &HistoryStore::putAside);
    connect(m_worker, &HistoryWorker::imported, this,
        [this](Token token, int count, const Error &error) { answer(m_imports, token, count, error); });
    connect(m_worker, &HistoryWorker::fetched, this,
        [this](Token token, const HistoryPage &page, const Error &error) {
            answer(m_fetches, token, page, error);
        });
    connect(m_worker, &HistoryWorker::removed, this, [this](Token token, qint64 count, const Error &error) {
        answer(m_removals, token, count, error);
        Q_EMIT removed();
        const HistorySelection selection = m_selections.take(token);
        if (error.code == ErrorCode::None)
            Q_EMIT linesRemoved(selection);
    });
}

void HistoryStore::connectReader()
{
    connect(m_reader, &HistoryReader::found, this,
        [this](Token token, const HistoryHits &hits, const Error &error) {
            m_cancelled.remove(token);
            answer(m_searches, token, hits, error);
        });
    connect(m_reader, &HistoryReader::peopleRead, this,
        [this](Token token, const QList<HistoryPerson> &people, const Error &error) {
            answer(m_people, token, people, error);
        });
    connect(m_reader, &HistoryReader::daysRead, this,
        [this](Token token, const QList<QDate> &days, const Error &error) {
            answer(m_days, token, days, error);
        });
}

template <typename T, typename V>
void HistoryStore::answer(
    QHash<Token, Completion<T>> &waiting, Token token, const V &value, const Error &error)
{
    Completion<T> done = waiting.take(token);
    if (error.code == ErrorCode::None)
        done(T(value));
    else
        done(Unexpected(error));
}

HistoryStore::Token HistoryStore::add(const HistoryEntry &entry)
{
    const Token token = ++m_lastToken;
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, token, entry] { worker->add(token, entry); });
    return token;
}

void HistoryStore::setDelivery(Token token, HistoryEntry::Delivery delivery, const Error &error)
{
    QMetaObject::invokeMethod(m_worker,
        [worker = m_worker, token, delivery, error] { worker->setDelivery(token, delivery, error); });
}

void HistoryStore::import(const QList<HistoryEntry> &entries, Completion<int> done)
{
    const Token token = ++m_lastToken;
    m_imports[token] = std::move(done);
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker, token, entries] { worker->import(token, entries); });
}

void HistoryStore::fetch(const HistoryPageRequest &request, Completion<HistoryPage> done)
{
    const Token token = ++m_lastToken;
    m_fetches[token] = std::move(done);
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker, token, request] { worker->fetch(token, request); });
}

HistoryStore::Token HistoryStore::search(const HistoryQuery &query, Completion<HistoryHits> done)
{
    const Token token = ++m_lastToken;
    const auto cancelled = std::make_shared<std::atomic_bool>(false);
    m_searches[token] = std::move(done);
    m_cancelled.insert(token, cancelled);
    QMetaObject::invokeMethod(
        m_reader, [reader = m_reader, token, query, cancelled] { reader->search(token, query, cancelled); });
    return token;
}

void HistoryStore::cancelSearch(Token token)
{
    m_searches.remove(token);
    if (const auto flag = m_cancelled.take(token))
        *flag = true;
}

void HistoryStore::people(Completion<QList<HistoryPerson>> done)
{
    const Token token = ++m_lastToken;
    m_people[token] = std::move(done);
    QMetaObject::invokeMethod(m_reader, [reader = m_reader, token] { reader->readPeople(token); });
}

void HistoryStore::days(const HistoryDaysRequest &request, Completion<QList<QDate>> done)
{
    const Token token = ++m_lastToken;
    m_days[token] = std::move(done);
    QMetaObject::invokeMethod(
        m_reader, [reader = m_reader, token, request] { reader->readDays(token, request); });
}

void HistoryStore::remove(const HistorySelection &selection, Completion<qint64> done)
{
    const Token token = ++m_lastToken;
    m_removals[token] = std::move(done);
    m_selections.insert(token, selection);
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker, token, selection] { worker->remove(token, selection); });
}

} // namespace Msn
