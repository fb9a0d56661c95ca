#include "core/history/import/jsonlog.h"

#include "core/history/import/jsonrecords.h"
#include "core/history/jsonhistory.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace Msn {

namespace {

constexpr qsizetype maxName = 1024;

HistoryEntry::Kind kindNamed(const QString &name)
{
    const auto *const row = std::find_if(JsonHistory::kinds.begin(), JsonHistory::kinds.end(),
        [&name](const JsonHistory::Kind &kind) { return name == kind.name; });
    return row == JsonHistory::kinds.end() ? HistoryEntry::Kind::Unsupported : row->kind;
}

QDateTime timeIn(const QString &text, const QTimeZone &zone)
{
    QDateTime time = QDateTime::fromString(text.left(64), Qt::ISODateWithMs);
    if (time.isValid() && time.timeSpec() == Qt::LocalTime)
        time = QDateTime(time.date(), time.time(), zone);
    return time.toUTC();
}

class JsonLogReader
{
public:
    JsonLogReader(QIODevice &device, const LogContext &context, LogSink &sink)
        : m_records(device)
        , m_context(context)
        , m_sink(sink)
    {
    }

    void read()
    {
        while (m_sink.wantsMore()) {
            const auto record = m_records.next();
            if (!record)
                break;
            m_line = record->line;
            handle(*record);
        }
        if (!m_records.error().isEmpty())
            m_sink.report(makeProblem(ImportProblem::Reason::CannotRead, m_line, m_records.error()));
    }

private:
    void handle(const JsonRecord &record)
    {
        using State = JsonRecord::State;
        using Reason = ImportProblem::Reason;
        switch (record.state) {
        case State::Owner:
            return beginHistory(record);
        case State::Message:
            return addMessage(record);
        case State::Damaged:
            return report(Reason::BadMarkup, record);
        case State::Stray:
            return report(Reason::Unexpected, record);
        case State::TooLong:
            return report(Reason::TooLong, record);
        case State::Incomplete:
            return report(Reason::Incomplete, record);
        }
    }

    void report(ImportProblem::Reason reason, const JsonRecord &record)
    {
        const QString excerpt = QString::fromUtf8(record.bytes.left(1024));
        m_sink.report(makeProblem(reason, record.line, excerpt));
    }

    void beginHistory(const JsonRecord &record)
    {
        m_owner = record.owner.account;
        m_isWanted = m_sink.beginHistory(record.owner);
        if (m_isWanted)
            return;
        m_sink.report(
            makeProblem(ImportProblem::Reason::UnknownAccount, record.line, record.owner.account.toString()));
    }

    void addMessage(const JsonRecord &record)
    {
        if (!m_isWanted)
            return;
        const QJsonObject object = QJsonDocument::fromJson(record.bytes).object();
        const HistoryEntry entry = entryOf(object);
        if (entry.with.isEmpty())
            report(ImportProblem::Reason::BadMarkup, record);
        else if (!entry.time.isValid())
            report(ImportProblem::Reason::BadTime, record);
        else
            m_sink.add(entry);
    }

    HistoryEntry entryOf(const QJsonObject &object) const
    {
        const auto text = [&object](const char *key, qsizetype limit) {
            QString value = object.value(QLatin1String(key)).toString().left(limit);
            return value.remove(QChar(0));
        };
        HistoryEntry entry;
        entry.time = timeIn(text("time", maxName), m_context.zone);
        entry.with = Address(text("with", maxName));
        entry.group = text("group", maxName);
        entry.kind = kindNamed(text("kind", maxName));
        entry.outgoing = text("direction", maxName) == JsonHistory::outgoing;
        entry.sender = Address(text("from", maxName));
        if (entry.outgoing && entry.sender.isEmpty())
            entry.sender = m_owner.isEmpty() ? m_context.account : m_owner;
        entry.senderName = FriendlyName(text("name", maxName));
        // As it was, or it would not be found again when it is imported once more.
        entry.text = text("text", maxImportedText);
        entry.format = parseTextFormat(text("look", maxName).toUtf8());
        const auto arrived
            = entry.outgoing ? HistoryEntry::Delivery::Delivered : HistoryEntry::Delivery::Received;
        entry.delivery
            = object.value(QLatin1String("failed")).toBool() ? HistoryEntry::Delivery::Failed : arrived;
        return entry;
    }

    JsonRecords m_records;
    const LogContext &m_context;
    LogSink &m_sink;
    Address m_owner;
    bool m_isWanted = false;
    qint64 m_line = 0;
};

} // namespace

void readJsonLog(QIODevice &device, const LogContext &context, LogSink &sink)
{
    JsonLogReader(device, context, sink).read();
}

bool isJsonLog(const QString &beginning)
{
    return beginning.contains(u'"' + JsonHistory::format + u'"')
        || (beginning.contains(u"\"messages\"") && beginning.contains(u"\"direction\"")
            && beginning.contains(u"\"with\""));
}

} // namespace Msn
