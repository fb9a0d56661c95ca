#include "core/history/import/amsnlog.h"

#include "core/history/import/logclock.h"
#include "core/history/import/loglines.h"
#include "core/history/import/logname.h"
#include "core/history/import/speakers.h"

#include <QRegularExpression>

#include <optional>

namespace Msn {

namespace {

constexpr QLatin1String codeStart("|\"L");
constexpr QLatin1String timeCode("|\"LTIME");
constexpr QLatin1String italicCode("|\"LITA");
constexpr QLatin1String greyCode("|\"LGRA");
constexpr QLatin1String redCode("|\"LRED");

/// Seconds since 1970 behind LTIME.
std::optional<QDateTime> timeIn(QStringView text)
{
    const qsizetype code = text.indexOf(timeCode);
    if (code < 0)
        return std::nullopt;
    QStringView digits = text.sliced(code + timeCode.size()).left(12);
    const auto *const end
        = std::find_if(digits.begin(), digits.end(), [](QChar c) { return c < u'0' || c > u'9'; });
    digits = digits.first(end - digits.begin());
    const qint64 seconds = digits.toLongLong();
    return seconds > 0 ? std::optional(QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC)) : std::nullopt;
}

/// `grey stamp |"LITA name :|"LC000080 text`, cut at its codes.
struct Parts
{
    QStringView stamp;
    QStringView name;
    QStringView colour;
    QStringView text;
};

std::optional<Parts> partsOf(QStringView line)
{
    if (!line.startsWith(greyCode))
        return std::nullopt;
    const qsizetype name = line.indexOf(italicCode, greyCode.size());
    const qsizetype nameStart = name + italicCode.size();
    const qsizetype text = name < 0 ? -1 : line.indexOf(QLatin1String(":|\"L"), nameStart);
    if (text < 0)
        return std::nullopt;
    Parts parts;
    parts.stamp = line.sliced(greyCode.size(), name - greyCode.size());
    parts.name = line.sliced(nameStart, text - nameStart).trimmed();
    const QStringView rest = line.sliced(text + 1 + codeStart.size());
    const qsizetype blank = rest.left(12).indexOf(u' ');
    parts.colour = blank < 0 ? rest.left(7) : rest.first(blank);
    parts.text = blank < 0 ? QStringView() : rest.sliced(blank + 1);
    return parts;
}

class AmsnReader
{
public:
    AmsnReader(QIODevice &device, const LogContext &context, LogSink &sink)
        : m_lines(device, sink)
        , m_context(context)
        , m_sink(sink)
        , m_speakers(context)
    {
        m_speakers.setPeer(peerOfLogPath(context.path, context.account, context.known));
    }

    void read()
    {
        if (m_speakers.peer().isEmpty())
            return m_sink.report(makeProblem(ImportProblem::Reason::UnknownPerson, 0));
        while (const auto line = m_lines.next())
            handleLine(*line);
        m_message.end(m_sink);
        m_lines.finish();
        m_speakers.reportGuesses(m_sink);
    }

private:
    void handleLine(const QString &line)
    {
        if (!line.startsWith(codeStart)) {
            if (!m_message.append(line) && !m_inNotice && !line.trimmed().isEmpty())
                m_lines.report(ImportProblem::Reason::Unexpected, line);
            return;
        }
        m_message.end(m_sink);
        const auto parts = partsOf(line);
        m_inNotice = !parts;
        parts ? handleMessage(*parts) : handleNotice(line);
    }

    void handleMessage(const Parts &parts)
    {
        const auto time = timeOf(parts.stamp);
        if (!time)
            return m_lines.report(ImportProblem::Reason::BadTime, parts.stamp);
        HistoryEntry entry;
        entry.time = *time;
        entry.text = parts.text.toString();
        if (parts.colour == u"RED") {
            // The place of the name holds a notice.
            m_speakers.attribute(entry, m_context.ownNames.value(0), true);
            entry.delivery = HistoryEntry::Delivery::Failed;
        } else {
            m_speakers.attribute(entry, parts.name.left(1024).toString());
        }
        bool isNumber = false;
        const uint colour
            = parts.colour.sliced(std::min<qsizetype>(parts.colour.size(), 1)).toUInt(&isNumber, 16);
        if (parts.colour.startsWith(u'C') && isNumber && colour <= 0xFFFFFF)
            entry.format.colour = colour;
        m_message.begin(entry, m_sink);
    }

    /// `[|"LTIME1111111115 ]` or `[02:00:00]`.
    std::optional<QDateTime> timeOf(QStringView stamp)
    {
        if (const auto time = timeIn(stamp))
            return time;
        static const QRegularExpression clock(QStringLiteral("\\d{1,2}:\\d{2}(:\\d{2})?"));
        const auto match = clock.match(stamp.left(64).toString());
        const auto time = match.hasMatch() ? parseClock(match.captured()) : std::nullopt;
        return time && m_clock ? std::optional(m_clock->at(*time)) : std::nullopt;
    }

    /// `… 18 Mar 2005 02:00:00 …`: the day of lines that tell the time of day only.
    void handleNotice(QStringView line)
    {
        static const QRegularExpression moment(
            QStringLiteral("(\\d{1,2} \\p{L}{3,12}\\.? \\d{4}) (\\d{1,2}:\\d{2}(:\\d{2})?)"),
            QRegularExpression::UseUnicodePropertiesOption);
        if (!line.startsWith(redCode))
            return;
        const auto match = moment.match(line.left(512).toString());
        const auto date = match.hasMatch() ? parseLogDate(match.captured(1)) : std::nullopt;
        const auto time = match.hasMatch() ? parseClock(match.captured(2)) : std::nullopt;
        if (date && time)
            m_clock.emplace(*date, *time, m_context.zone);
    }

    LogLines m_lines;
    const LogContext &m_context;
    LogSink &m_sink;
    Speakers m_speakers;
    MessageLines m_message;
    std::optional<LogClock> m_clock;
    bool m_inNotice = false;
};

} // namespace

void readAmsnLog(QIODevice &device, const LogContext &context, LogSink &sink)
{
    AmsnReader(device, context, sink).read();
}

bool isAmsnLog(const QString &beginning)
{
    return beginning.startsWith(redCode) || beginning.startsWith(greyCode)
        || beginning.contains(QLatin1String("\n|\"LGRA"));
}

} // namespace Msn
