#include "ui/conversation/view/messagewriter.h"

#include "core/base/pluscodes.h"
#include "ui/conversation/base/textlook.h"
#include "ui/conversation/view/systemlines.h"
#include "ui/emoticons/links.h"
#include "ui/emoticons/textspans.h"
#include "ui/theme/contrast.h"

#include <QFontMetricsF>
#include <QGuiApplication>
#include <QLocale>
#include <QTextDocument>

#include <algorithm>
#include <chrono>

namespace Ui {
namespace {

using Msn::ChatMessage;

/// After a pause the header is written again, with the new time.
constexpr std::chrono::minutes headerPause(5);
/// More lines than this in one message share a paragraph: a stranger decides how many there are.
constexpr qsizetype maxParagraphs = 100;
/// A message of so few emoticons and nothing else shows them large.
constexpr int maxLargeEmoticons = 3;
constexpr int maxEmoticonsPerName = 20;

constexpr QChar firstStrongIsolate(0x2068);
constexpr QChar popIsolate(0x2069);

const QString objectCharacter(QChar::ObjectReplacementCharacter);

QString withPlainBreaks(const QString &text)
{
    return QString(text).replace(QStringLiteral("\r\n"), QStringLiteral("\n")).replace(u'\r', u'\n');
}

QStringList paragraphsOf(const QString &text)
{
    QStringList lines = text.split(u'\n');
    if (lines.size() <= maxParagraphs)
        return lines;
    const QString rest = lines.mid(maxParagraphs - 1).join(QChar(QChar::LineSeparator));
    lines = lines.first(maxParagraphs - 1);
    lines.append(rest);
    return lines;
}

bool isFewEmoticons(const QList<TextSpan> &spans, const QString &line)
{
    int emoticons = 0;
    for (const TextSpan &span : spans) {
        if (span.kind == TextSpan::Kind::Emoticon)
            ++emoticons;
        else if (!QStringView(line).mid(span.start, span.length).trimmed().isEmpty())
            return false;
    }
    return emoticons > 0 && emoticons <= maxLargeEmoticons;
}

/// \p pattern cut at its placeholders: `{says}{time}` → `{says}`, `{time}`.
QStringList piecesOf(const QString &pattern)
{
    QStringList pieces;
    qsizetype start = 0;
    while (start < pattern.size()) {
        const bool isField = pattern.at(start) == u'{';
        const qsizetype found = pattern.indexOf(isField ? u'}' : u'{', start);
        const qsizetype end = found < 0 ? pattern.size() : isField ? found + 1 : found;
        pieces.append(pattern.mid(start, end - start));
        start = end;
    }
    return pieces;
}

} // namespace

MessageWriter::MessageWriter(QTextDocument &document, const EmoticonSet &emoticons)
    : m_document(document)
    , m_emoticons(emoticons)
    , m_objects(document, emoticons)
    , m_cursor(&document)
    , m_today(QDate::currentDate())
{
}

void MessageWriter::setLook(const ChatLook &look)
{
    m_look = look;
    m_document.setDefaultFont(look.messageFont());
    m_document.setDocumentMargin(look.step * 3);
}

void MessageWriter::restart()
{
    m_cursor = QTextCursor(&m_document);
    m_isEmpty = true;
    m_afterHeader = false;
    m_speaker = {};
    m_lastDate = {};
}

void MessageWriter::writeMessage(const ChatMessage &message, int entry)
{
    // The state of an earlier message may have been written since.
    m_cursor.movePosition(QTextCursor::End);
    writeDateIfNew(message.time.date(), entry);
    if (message.kind == ChatMessage::Kind::Text)
        writeText(message, entry);
    else
        writeNotice(SystemLines::forMessage(message), entry);
}

void MessageWriter::writeText(const ChatMessage &message, int entry)
{
    const bool header = needsHeader(message);
    const bool isAbove = header && !m_look.style.header.isInline;
    m_speaker = {message.sender, message.outgoing, message.time, false};
    if (isAbove) {
        startBlock(headerFormat(message), entry, ChatBlock::Part::Header);
        writeHeader(message);
    }
    m_afterHeader = isAbove;
    int emoticonBudget = m_look.showsEmoticons ? maxEmoticonsPerMessage : 0;
    const Msn::PlusText parsed = Msn::parsePlusCodes(withPlainBreaks(message.text));
    const QList<Msn::PlusRun> runs = m_look.showsCodes ? parsed.runs : QList<Msn::PlusRun>();
    const QStringList lines = paragraphsOf(parsed.text);
    qsizetype offset = 0;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QString &line = lines.at(i);
        QTextBlockFormat format = lineFormat(message, isRightToLeft(line, message.format), i == 0,
            i + 1 == lines.size(), header && !isAbove && i == 0);
        if (header && !isAbove && i == 0)
            format.setTopMargin(gap(m_look.style.line.gap));
        startBlock(format, entry, ChatBlock::Part::Message);
        if (header && !isAbove && i == 0)
            writeHeader(message);
        writeSpans(line, offset, spansOf(line, m_emoticons, emoticonBudget), message, runs);
        offset += line.size() + 1;
        m_afterHeader = false;
    }
}

bool MessageWriter::needsHeader(const ChatMessage &message) const
{
    return m_look.style.header.everyMessage || m_speaker.none || m_speaker.address != message.sender
        || m_speaker.outgoing != message.outgoing
        || m_speaker.time.secsTo(message.time) >= std::chrono::seconds(headerPause).count();
}

void MessageWriter::startBlock(QTextBlockFormat format, int entry, ChatBlock::Part part)
{
    format.setProperty(ChatBlock::PartNumber, int(part));
    // A document is born with one empty block.
    if (std::exchange(m_isEmpty, false))
        m_cursor.setBlockFormat(format);
    else
        m_cursor.insertBlock(format, {});
    m_cursor.block().setUserState(entry);
}

QTextCharFormat MessageWriter::secondaryFormat() const
{
    QTextCharFormat format;
    format.setFont(m_look.style.isFixedPitch ? m_look.fixedFont : m_look.smallFont);
    format.setForeground(m_look.tokens.secondInk);
    return format;
}

QTextCharFormat MessageWriter::headerWords() const
{
    QTextCharFormat format = secondaryFormat();
    const QString &size = m_look.style.header.size;
    if (size == u"text")
        format.setFont(m_look.messageFont());
    else if (size == u"normal")
        format.setFont(m_look.headerFont);
    return format;
}

QTextBlockFormat MessageWriter::headerFormat(const ChatMessage &message) const
{
    QTextBlockFormat block;
    block.setTopMargin(gap(m_look.style.line.gap));
    block.setBottomMargin(m_look.step * 0.5);
    if (!m_look.style.bubble)
        return block;
    block.setLayoutDirection(QGuiApplication::layoutDirection());
    block.setAlignment(message.outgoing ? Qt::AlignTrailing : Qt::AlignLeading);
    if (!m_isEmpty)
        block.setTopMargin(block.topMargin() + m_look.step * m_look.style.bubble->padding);
    return block;
}

void MessageWriter::writeHeader(const ChatMessage &message)
{
    const ChatStyle::Header &header = m_look.style.header;
    writePattern(message.outgoing ? header.own : header.other, message);
}

void MessageWriter::writePattern(const QString &pattern, const ChatMessage &message)
{
    const QStringList pieces = piecesOf(pattern);
    for (const QString &piece : pieces) {
        if (piece == u"{name}") {
            writeName(message);
        } else if (piece == u"{says}") {
            QString says = SystemLines::saysPattern();
            writePattern(says.replace(QStringLiteral("%1"), QStringLiteral("{name}")), message);
        } else if (piece == u"{time}") {
            writeTime(message);
        } else {
            m_cursor.insertText(piece, headerWords());
        }
    }
}

void MessageWriter::writeName(const ChatMessage &message)
{
    const ChatStyle::Header &header = m_look.style.header;
    QTextCharFormat format = headerWords();
    if (header.isInline && header.size == u"small")
        format.setFont(m_look.messageFont());
    if (header.isSemiBold)
        format.setFontWeight(QFont::DemiBold);
    format.setForeground(ChatStyle::colour(message.outgoing ? header.ownInk : header.otherInk, m_look.tokens)
                             .value_or(m_look.tokens.ink));
    format.setToolTip(QStringLiteral("<span>%1</span>").arg(message.sender.toString().toHtmlEscaped()));
    const QString name = SystemLines::shownName(message);
    const Msn::PlusText coloured = Msn::parsePlusCodes(message.senderName.text());
    const bool sameText = m_look.showsCodes && coloured.text == name;
    int budget = m_look.showsEmoticons ? maxEmoticonsPerName : 0;
    QList<TextSpan> spans = spansOf(name, m_emoticons, budget);
    // A name is no place for links.
    for (TextSpan &span : spans) {
        if (span.kind == TextSpan::Kind::Link)
            span.kind = TextSpan::Kind::Text;
    }
    const double height = std::round(QFontMetricsF(format.font()).height());
    // An Arabic name does not turn what stands beside it.
    m_cursor.insertText(QString(firstStrongIsolate), format);
    for (const TextSpan &span : std::as_const(spans)) {
        const QString part = name.mid(span.start, span.length);
        if (span.kind == TextSpan::Kind::Emoticon)
            writeEmoticon(span, part, height);
        else
            writeRuns(part, span.start, format, sameText ? coloured.runs : QList<Msn::PlusRun>(),
                m_look.tokens.window);
    }
    m_cursor.insertText(QString(popIsolate), format);
}

void MessageWriter::writeTime(const ChatMessage &message)
{
    if (!m_look.showsTimes)
        return;
    QTextCharFormat format = m_look.style.header.size == u"text" ? headerWords() : secondaryFormat();
    format.setForeground(m_look.tokens.secondInk);
    format.setToolTip(QLocale().toString(message.time, QLocale::LongFormat));
    format.setProperty(ChatBlock::Time, true);
    const QString time = QLocale().toString(message.time.time(), QLocale::ShortFormat);
    QString words = m_look.style.header.time;
    words.replace(QStringLiteral("{time}"), time);
    m_cursor.insertText(words.replace(u' ', QChar(QChar::Nbsp)), format);
}

QTextBlockFormat MessageWriter::lineFormat(
    const ChatMessage &message, bool rightToLeft, bool first, bool last, bool isHeaded) const
{
    const ChatStyle::Line &line = m_look.style.line;
    QTextBlockFormat format;
    const double indent = isHeaded ? 0 : m_look.step * line.indent;
    format.setLayoutDirection(rightToLeft ? Qt::RightToLeft : Qt::LeftToRight);
    format.setLeftMargin(rightToLeft ? 0 : indent);
    format.setRightMargin(rightToLeft ? indent : 0);
    format.setLineHeight(line.height, QTextBlockFormat::ProportionalHeight);
    format.setProperty(ChatBlock::Outgoing, message.outgoing);
    const double between = m_isEmpty || m_afterHeader ? 0 : m_look.step * line.between;
    if (first)
        format.setTopMargin(between);
    if (!m_look.style.bubble)
        return format;
    // Margins that meet are not added up: the wider one counts.
    const double padding = m_look.step * m_look.style.bubble->padding * 0.5;
    if (first)
        format.setTopMargin(m_isEmpty || m_afterHeader ? padding + m_look.step : 2 * padding + between);
    if (last)
        format.setBottomMargin(padding);
    return format;
}

QColor MessageWriter::groundOf(const ChatMessage &message) const
{
    if (!m_look.style.bubble)
        return m_look.tokens.window;
    const QString &name = message.outgoing ? m_look.style.bubble->own : m_look.style.bubble->other;
    return ChatStyle::colour(name, m_look.tokens).value_or(m_look.tokens.window);
}

QTextCharFormat MessageWriter::textFormat(const ChatMessage &message) const
{
    const bool shown = m_look.showsFormats || message.outgoing;
    QTextCharFormat format = shownFormat(
        shown ? message.format : Msn::TextFormat(), m_look.messageFont(), m_look.tokens, groundOf(message));
    if (m_look.style.isFixedPitch)
        format.setFontFamilies(m_look.fixedFont.families());
    return format;
}

void MessageWriter::writeEmoticon(const TextSpan &span, const QString &code, double height)
{
    m_cursor.insertText(objectCharacter, InlineObject::emoticon(*span.emoticon, code, height));
}

void MessageWriter::writeSpans(const QString &line, qsizetype offset, const QList<TextSpan> &spans,
    const ChatMessage &message, const QList<Msn::PlusRun> &runs)
{
    const QTextCharFormat format = textFormat(message);
    const QColor ground = groundOf(message);
    const double textHeight = QFontMetricsF(m_look.messageFont()).height();
    const double emoticonHeight = std::round(textHeight * (isFewEmoticons(spans, line) ? 1.7 : 1.05));
    for (const TextSpan &span : spans) {
        const QString text = line.mid(span.start, span.length);
        if (span.kind == TextSpan::Kind::Emoticon) {
            writeEmoticon(span, text, emoticonHeight);
        } else if (span.kind == TextSpan::Kind::Link) {
            QTextCharFormat link = format;
            link.setAnchor(true);
            link.setAnchorHref(QString::fromLatin1(span.target.toEncoded()));
            link.setToolTip(shownTarget(span.target));
            link.setForeground(m_look.tokens.accent);
            link.setFontUnderline(true);
            m_cursor.insertText(text, link);
        } else {
            writeRuns(text, offset + span.start, format, runs, ground);
        }
    }
}

/// \p text stands at \p offset of what \p runs count in.
void MessageWriter::writeRuns(const QString &text, qsizetype offset, const QTextCharFormat &format,
    const QList<Msn::PlusRun> &runs, const QColor &ground)
{
    auto run = std::lower_bound(runs.begin(), runs.end(), offset,
        [](const Msn::PlusRun &candidate, qsizetype at) { return candidate.start + candidate.length <= at; });
    qsizetype position = 0;
    for (; run != runs.end() && run->start < offset + text.size(); ++run) {
        const qsizetype start = qMax<qsizetype>(0, run->start - offset);
        const qsizetype end = qMin(text.size(), run->start + run->length - offset);
        m_cursor.insertText(text.mid(position, start - position), format);
        m_cursor.insertText(text.mid(start, end - start), withRun(format, *run, ground));
        position = end;
    }
    m_cursor.insertText(text.mid(position), format);
}

void MessageWriter::writeNotice(const QString &text, int entry)
{
    const ChatStyle::Notice &notice = m_look.style.notice;
    m_cursor.movePosition(QTextCursor::End);
    QTextBlockFormat block;
    const double padding = m_look.style.bubble ? m_look.step * m_look.style.bubble->padding * 0.5 : 0;
    block.setTopMargin(gap(m_look.style.line.gap) + (m_isEmpty ? 0 : padding));
    block.setBottomMargin(m_look.step * 0.5);
    if (notice.isCentred) {
        block.setAlignment(Qt::AlignHCenter);
        block.setLeftMargin(m_look.step * 8);
        block.setRightMargin(m_look.step * 8);
    }
    startBlock(block, entry, ChatBlock::Part::Notice);
    m_cursor.insertText(notice.prefix + text, secondaryFormat());
    m_speaker = {};
}

void MessageWriter::writeDateIfNew(const QDate &date, int entry)
{
    const bool obvious = m_lastDate.isNull() && date == m_today;
    const bool isNew = date.isValid() && date != m_lastDate;
    m_lastDate = date;
    if (isNew && !obvious)
        writeNotice(SystemLines::forDate(date, m_today), entry);
}

} // namespace Ui
