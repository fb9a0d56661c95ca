#include "ui/conversation/view/messagewriter.h"

#include "core/base/pluscodes.h"
#include "ui/conversation/base/textlook.h"
#include "ui/conversation/view/messagetext.h"
#include "ui/conversation/view/systemlines.h"
#include "ui/emoticons/links.h"
#include "ui/emoticons/textspans.h"

#include <QFontMetricsF>
#include <QLocale>
#include <QTextDocument>

#include <algorithm>
#include <chrono>

namespace Ui {
namespace {

using Msn::ChatMessage;

/// After a pause the header is written again, with the new time.
constexpr std::chrono::minutes headerPause(5);
constexpr int maxEmoticonsPerName = 20;

constexpr QChar firstStrongIsolate(0x2068);
constexpr QChar popIsolate(0x2069);

const QString objectCharacter(QChar::ObjectReplacementCharacter);

} // namespace

MessageWriter::MessageWriter(QTextDocument &document, const EmoticonSet &emoticons)
    : m_document(document)
    , m_emoticons(emoticons)
    , m_objects(document, emoticons)
    , m_cursor(&document)
    , m_formats(m_look)
    , m_today(QDate::currentDate())
{
}

void MessageWriter::setLook(const ChatLook &look)
{
    m_look = look;
    m_document.setDefaultFont(look.messageFont());
    m_document.setDocumentMargin(look.step * 3);
}

QString MessageWriter::nameOf(const ChatMessage &message) const
{
    const QString nickname = m_nicknames && !message.outgoing ? m_nicknames(message.sender) : QString();
    return nickname.isEmpty() ? SystemLines::shownName(message) : nickname;
}

void MessageWriter::restart()
{
    m_cursor = QTextCursor(&m_document);
    m_isEmpty = true;
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
        writeNotice(SystemLines::forMessage(message, nameOf(message)), entry);
}

void MessageWriter::writeText(const ChatMessage &message, int entry)
{
    const bool header = needsHeader(message);
    const bool isAbove = header && !m_look.style.header.isInline;
    m_speaker = {message.sender, message.outgoing, message.time, false};
    if (isAbove) {
        startBlock(m_formats.header(message, m_isEmpty), entry, ChatBlock::Part::Header);
        writeHeader(message);
    }
    int emoticonBudget = m_look.showsEmoticons ? maxEmoticonsPerMessage : 0;
    const Msn::PlusText parsed = Msn::parsePlusCodes(MessageText::withPlainBreaks(message.text));
    const QList<Msn::PlusRun> runs = m_look.showsCodes ? parsed.runs : QList<Msn::PlusRun>();
    const QStringList lines = MessageText::paragraphsOf(parsed.text);
    qsizetype offset = 0;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QString &line = lines.at(i);
        const bool isFirst = i == 0;
        const bool isHeaded = header && !isAbove && isFirst;
        const bool rightToLeft = isRightToLeft(line, message.format);
        startBlock(
            m_formats.line(message,
                {isFirst, i + 1 == lines.size(), rightToLeft, isHeaded, isAbove && isFirst, m_isEmpty}),
            entry, ChatBlock::Part::Message);
        if (isHeaded)
            writeHeader(message);
        writeSpans(line, offset, spansOf(line, m_emoticons, emoticonBudget), message, runs);
        offset += line.size() + 1;
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

void MessageWriter::writeHeader(const ChatMessage &message)
{
    const ChatStyle::Header &header = m_look.style.header;
    writePattern(message.outgoing ? header.own : header.other, message);
}

void MessageWriter::writePattern(const QString &pattern, const ChatMessage &message)
{
    const QStringList pieces = MessageText::piecesOf(pattern);
    for (const QString &piece : pieces) {
        if (piece == u"{name}") {
            writeName(message);
        } else if (piece == u"{says}") {
            QString says = SystemLines::saysPattern();
            writePattern(says.replace(QStringLiteral("%1"), QStringLiteral("{name}")), message);
        } else if (piece == u"{time}") {
            writeTime(message);
        } else {
            m_cursor.insertText(piece, m_formats.headerWords());
        }
    }
}

void MessageWriter::writeName(const ChatMessage &message)
{
    const QTextCharFormat format = m_formats.name(message);
    const QString name = nameOf(message);
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
    QTextCharFormat format = m_formats.time();
    format.setToolTip(QLocale().toString(message.time, QLocale::LongFormat));
    const QString time = QLocale().toString(message.time.time(), QLocale::ShortFormat);
    QString words = m_look.style.header.time;
    words.replace(QStringLiteral("{time}"), time);
    m_cursor.insertText(words.replace(u' ', QChar(QChar::Nbsp)), format);
}

void MessageWriter::writeEmoticon(const TextSpan &span, const QString &code, double height)
{
    m_cursor.insertText(objectCharacter, InlineObject::emoticon(*span.emoticon, code, height));
}

void MessageWriter::writeSpans(const QString &line, qsizetype offset, const QList<TextSpan> &spans,
    const ChatMessage &message, const QList<Msn::PlusRun> &runs)
{
    const QTextCharFormat format = m_formats.words(message);
    const QColor ground = m_formats.groundOf(message);
    const double textHeight = QFontMetricsF(m_look.messageFont()).height();
    const double emoticonHeight
        = std::round(textHeight * (MessageText::isFewEmoticons(spans, line) ? 1.7 : 1.05));
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
    m_cursor.movePosition(QTextCursor::End);
    startBlock(m_formats.notice(m_isEmpty), entry, ChatBlock::Part::Notice);
    m_cursor.insertText(m_look.style.notice.prefix + text, m_formats.secondary());
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
