#include "core/history/import/pidginhead.h"

#include "core/history/import/logname.h"

#include <QRegularExpression>

#include <array>

namespace Msn {

namespace {

/// Where an address may carry a resource or a slash behind it.
Address addressIn(const QString &text)
{
    return Address(text.section(u'/', 0, 0).trimmed());
}

/// `Tue 12 Oct 2010 09:18:15 PM EEST`.
void readMoment(PidginHead &head, const QString &text)
{
    static const QRegularExpression clock(
        QStringLiteral("(\\d{1,2}:\\d{2}(?::\\d{2})?(?: ?[AaPp]\\.?[Mm]\\.?)?)"));
    const auto match = clock.match(text);
    if (!match.hasMatch())
        return;
    if (const auto time = parseClock(match.captured(1)))
        head.time = *time;
    QString rest = text;
    rest.remove(match.capturedStart(), match.capturedLength());
    head.date = parseLogDate(rest);
}

} // namespace

std::optional<PidginHead> parsePidginHead(const QString &line)
{
    static const QRegularExpression pattern(
        QStringLiteral("^Conversation with (\\S{1,200}) at (.{1,100}) on (\\S{1,200}) \\((\\w{1,32})\\)"));
    const auto match = pattern.match(line.left(2048));
    if (!match.hasMatch())
        return std::nullopt;
    PidginHead head;
    head.peer = addressIn(match.captured(1));
    head.account = addressIn(match.captured(3));
    head.network = match.captured(4).toLower();
    readMoment(head, match.captured(2));
    return head;
}

PidginFrame::PidginFrame(const LogContext &context, LogSink &sink)
    : m_context(context)
    , m_sink(sink)
{
}

bool PidginFrame::begin(const QString &firstLine)
{
    const auto head = parsePidginHead(firstLine);
    if (head && !head->network.contains(u"msn")) {
        m_sink.report(makeProblem(ImportProblem::Reason::OtherNetwork, 1, head->network));
        return false;
    }
    m_peer = m_context.peer;
    if (m_peer.isEmpty() && head && head->peer.isValid())
        m_peer = head->peer;
    if (m_peer.isEmpty())
        m_peer = addressOfLogName(m_context.path.section(u'/', -2, -2), m_context.known);
    if (m_peer.isEmpty() || m_peer == m_context.account) {
        m_sink.report(makeProblem(ImportProblem::Reason::UnknownPerson, 0));
        return false;
    }
    return startClock(head);
}

bool PidginFrame::startClock(const std::optional<PidginHead> &head)
{
    const auto start = startOfLogName(m_context.path);
    if (start && start->hasOffset)
        m_clock.emplace(start->time.date(), start->time.time(), start->offsetSeconds);
    else if (start)
        m_clock.emplace(start->time.date(), start->time.time(), m_context.zone);
    else if (head && head->date)
        m_clock.emplace(*head->date, head->time.isValid() ? head->time : QTime(0, 0), m_context.zone);
    if (!m_clock)
        m_sink.report(makeProblem(ImportProblem::Reason::UnknownDate, 1));
    return m_clock.has_value();
}

std::optional<QDateTime> PidginFrame::timeOf(const QString &stamp)
{
    if (!m_clock || stamp.size() > 40)
        return std::nullopt;
    if (const auto time = parseClock(stamp))
        return m_clock->at(*time);
    for (qsizetype blank = stamp.indexOf(u' '); blank > 0; blank = stamp.indexOf(u' ', blank + 1)) {
        const auto time = parseClock(QStringView(stamp).sliced(blank));
        const auto date
            = time ? parseLogDate(QStringView(stamp).first(blank), m_clock->date()) : std::nullopt;
        // A message kept for us has the day on which it was written; those that follow are of today.
        if (date)
            return LogClock(*m_clock).at(*date, *time);
    }
    return std::nullopt;
}

std::optional<HistoryEntry> PidginFrame::entryOfNotice(const QString &notice)
{
    struct Row
    {
        QLatin1String words;
        HistoryEntry::Kind kind;
    };
    static constexpr std::array rows{
        Row{QLatin1String("has nudged you"), HistoryEntry::Kind::Nudge},
        Row{QLatin1String("Nudging "), HistoryEntry::Kind::Nudge},
        Row{QLatin1String(" entered the room"), HistoryEntry::Kind::Joined},
        Row{QLatin1String(" left the room"), HistoryEntry::Kind::Left},
        Row{QLatin1String(" has joined the conversation"), HistoryEntry::Kind::Joined},
        Row{QLatin1String(" has left the conversation"), HistoryEntry::Kind::Left},
    };
    for (const Row &row : rows) {
        const qsizetype at = notice.left(1024).indexOf(row.words);
        if (at < 0)
            continue;
        HistoryEntry entry;
        entry.kind = row.kind;
        entry.outgoing = at == 0;
        entry.senderName = FriendlyName(notice.first(at).trimmed());
        return entry;
    }
    return std::nullopt;
}

} // namespace Msn
