#include "core/history/import/plustext.h"

#include "core/history/import/logclock.h"
#include "core/history/import/loglines.h"
#include "core/history/import/logname.h"
#include "core/history/import/speakers.h"

#include <optional>

namespace Msn {

namespace {

bool isFrame(const QString &line)
{
    return line.startsWith(QLatin1String(".---")) && line.endsWith(QLatin1String("---."));
}

class PlusTextReader
{
public:
    PlusTextReader(QIODevice &device, const LogContext &context, LogSink &sink)
        : m_lines(device, sink)
        , m_context(context)
        , m_sink(sink)
        , m_speakers(context)
    {
    }

    void read()
    {
        while (const auto line = m_lines.next())
            handleLine(*line);
        finishSession();
        m_lines.finish();
        if (!m_strangeNames.isNull())
            m_sink.report(makeProblem(ImportProblem::Reason::UnknownDirection, 0, m_strangeNames));
    }

private:
    void handleLine(const QString &line)
    {
        if (isFrame(line))
            return handleFrame();
        if (m_inHead && line.startsWith(u'|'))
            return handleHead(line.mid(1, line.size() - (line.endsWith(u'|') ? 2 : 1)));
        const bool isMessage = line.startsWith(u'[');
        // What is lost in a head must not take the session with it.
        if (m_inHead && !isMessage)
            return m_lines.report(ImportProblem::Reason::Unexpected, line);
        m_inHead = false;
        if (isMessage)
            return handleMessage(line);
        // What goes on is indented as far as the time is wide.
        if (line.startsWith(u' ') && m_message.append(line.trimmed()))
            return;
        if (!line.trimmed().isEmpty() && !m_inNotice && !m_message.append(line))
            m_lines.report(ImportProblem::Reason::Unexpected, line);
    }

    /// The first frame line begins a head, the second ends it.
    void handleFrame()
    {
        if (m_inHead) {
            m_inHead = false;
            if (!m_clock)
                m_lines.report(ImportProblem::Reason::UnknownDate);
            return;
        }
        finishSession();
        m_inHead = true;
        m_clock.reset();
        m_speakers = Speakers(m_context);
        m_others = 0;
        m_toldUnknown = false;
        m_inNotice = false;
    }

    void finishSession()
    {
        m_message.end(m_sink);
        if (m_speakers.hasGuessed())
            m_strangeNames = m_speakers.strangeNames();
    }

    void handleHead(const QString &text)
    {
        const qsizetype open = text.lastIndexOf(u'(');
        const qsizetype close = text.lastIndexOf(u')');
        const Address address
            = open > 0 && close > open ? Address(text.mid(open + 1, close - open - 1)) : Address();
        if (address.isValid()) {
            addParticipant(text.first(open).trimmed(), address);
        } else if (!m_clock) {
            if (const auto date = parseLogDate(text.section(u':', 1)))
                m_clock.emplace(*date, QTime(0, 0), m_context.zone);
        }
    }

    void addParticipant(QString name, const Address &address)
    {
        if (name.startsWith(QLatin1String("...")))
            name = name.sliced(3).trimmed();
        m_speakers.learn(name, address);
        if (address == m_context.account)
            return;
        m_speakers.setPeer(address);
        ++m_others;
    }

    void handleMessage(const QString &line)
    {
        const qsizetype close = line.indexOf(u']');
        const auto time = close > 0 ? parseClock(QStringView(line).sliced(1, close - 1)) : std::nullopt;
        if (!time || !m_clock) {
            // A message may hold a line that begins with a bracket.
            if (m_clock && m_message.append(line))
                return;
            return m_lines.report(ImportProblem::Reason::BadTime, line);
        }
        m_message.end(m_sink);
        const QDateTime moment = m_clock->at(*time);
        const QString rest = line.sliced(close + 1).trimmed();
        m_inNotice = rest.startsWith(u'*');
        if (!m_inNotice)
            beginMessage(rest, moment);
    }

    void beginMessage(const QString &rest, const QDateTime &time)
    {
        const qsizetype colon = rest.indexOf(QLatin1String(": "));
        const qsizetype end = colon < 0 ? rest.indexOf(u':') : colon;
        if (end < 0)
            return m_lines.report(ImportProblem::Reason::Unexpected, rest);
        if (!isPersonKnown())
            return;
        HistoryEntry entry;
        entry.time = time;
        entry.group
            = m_others > 1 ? QStringLiteral("plus ") + m_clock->date().toString(Qt::ISODate) : QString();
        entry.text = rest.sliced(end + 1).trimmed();
        m_speakers.attribute(entry, rest.first(end).trimmed());
        m_message.begin(entry, m_sink);
    }

    bool isPersonKnown()
    {
        if (m_speakers.peer().isEmpty())
            m_speakers.setPeer(peerOfLogPath(m_context.path, m_context.account, m_context.known));
        if (!m_speakers.peer().isEmpty())
            return true;
        if (!m_toldUnknown)
            m_lines.report(ImportProblem::Reason::UnknownPerson);
        m_toldUnknown = true;
        return false;
    }

    LogLines m_lines;
    const LogContext &m_context;
    LogSink &m_sink;
    Speakers m_speakers;
    std::optional<LogClock> m_clock;
    MessageLines m_message;
    int m_others = 0;
    bool m_inHead = false;
    bool m_inNotice = false;
    QString m_strangeNames;
    bool m_toldUnknown = false;
};

} // namespace

void readPlusText(QIODevice &device, const LogContext &context, LogSink &sink)
{
    PlusTextReader(device, context, sink).read();
}

bool isPlusText(const QString &beginning)
{
    return beginning.trimmed().startsWith(QLatin1String(".---")) && beginning.contains(QLatin1String("\n| "));
}

} // namespace Msn
