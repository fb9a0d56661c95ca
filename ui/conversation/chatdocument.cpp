#include "ui/conversation/chatdocument.h"

#include "ui/conversation/deliverymark.h"
#include "ui/conversation/systemlines.h"
#include "ui/conversation/textlook.h"
#include "ui/emoticons/links.h"
#include "ui/emoticons/textspans.h"

#include <QFontMetricsF>
#include <QLocale>
#include <QTextDocument>
#include <QUrl>

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

enum Property {
    NoticeProperty = QTextFormat::UserProperty + 100,
};

const QString objectCharacter(QChar::ObjectReplacementCharacter);

QStringList paragraphsOf(const QString &text)
{
    QStringList lines = QString(text)
                            .replace(QStringLiteral("\r\n"), QStringLiteral("\n"))
                            .replace(u'\r', u'\n')
                            .split(u'\n');
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

/// All that is done to the document while it lives is one edit.
class EditBlock
{
public:
    explicit EditBlock(const QTextCursor &cursor)
        : m_cursor(cursor)
    {
        m_cursor.beginEditBlock();
    }
    ~EditBlock() { m_cursor.endEditBlock(); }
    EditBlock(const EditBlock &) = delete;
    EditBlock &operator=(const EditBlock &) = delete;

private:
    QTextCursor m_cursor;
};

bool isSettled(const ChatMessage &message)
{
    return !message.outgoing || message.delivery == ChatMessage::Delivery::Delivered;
}

} // namespace

ChatDocument::ChatDocument(QTextDocument &document, const EmoticonSet &emoticons)
    : m_document(document)
    , m_emoticons(emoticons)
    , m_objects(document, emoticons)
    , m_cursor(&document)
    , m_today(QDate::currentDate())
{
    m_document.setUndoRedoEnabled(false);
}

void ChatDocument::setLook(const ChatLook &look)
{
    if (look == m_look)
        return;
    m_look = look;
    m_document.setDefaultFont(look.textFont);
    m_document.setDocumentMargin(look.step * 3);
    rebuild();
}

void ChatDocument::setToday(const QDate &today)
{
    if (std::exchange(m_today, today) != today)
        rebuild();
}

void ChatDocument::append(const ChatMessage &message)
{
    m_entries.emplace_back(message);
    write(m_entries.back());
    trim();
}

void ChatDocument::appendNotice(const QString &text)
{
    m_entries.emplace_back(text);
    write(m_entries.back());
    trim();
}

void ChatDocument::clear()
{
    m_entries.clear();
    rebuild();
}

void ChatDocument::rebuild()
{
    m_document.clear();
    m_cursor = QTextCursor(&m_document);
    m_empty = true;
    m_speaker = {};
    m_lastDate = {};
    m_unsettled.clear();
    m_lastDelivered.reset();
    const EditBlock edit(m_cursor);
    for (const Entry &entry : m_entries)
        write(entry);
}

void ChatDocument::trim()
{
    if (m_entries.size() <= maxEntries)
        return;
    // Many at once: taking lines off the top moves all others.
    m_entries.erase(m_entries.begin(), m_entries.begin() + dropped);
    rebuild();
}

void ChatDocument::write(const Entry &entry)
{
    // One edit, so that the lines are laid out once.
    const EditBlock edit(m_cursor);
    if (const auto *message = std::get_if<ChatMessage>(&entry))
        writeMessage(*message);
    else
        writeNotice(std::get<QString>(entry));
}

void ChatDocument::writeMessage(const ChatMessage &message)
{
    writeDateIfNew(message.time.date());
    if (message.kind == ChatMessage::Kind::Text)
        writeText(message);
    else
        writeNotice(SystemLines::forMessage(message));
    showState(m_cursor.block(), message);
}

void ChatDocument::writeText(const ChatMessage &message)
{
    if (!continuesSpeaker(message))
        writeHeader(message);
    m_speaker = {message.sender, message.outgoing, message.time, false};
    int emoticonBudget = maxEmoticonsPerMessage;
    const QStringList lines = paragraphsOf(message.text);
    for (const QString &line : lines)
        writeLine(line, message, emoticonBudget);
}

bool ChatDocument::continuesSpeaker(const ChatMessage &message) const
{
    return !m_speaker.none && m_speaker.address == message.sender && m_speaker.outgoing == message.outgoing
        && m_speaker.time.secsTo(message.time) < std::chrono::seconds(headerPause).count();
}

void ChatDocument::startBlock(const QTextBlockFormat &format)
{
    // A document is born with one empty block.
    if (std::exchange(m_empty, false))
        m_cursor.setBlockFormat(format);
    else
        m_cursor.insertBlock(format, {});
}

QTextCharFormat ChatDocument::secondaryFormat() const
{
    QTextCharFormat format;
    format.setFont(m_look.smallFont);
    format.setForeground(m_look.tokens.secondInk);
    return format;
}

void ChatDocument::writeHeader(const ChatMessage &message)
{
    QTextBlockFormat block;
    block.setTopMargin(m_empty ? 0 : m_look.step * 2.5);
    block.setBottomMargin(m_look.step * 0.5);
    startBlock(block);

    QTextCharFormat name;
    name.setFont(m_look.headerFont);
    name.setFontWeight(QFont::DemiBold);
    name.setForeground(m_look.tokens.ink);
    name.setToolTip(QStringLiteral("<span>%1</span>").arg(message.sender.toString().toHtmlEscaped()));
    QTextCharFormat words;
    words.setFont(m_look.headerFont);
    words.setForeground(m_look.tokens.secondInk);

    const QString pattern = SystemLines::saysPattern();
    const qsizetype place = pattern.indexOf(QLatin1String("%1"));
    m_cursor.insertText(pattern.left(place), words);
    m_cursor.insertText(SystemLines::shownName(message), name);
    m_cursor.insertText(pattern.mid(place + 2), words);
    QTextCharFormat time = secondaryFormat();
    time.setToolTip(QLocale().toString(message.time, QLocale::LongFormat));
    m_cursor.insertText(
        QString(3, QChar::Nbsp) + QLocale().toString(message.time.time(), QLocale::ShortFormat), time);
}

QTextBlockFormat ChatDocument::lineFormat(bool rightToLeft) const
{
    QTextBlockFormat format;
    const double indent = m_look.step * 2.5;
    format.setLayoutDirection(rightToLeft ? Qt::RightToLeft : Qt::LeftToRight);
    format.setLeftMargin(rightToLeft ? 0 : indent);
    format.setRightMargin(rightToLeft ? indent : 0);
    format.setLineHeight(112, QTextBlockFormat::ProportionalHeight);
    return format;
}

QTextCharFormat ChatDocument::textFormat(const ChatMessage &message) const
{
    const bool shown = m_look.showsFormats || message.outgoing;
    return shownFormat(
        shown ? message.format : Msn::TextFormat(), m_look.textFont, m_look.tokens, m_look.tokens.window);
}

void ChatDocument::writeLine(const QString &line, const ChatMessage &message, int &emoticonBudget)
{
    startBlock(lineFormat(isRightToLeft(line, message.format)));
    writeSpans(line, spansOf(line, m_emoticons, emoticonBudget), textFormat(message));
}

void ChatDocument::writeSpans(
    const QString &line, const QList<TextSpan> &spans, const QTextCharFormat &format)
{
    const double textHeight = QFontMetricsF(m_look.textFont).height();
    const double emoticonHeight = std::round(textHeight * (isFewEmoticons(spans, line) ? 1.7 : 1.05));
    for (const TextSpan &span : spans) {
        const QString text = line.mid(span.start, span.length);
        if (span.kind == TextSpan::Kind::Emoticon) {
            m_cursor.insertText(
                objectCharacter, InlineObject::emoticon(*span.emoticon, text, emoticonHeight));
        } else if (span.kind == TextSpan::Kind::Link) {
            QTextCharFormat link = format;
            link.setAnchor(true);
            link.setAnchorHref(QString::fromLatin1(span.target.toEncoded()));
            link.setToolTip(shownTarget(span.target));
            link.setForeground(m_look.tokens.accent);
            link.setFontUnderline(true);
            m_cursor.insertText(text, link);
        } else {
            m_cursor.insertText(text, format);
        }
    }
}

void ChatDocument::writeNotice(const QString &text)
{
    QTextBlockFormat block;
    block.setAlignment(Qt::AlignHCenter);
    block.setTopMargin(m_empty ? 0 : m_look.step * 2.5);
    block.setBottomMargin(m_look.step * 0.5);
    block.setLeftMargin(m_look.step * 8);
    block.setRightMargin(m_look.step * 8);
    block.setProperty(NoticeProperty, true);
    startBlock(block);
    m_cursor.insertText(text, secondaryFormat());
    m_speaker = {};
}

void ChatDocument::writeDateIfNew(const QDate &date)
{
    const bool obvious = m_lastDate.isNull() && date == m_today;
    const bool isNew = date.isValid() && date != m_lastDate;
    m_lastDate = date;
    if (isNew && !obvious)
        writeNotice(SystemLines::forDate(date, m_today));
}

void ChatDocument::showState(const QTextBlock &block, const ChatMessage &message)
{
    if (!message.outgoing)
        return;
    if (isSettled(message))
        m_unsettled.remove(message.id);
    else
        m_unsettled.insert(message.id, block);

    const bool isDelivered = message.delivery == ChatMessage::Delivery::Delivered;
    if (message.kind != ChatMessage::Kind::Text) {
        // A nudge needs no confirmation, only the truth if it failed.
        if (message.delivery == ChatMessage::Delivery::Failed || block.text().contains(objectCharacter))
            rewriteState(block, message, !isDelivered);
        return;
    }
    const bool isNewest = isDelivered && (!m_lastDelivered || m_lastDelivered->first.id < message.id);
    if (isNewest) {
        if (m_lastDelivered)
            rewriteState(m_lastDelivered->second, m_lastDelivered->first, false);
        m_lastDelivered.emplace(message, block);
    }
    rewriteState(block, message, !isDelivered || isNewest);
}

void ChatDocument::update(const ChatMessage &message)
{
    const auto entry = std::find_if(m_entries.rbegin(), m_entries.rend(), [&message](const Entry &candidate) {
        const auto *known = std::get_if<ChatMessage>(&candidate);
        return known && known->id == message.id;
    });
    if (entry == m_entries.rend())
        return;
    *entry = message;
    if (const auto block = m_unsettled.constFind(message.id); block != m_unsettled.constEnd())
        showState(QTextBlock(*block), message);
}

void ChatDocument::rewriteState(const QTextBlock &block, const ChatMessage &message, bool inWords)
{
    QTextCursor cursor(block);
    const EditBlock edit(cursor);
    for (auto fragment = block.begin(); !fragment.atEnd(); ++fragment) {
        if (DeliveryMark::isPart(fragment.fragment().charFormat())) {
            cursor.setPosition(fragment.fragment().position());
            break;
        }
        cursor.setPosition(fragment.fragment().position() + fragment.fragment().length());
    }
    cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
    cursor.removeSelectedText();
    DeliveryMark::write(cursor, message, inWords, m_look);
    // The own cursor may have been in this block.
    m_cursor.movePosition(QTextCursor::End);
}

bool ChatDocument::isNotice(const QTextBlock &block)
{
    return block.blockFormat().boolProperty(NoticeProperty);
}

} // namespace Ui
