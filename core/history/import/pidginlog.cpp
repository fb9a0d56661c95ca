#include "core/history/import/pidginlog.h"

#include "core/history/import/loglines.h"
#include "core/history/import/markup.h"
#include "core/history/import/pidginhead.h"
#include "core/history/import/speakers.h"

#include <QRegularExpression>

#include <array>
#include <optional>

namespace Msn {

namespace {

enum class Colour { None, Own, Other, Action, Error };

/// One line of a log, in either of its kinds.
struct PidginLine
{
    QString stamp;
    /// Before the colon; empty for a notice, with what they do for an action in a text log.
    QString name;
    QString text;
    bool isAction = false;
    Colour colour = Colour::None;
};

/// `name <AUTO-REPLY>`; the word is translated.
QString withoutReplyMark(const QString &name)
{
    static const QRegularExpression mark(QStringLiteral(" <[^<>]{3,30}>$"));
    QString bare = name;
    return bare.remove(mark);
}

void splitName(PidginLine &line, const QString &rest)
{
    line.isAction = rest.startsWith(QLatin1String("***"));
    const qsizetype end = rest.indexOf(QLatin1String(": "));
    if (line.isAction) {
        line.name = rest.sliced(3);
    } else if (end < 0 && !rest.endsWith(u':')) {
        line.text = rest;
    } else {
        line.name = withoutReplyMark(end < 0 ? rest.chopped(1) : rest.first(end));
        line.text = end < 0 ? QString() : rest.sliced(end + 2);
    }
}

/// Nothing if the line goes on with the message before.
std::optional<PidginLine> parseTextLine(const QString &text)
{
    const qsizetype close = text.startsWith(u'(') ? text.indexOf(QLatin1String(") ")) : -1;
    if (close < 4 || close > 42)
        return std::nullopt;
    PidginLine line;
    line.stamp = text.mid(1, close - 1);
    splitName(line, text.sliced(close + 2));
    return line;
}

Colour colourOf(const QString &code)
{
    struct Row
    {
        QLatin1String code;
        Colour colour;
    };
    static constexpr std::array rows{
        Row{QLatin1String("16569E"), Colour::Own},
        Row{QLatin1String("A82F2F"), Colour::Other},
        Row{QLatin1String("6C2585"), Colour::Other},
        Row{QLatin1String("062585"), Colour::Action},
        Row{QLatin1String("FF0000"), Colour::Error},
    };
    for (const Row &row : rows) {
        if (code.compare(row.code, Qt::CaseInsensitive) == 0)
            return row.colour;
    }
    return Colour::None;
}

/// The end of the coloured stretch belongs to the name, not to what was said.
QStringView withoutEndTag(QStringView markup)
{
    for (const QLatin1String tag : {QLatin1String("</span>"), QLatin1String("</font>")}) {
        if (markup.startsWith(tag, Qt::CaseInsensitive))
            return markup.sliced(tag.size());
    }
    return markup;
}

/// Behind the time: `<b>Bob:</b></span> hello`, `<b>***Ana</b></span> waves` or `<b> notice</b>`.
void splitBold(PidginLine &line, QStringView rest)
{
    const qsizetype open = rest.left(16).indexOf(QLatin1String("<b>"));
    const qsizetype close = open < 0 ? -1 : rest.indexOf(QLatin1String("</b>"), open);
    if (close < 0) {
        line.text = textOfMarkup(rest);
        return;
    }
    const QString bold = textOfMarkup(rest.sliced(open + 3, close - open - 3));
    line.isAction = bold.startsWith(QLatin1String("***"));
    if (!line.isAction && !bold.endsWith(u':')) {
        line.text = bold;
        return;
    }
    line.name = withoutReplyMark(line.isAction ? bold.sliced(3) : bold.chopped(1));
    line.text = textOfMarkup(withoutEndTag(rest.sliced(close + 4)));
}

std::optional<PidginLine> parseHtmlLine(const QString &text)
{
    static const QRegularExpression head(
        QStringLiteral("^(?:<(?:font|span)[^>]{0,40}#([0-9A-Fa-f]{6})[^>]{0,40}>)?"
                       "<(?:font|span)[^>]{0,60}>\\(([^()<>]{4,40})\\)</(?:font|span)>"),
        QRegularExpression::CaseInsensitiveOption);
    const auto match = head.match(text.left(512));
    if (!match.hasMatch())
        return std::nullopt;
    PidginLine line;
    line.stamp = match.captured(2);
    line.colour = colourOf(match.captured(1));
    splitBold(line, QStringView(text).sliced(match.capturedEnd()));
    return line;
}

/// Head and foot of the page.
bool isPageMarkup(const QString &line)
{
    static const QRegularExpression page(
        QStringLiteral("^\\s*(</?(html|head|body|title|meta|h[1-6]|p|!doctype)\\b[^>]*>\\s*)*$"),
        QRegularExpression::CaseInsensitiveOption);
    return page.match(line.left(256)).hasMatch();
}

class PidginReader
{
public:
    PidginReader(QIODevice &device, const LogContext &context, LogSink &sink, bool isHtml)
        : m_lines(device, sink)
        , m_sink(sink)
        , m_frame(context, sink)
        , m_speakers(context)
        , m_isHtml(isHtml)
    {
    }

    void read()
    {
        auto line = m_lines.next();
        if (!line || !m_frame.begin(headOf(*line)))
            return;
        m_speakers.setPeer(m_frame.peer());
        // A file without its head begins with a message.
        if (isHead(*line))
            line = m_lines.next();
        for (; line; line = m_lines.next())
            handleLine(*line);
        m_message.end(m_sink);
        m_lines.finish();
        m_speakers.reportGuesses(m_sink);
    }

private:
    static bool isHead(const QString &line)
    {
        return line.startsWith(QLatin1String("Conversation with ")) || line.startsWith(QLatin1String("<html"))
            || line.startsWith(QLatin1String("<!DOCTYPE")) || line.startsWith(QLatin1String("<head"));
    }

    QString headOf(const QString &line) const
    {
        if (!m_isHtml)
            return line;
        const qsizetype title = line.indexOf(QLatin1String("<title>"));
        return title < 0 ? QString() : textOfMarkup(QStringView(line).sliced(title).left(2048));
    }

    void handleLine(const QString &text)
    {
        const auto line = m_isHtml ? parseHtmlLine(text) : parseTextLine(text);
        const auto time = line ? m_frame.timeOf(line->stamp) : std::nullopt;
        if (time) {
            m_message.end(m_sink);
            m_inNotice = false;
            handleParts(*line, *time);
        } else if (m_isHtml && isPageMarkup(text)) {
            return;
        } else if (!m_message.append(m_isHtml ? textOfMarkup(text) : text) && !m_inNotice
            && !text.trimmed().isEmpty()) {
            m_lines.report(line ? ImportProblem::Reason::BadTime : ImportProblem::Reason::Unexpected, text);
        }
    }

    void handleParts(const PidginLine &line, const QDateTime &time)
    {
        if (line.name.isEmpty() || line.colour == Colour::Error)
            return handleNotice(line, time);
        HistoryEntry entry;
        entry.time = time;
        entry.text = line.text;
        entry.kind = line.isAction ? HistoryEntry::Kind::Action : HistoryEntry::Kind::Text;
        learn(line);
        QString name = line.name;
        if (line.isAction && !m_isHtml) {
            // Nothing stands between the name and what they do.
            name = m_speakers.nameAtStartOf(line.name);
            entry.text = line.name.sliced(name.size()).trimmed();
        }
        m_speakers.attribute(entry, name);
        m_message.begin(entry, m_sink);
    }

    /// Colours tell who is who, also for the lines that have none.
    void learn(const PidginLine &line)
    {
        if (line.colour == Colour::Own)
            m_speakers.learnOwn(line.name);
        else if (line.colour == Colour::Other)
            m_speakers.learn(line.name, m_frame.peer());
    }

    void handleNotice(const PidginLine &line, const QDateTime &time)
    {
        m_inNotice = true;
        auto entry = PidginFrame::entryOfNotice(line.text);
        if (!entry)
            return;
        entry->time = time;
        m_speakers.attribute(*entry, entry->senderName.text(), entry->outgoing);
        m_sink.add(*entry);
    }

    LogLines m_lines;
    LogSink &m_sink;
    PidginFrame m_frame;
    Speakers m_speakers;
    MessageLines m_message;
    bool m_isHtml;
    bool m_inNotice = false;
};

} // namespace

void readPidginText(QIODevice &device, const LogContext &context, LogSink &sink)
{
    PidginReader(device, context, sink, false).read();
}

void readPidginHtml(QIODevice &device, const LogContext &context, LogSink &sink)
{
    PidginReader(device, context, sink, true).read();
}

bool isPidginText(const QString &beginning)
{
    return parsePidginHead(beginning.section(u'\n', 0, 0)).has_value();
}

bool isPidginHtml(const QString &beginning)
{
    static const QRegularExpression stamp(
        QStringLiteral("<(font size=\"2\"|span style=\"font-size: smaller\")>\\([^()<>]{4,40}\\)</"));
    return beginning.contains(QLatin1String("<title>Conversation with "))
        || stamp.match(beginning).hasMatch();
}

} // namespace Msn
