#include "core/history/import/emesene/emesenelog.h"

#include "core/sqlite/sqliteconnection.h"

#include <QFile>
#include <QHash>
#include <QMap>
#include <QSqlError>
#include <QtEndian>

#include <array>
#include <set>

namespace Msn {

namespace {

/// So many lines of one conversation are held to see who takes part.
constexpr qsizetype maxHeldRows = 2000;
constexpr int maxKnownNames = 50'000;
/// For the program itself, which may be running.
constexpr int longestWaitMs = 2000;

/// Version 1: stamp, kind, sender, payload, conversation.
const QString eventsStatement
    = QStringLiteral("SELECT e.stamp, e.name, u.account, c.data, c.id_conversation FROM conversation_event c "
                     "JOIN event e ON e.id = c.id_event JOIN user u ON u.id = c.id_user "
                     "ORDER BY c.id_conversation, e.stamp, e.id");
/// Version 1: who, since when, the name.
const QString namesStatement
    = QStringLiteral("SELECT u.account, e.stamp, n.data FROM user_event n JOIN event e ON e.id = n.id_event "
                     "JOIN user u ON u.id = n.id_user WHERE e.name = 'nick-changed' LIMIT %1");
/// Version 2: stamp, kind, sender, recipient, name of the sender, text.
const QString factsStatement = QStringLiteral(
    "SELECT f.tmstp, d.name, s.account, t.account, i.nick, f.payload FROM fact_event f "
    "JOIN d_event d ON d.id_event = f.id_event JOIN d_account s ON s.id_account = f.id_src_acc "
    "JOIN d_account t ON t.id_account = f.id_dest_acc "
    "LEFT JOIN d_info i ON i.id_info = f.id_src_info "
    "WHERE d.name IN ('message', 'message-error') ORDER BY f.tmstp");

/// Calls \p take with each row for as long as \p sink wants more, and tells it if there are rows that cannot
/// be read. \p statement holds nothing from outside.
template <typename Take>
void readRows(SqliteConnection &database, const QString &statement, LogSink &sink, const Take &take)
{
    auto query = database.prepare(statement);
    Outcome done = query ? database.execute(*query) : Unexpected(query.error());
    while (done && sink.wantsMore() && query->next())
        take(*query);
    if (done && query->lastError().isValid())
        done = Unexpected(database.errorOf(*query));
    if (!done)
        sink.report(makeProblem(ImportProblem::Reason::CannotRead, 0, done.error().detail));
}

bool hasTables(SqliteConnection &database, const QStringList &names)
{
    const auto count
        = database.value(QStringLiteral("SELECT count(*) FROM sqlite_schema WHERE type = 'table' "
                                        "AND name IN ('%1')")
                             .arg(names.join(QLatin1String("', '"))));
    return count && count->toInt() == names.size();
}

struct EmeseneRow
{
    double stamp = 0;
    QString event;
    Address from;
    QString data;
    qint64 conversation = 0;
};

QDateTime momentOf(double stamp)
{
    return QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(stamp * 1000), Qt::UTC);
}

bool isPlausible(double stamp)
{
    return stamp > 1e8 && stamp < 1e10;
}

std::optional<HistoryEntry::Kind> kindOf(const QString &event)
{
    struct Row
    {
        QLatin1String event;
        HistoryEntry::Kind kind;
    };
    static constexpr std::array rows{
        Row{QLatin1String("message"), HistoryEntry::Kind::Text},
        Row{QLatin1String("message-error"), HistoryEntry::Kind::Text},
        Row{QLatin1String("nudge"), HistoryEntry::Kind::Nudge},
        Row{QLatin1String("action-message"), HistoryEntry::Kind::Action},
        Row{QLatin1String("ink-message"), HistoryEntry::Kind::Unsupported},
        Row{QLatin1String("user-join"), HistoryEntry::Kind::Joined},
        Row{QLatin1String("user-leave"), HistoryEntry::Kind::Left},
    };
    for (const Row &row : rows) {
        if (event == row.event)
            return row.kind;
    }
    return std::nullopt;
}

void setSender(HistoryEntry &entry, const Address &sender, const Address &account, const QString &name)
{
    entry.outgoing = sender == account;
    entry.sender = sender;
    entry.senderName = FriendlyName(name.isEmpty() ? sender.toString() : name);
    entry.delivery = entry.outgoing ? HistoryEntry::Delivery::Delivered : HistoryEntry::Delivery::Received;
}

/// Version 1.
class FirstEmeseneReader
{
public:
    FirstEmeseneReader(SqliteConnection &database, const LogContext &context, LogSink &sink)
        : m_database(database)
        , m_account(context.account)
        , m_sink(sink)
    {
    }

    void read()
    {
        readNames();
        readRows(m_database, eventsStatement, m_sink, [this](const QSqlQuery &row) {
            add({row.value(0).toDouble(), row.value(1).toString(), Address(row.value(2).toString()),
                row.value(3).toString(), row.value(4).toLongLong()});
        });
        finishConversation();
    }

private:
    void readNames()
    {
        readRows(m_database, namesStatement.arg(maxKnownNames), m_sink, [this](const QSqlQuery &row) {
            m_names[Address(row.value(0).toString())].insert(
                row.value(1).toDouble(), row.value(2).toString().left(1024));
        });
    }

    void add(const EmeseneRow &row)
    {
        if (!m_rows.isEmpty() && row.conversation != m_rows.constFirst().conversation)
            finishConversation();
        m_rows.append(row);
        if (m_rows.size() >= maxHeldRows)
            flush();
    }

    QString nameOf(const Address &address, double stamp) const
    {
        const auto names = m_names.constFind(address);
        if (names == m_names.constEnd())
            return {};
        const auto after = names->upperBound(stamp);
        return after == names->constBegin() ? QString() : *std::prev(after);
    }

    void finishConversation()
    {
        flush();
        m_others.clear();
        m_with = {};
    }

    void flush()
    {
        for (const EmeseneRow &row : std::as_const(m_rows)) {
            if (row.from == m_account || !row.from.isValid())
                continue;
            m_others.insert(row.from.key());
            if (m_with.isEmpty())
                m_with = row.from;
        }
        for (const EmeseneRow &row : std::as_const(m_rows))
            addRow(row);
        m_rows.clear();
    }

    void addRow(const EmeseneRow &row)
    {
        const auto kind = kindOf(row.event);
        const bool comesOrGoes = kind == HistoryEntry::Kind::Joined || kind == HistoryEntry::Kind::Left;
        // That the other one enters a conversation of two is no news.
        if (!kind || (comesOrGoes && m_others.size() < 2))
            return;
        if (m_with.isEmpty() || !isPlausible(row.stamp)) {
            const auto reason
                = m_with.isEmpty() ? ImportProblem::Reason::UnknownPerson : ImportProblem::Reason::BadTime;
            return m_sink.report(makeProblem(reason, 0, row.data));
        }
        HistoryEntry entry;
        entry.kind = *kind;
        entry.time = momentOf(row.stamp);
        entry.with = m_with;
        entry.group = m_others.size() > 1 ? QStringLiteral("emesene %1").arg(row.conversation) : QString();
        setSender(entry, row.from, m_account, nameOf(row.from, row.stamp));
        setText(entry, row);
        m_sink.add(entry);
    }

    static void setText(HistoryEntry &entry, const EmeseneRow &row)
    {
        if (entry.kind == HistoryEntry::Kind::Action)
            entry.text = importedText(row.data);
        if (entry.kind == HistoryEntry::Kind::Unsupported)
            entry.text = QStringLiteral("ink");
        if (entry.kind != HistoryEntry::Kind::Text)
            return;
        const QString lineEnd = QStringLiteral("\r\n");
        const qsizetype charset = row.data.indexOf(lineEnd);
        const qsizetype text = charset < 0 ? -1 : row.data.indexOf(lineEnd, charset + 2);
        QString said = text < 0 ? row.data : row.data.sliced(text + 2);
        // What came in was written with its backslashes doubled.
        if (!entry.outgoing)
            said.replace(QStringLiteral("\\\\"), QStringLiteral("\\"));
        entry.text = importedText(said);
        if (text >= 0)
            entry.format
                = parseTextFormat(row.data.left(charset).section(u':', -1).trimmed().left(1024).toUtf8());
    }

    SqliteConnection &m_database;
    Address m_account;
    LogSink &m_sink;
    QHash<Address, QMap<double, QString>> m_names;
    QList<EmeseneRow> m_rows;
    std::set<QString> m_others;
    Address m_with;
};

void readSecondEmesene(SqliteConnection &database, const LogContext &context, LogSink &sink)
{
    readRows(database, factsStatement, sink, [&](const QSqlQuery &row) {
        const double stamp = row.value(0).toDouble();
        const Address from(row.value(2).toString());
        const Address to(row.value(3).toString());
        HistoryEntry entry;
        entry.text = importedText(row.value(5).toString());
        entry.time = momentOf(stamp);
        entry.with = from == context.account ? to : from;
        setSender(entry, from, context.account, row.value(4).toString().left(1024));
        if (row.value(1).toString() == u"message-error")
            entry.delivery = HistoryEntry::Delivery::Failed;
        if (isPlausible(stamp) && entry.with.isValid())
            sink.add(entry);
        else
            sink.report(makeProblem(ImportProblem::Reason::BadTime, 0, entry.text));
    });
}

/// SQLite does not always notice that the end of the last page is missing.
bool isWholeFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return true;
    const QByteArray head = file.read(32);
    if (head.size() < 32)
        return head.isEmpty();
    const qint64 written = qFromBigEndian<quint16>(head.constData() + 16);
    const qint64 pageSize = written == 1 ? 65536 : written;
    return file.size() >= pageSize * qFromBigEndian<quint32>(head.constData() + 28);
}

/// The account whose history it is: that of the path, where there is one.
LogContext withAccountOfPath(const LogContext &context)
{
    LogContext own = context;
    const QStringList names
        = context.path.split(u'/').mid(std::max<qsizetype>(context.path.count(u'/') - 2, 0));
    for (const QString &name : names) {
        const Address address(name.endsWith(QLatin1String(".db")) ? name.chopped(3) : name);
        if (address.isValid())
            own.account = address;
    }
    return own;
}

} // namespace

void readEmeseneLog(QIODevice &, const LogContext &context, LogSink &sink)
{
    const LogContext own = withAccountOfPath(context);
    if (!isWholeFile(context.path))
        sink.report(makeProblem(ImportProblem::Reason::Incomplete, 0));
    const auto opened = SqliteConnection::open({context.path, longestWaitMs}, SqliteConnection::Access::Read);
    if (!opened)
        return sink.report(makeProblem(ImportProblem::Reason::CannotOpen, 0, opened.error().detail));
    SqliteConnection &database = **opened;
    if (hasTables(database, {QStringLiteral("conversation_event"), QStringLiteral("user")}))
        FirstEmeseneReader(database, own, sink).read();
    else if (hasTables(database, {QStringLiteral("fact_event"), QStringLiteral("d_account")}))
        readSecondEmesene(database, own, sink);
    else
        sink.report(makeProblem(ImportProblem::Reason::UnknownFormat, 0));
}

LogFormat emeseneLogFormat()
{
    return {LogProgram::Emesene,
        [](const QString &beginning) { return beginning.startsWith(QLatin1String("SQLite format 3")); }, {},
        readEmeseneLog};
}

} // namespace Msn
