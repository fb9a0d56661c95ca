#include "core/history/import/plushtml.h"

#include "core/history/import/logclock.h"
#include "core/history/import/logname.h"
#include "core/history/import/logrecords.h"
#include "core/history/import/markup.h"
#include "core/history/import/speakers.h"

#include <optional>

namespace Msn {

namespace {

/// What stands in the first \p element of \p markup, its start tag included.
QStringView elementIn(QStringView markup, QStringView element)
{
    const qsizetype start = markup.indexOf(u'<' + element.toString(), 0, Qt::CaseInsensitive);
    if (start < 0)
        return {};
    const qsizetype end
        = markup.indexOf(QStringLiteral("</") + element.toString(), start, Qt::CaseInsensitive);
    return end < 0 ? markup.sliced(start) : markup.sliced(start, end - start);
}

QStringView startTagOf(QStringView element)
{
    return element.first(element.indexOf(u'>') + 1);
}

/// `Name (address)`.
struct Participant
{
    QString name;
    Address address;
};

Participant participantIn(const QString &text)
{
    const qsizetype open = text.lastIndexOf(u'(');
    const qsizetype close = text.indexOf(u')', open);
    if (open < 0 || close < 0)
        return {text.trimmed(), Address()};
    return {text.first(open).trimmed(), Address(text.mid(open + 1, close - open - 1).trimmed())};
}

class PlusHtmlReader
{
public:
    PlusHtmlReader(QIODevice &device, const LogContext &context, LogSink &sink)
        : m_records(device, sink, {"tr", "li"}, {"div"}, LogRecords::Between::Ignored)
        , m_context(context)
        , m_sink(sink)
        , m_speakers(context)
    {
    }

    void read()
    {
        while (const auto record = m_records.next())
            handleRecord(*record);
        finishSession();
        m_records.finish();
        if (!m_strangeNames.isNull())
            m_sink.report(makeProblem(ImportProblem::Reason::UnknownDirection, 0, m_strangeNames));
    }

private:
    void handleRecord(const LogRecord &record)
    {
        if (record.state == LogRecord::State::Mark)
            return beginSession(record);
        record.name == "li" ? addParticipant(record) : handleRow(record);
    }

    void finishSession()
    {
        if (m_speakers.hasGuessed())
            m_strangeNames = m_speakers.strangeNames();
    }

    void beginSession(const LogRecord &record)
    {
        const QString id = attributeOf(record.markup, u"id");
        if (!attributeOf(record.markup, u"class").startsWith(u"mplsession"))
            return;
        finishSession();
        m_speakers = Speakers(m_context);
        m_session = id;
        m_others = 0;
        m_lastName.clear();
        m_toldUnknown = false;
        const auto start = QDateTime::fromString(id.section(u'_', 1), QStringLiteral("yyyy-MM-ddThh-mm-ss"));
        m_clock.reset();
        if (start.isValid())
            m_clock.emplace(start.date(), start.time(), m_context.zone);
        else
            m_records.report(ImportProblem::Reason::UnknownDate, record);
    }

    void addParticipant(const LogRecord &record)
    {
        const Participant participant = participantIn(textOfMarkup(record.markup));
        const bool isUs = attributeOf(startTagOf(record.markup), u"class") == u"in"
            || participant.address == m_context.account;
        if (isUs) {
            m_speakers.learnOwn(participant.name);
            return;
        }
        m_speakers.setPeer(participant.address);
        m_speakers.learn(participant.name, participant.address);
        ++m_others;
    }

    void handleRow(const LogRecord &record)
    {
        const QStringView markup(record.markup);
        const QStringView cell = elementIn(markup, u"td");
        if (attributeOf(startTagOf(markup), u"class") == u"msgplus" || cell.isEmpty() || !m_clock)
            return;
        const QStringView head = elementIn(markup, u"th");
        const QStringView stamp = elementIn(head, u"span");
        if (!stamp.isEmpty()) {
            const auto time = parseClock(textOfMarkup(stamp).remove(u'(').remove(u')'));
            if (!time)
                return m_records.report(ImportProblem::Reason::BadTime, record);
            m_lastTime = m_clock->at(*time);
            m_lastName = nameIn(head, stamp);
        }
        // A row without a time goes on with the message before.
        if (m_lastTime.isValid())
            addEntry(cell);
    }

    static QString nameIn(QStringView head, QStringView stamp)
    {
        const qsizetype behind = stamp.end() - head.begin();
        QString name = textOfMarkup(head.sliced(behind));
        if (name.endsWith(u':'))
            name.chop(1);
        return name.trimmed();
    }

    void addEntry(QStringView cell)
    {
        if (m_speakers.peer().isEmpty())
            m_speakers.setPeer(peerOfLogPath(m_context.path, m_context.account, m_context.known));
        if (m_speakers.peer().isEmpty())
            return tellUnknown();
        HistoryEntry entry;
        entry.time = m_lastTime;
        entry.group = m_others > 1 ? m_session : QString();
        entry.format = formatOfStyle(attributeOf(startTagOf(cell), u"style"));
        entry.text = importedText(textOfMarkup(cell));
        m_speakers.attribute(entry, m_lastName);
        m_sink.add(entry);
    }

    void tellUnknown()
    {
        if (!m_toldUnknown)
            m_sink.report(makeProblem(ImportProblem::Reason::UnknownPerson, m_records.line(), m_session));
        m_toldUnknown = true;
    }

    LogRecords m_records;
    const LogContext &m_context;
    LogSink &m_sink;
    Speakers m_speakers;
    std::optional<LogClock> m_clock;
    QString m_session;
    int m_others = 0;
    QDateTime m_lastTime;
    QString m_lastName;
    QString m_strangeNames;
    bool m_toldUnknown = false;
};

} // namespace

void readPlusHtml(QIODevice &device, const LogContext &context, LogSink &sink)
{
    PlusHtmlReader(device, context, sink).read();
}

bool isPlusHtml(const QString &beginning)
{
    return beginning.contains(u"mplsession") || beginning.contains(u"class=\"msgplus\"");
}

} // namespace Msn
