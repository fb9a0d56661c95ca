#include "ui/history/htmlhistorywriter.h"

#include "core/base/pluscodes.h"
#include "ui/conversation/view/messagetext.h"
#include "ui/conversation/view/systemlines.h"
#include "ui/emoticons/links.h"
#include "ui/emoticons/textspans.h"
#include "ui/history/historytext.h"
#include "ui/history/htmlhistorystyle.h"

#include <QFile>
#include <QLocale>

#include <array>

namespace Ui {

using Msn::HistoryEntry;

namespace {

/// A header is repeated after that.
constexpr qint64 newHeaderAfterSecs = 300;

QString styled(const QString &html, const QString &declarations)
{
    if (html.isEmpty() || declarations.isEmpty())
        return html;
    return QStringLiteral("<span style=\"%1\">%2</span>").arg(declarations, html);
}

QString side(const HistoryEntry &entry)
{
    return entry.outgoing ? QStringLiteral("own") : QStringLiteral("other");
}

} // namespace

HtmlHistoryWriter::HtmlHistoryWriter(
    QIODevice &device, const HtmlHistoryLook &look, Names peerOf, Names senderOf)
    : HistoryWriter(device)
    , m_look(look)
    , m_peerOf(std::move(peerOf))
    , m_senderOf(std::move(senderOf))
{
}

void HtmlHistoryWriter::begin()
{
    const QString head
        = QStringLiteral("<!DOCTYPE html>\n<html lang=\"%1\" dir=\"%2\">\n<head>\n<meta charset=\"utf-8\">\n"
                         "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                         "style-src 'unsafe-inline'; img-src data:\">\n"
                         "<meta name=\"viewport\" content=\"width=device-width\">\n"
                         "<title>%3</title>\n<style>%4</style>\n</head>\n<body>\n")
              .arg(QLocale().bcp47Name(),
                  m_look.isRightToLeft ? QStringLiteral("rtl") : QStringLiteral("ltr"),
                  m_look.title.toHtmlEscaped(), HtmlHistoryStyle::sheet(m_look.style));
    write(head.toUtf8());
}

void HtmlHistoryWriter::beginPart(int part)
{
    m_part = part;
    m_last.reset();
    m_date = {};
    if (part < m_look.parts.size())
        writeHead(0, QStringLiteral("<bdi>%1</bdi>").arg(m_look.parts.at(part).toHtmlEscaped()));
}

void HtmlHistoryWriter::add(const HistoryEntry &entry)
{
    writeHeads(entry, entry.time.toLocalTime().date());
    if (entry.kind == HistoryEntry::Kind::Text)
        writeMessage(entry);
    else
        writeNotice(entry);
    m_last = entry;
}

void HtmlHistoryWriter::end()
{
    if (!m_used.isEmpty())
        write(QStringLiteral("<style>%1</style>\n").arg(emoticonStyles()).toUtf8());
    write("</body>\n</html>\n");
}

/// \p level: 0 for a part of the export, 1 for a person, 2 for a day. The outermost that there is on the page
/// is its first.
void HtmlHistoryWriter::writeHead(int level, const QString &html)
{
    static constexpr std::array classes{"part", "person", "day"};
    const int number = level + (m_look.parts.isEmpty() ? 0 : 1);
    write(QStringLiteral("<h%1 class=\"%2\">%3</h%1>\n")
              .arg(QString::number(number), QLatin1String(classes.at(size_t(level))), html)
              .toUtf8());
}

/// Above the first line with somebody, and of a day.
void HtmlHistoryWriter::writeHeads(const HistoryEntry &entry, const QDate &date)
{
    const bool isOther = !m_last || m_last->with != entry.with || m_last->group != entry.group;
    if (isOther) {
        const QString peer = m_peerOf(m_part, entry);
        const QString name = (entry.group.isEmpty() ? peer : HistoryText::groupWith(peer)).toHtmlEscaped();
        const QString address = entry.with.toString().toHtmlEscaped();
        writeHead(1, QStringLiteral("<bdi>%1</bdi> <small>%2</small>").arg(name, address));
    }
    if (!isOther && date == m_date)
        return;
    m_date = date;
    m_last.reset();
    writeHead(2, QLocale().toString(date, QLocale::LongFormat).toHtmlEscaped());
}

bool HtmlHistoryWriter::needsHeader(const HistoryEntry &entry) const
{
    return m_look.style.header.everyMessage || !m_last || m_last->kind != HistoryEntry::Kind::Text
        || m_last->sender != entry.sender || m_last->outgoing != entry.outgoing
        || m_last->time.secsTo(entry.time) >= newHeaderAfterSecs;
}

QString HtmlHistoryWriter::headerOf(const HistoryEntry &entry) const
{
    const ChatStyle::Header &header = m_look.style.header;
    const QString time = QLocale().toString(entry.time.toLocalTime().time(), QLocale::ShortFormat);
    const QString name
        = QStringLiteral("<b><bdi>%1</bdi></b>").arg(m_senderOf(m_part, entry).toHtmlEscaped());
    QString html;
    const QStringList pieces = MessageText::piecesOf(entry.outgoing ? header.own : header.other);
    for (const QString &piece : pieces) {
        if (piece == u"{name}")
            html += name;
        else if (piece == u"{says}")
            html += SystemLines::saysPattern().toHtmlEscaped().arg(name);
        else if (piece != u"{time}")
            html += piece.toHtmlEscaped();
        else if (m_look.showsTimes)
            html += QStringLiteral("<span>%1</span>")
                        .arg(QString(header.time).replace(QStringLiteral("{time}"), time).toHtmlEscaped());
    }
    return html;
}

void HtmlHistoryWriter::writeMessage(const HistoryEntry &entry)
{
    const bool hasHeader = needsHeader(entry);
    QString html = QStringLiteral("<div class=\"m %1%2\">")
                       .arg(side(entry), hasHeader ? QStringLiteral(" head") : QString());
    if (hasHeader)
        html += QStringLiteral("<div class=\"h\">%1</div>").arg(headerOf(entry));
    const QString look = m_look.showsFormats || entry.outgoing
        ? HtmlHistoryStyle::declarations(entry.format, m_look.style, entry.outgoing)
        : QString();
    html += QStringLiteral("<p class=\"t\" dir=\"auto\">%1</p>").arg(styled(bodyOf(entry), look));
    if (entry.delivery == HistoryEntry::Delivery::Failed)
        html += QStringLiteral("<p class=\"failed\">%1</p>").arg(HistoryText::notDelivered().toHtmlEscaped());
    write((html + QStringLiteral("</div>\n")).toUtf8());
}

void HtmlHistoryWriter::writeNotice(const HistoryEntry &entry)
{
    const QString text = m_look.style.notice.prefix
        + SystemLines::forMessage(Msn::toChatMessage(entry), m_senderOf(m_part, entry));
    write(QStringLiteral("<p class=\"n\" dir=\"auto\">%1</p>\n").arg(text.toHtmlEscaped()).toUtf8());
}

/// With the colours that were written as codes, or without them; the codes themselves never.
QString HtmlHistoryWriter::bodyOf(const HistoryEntry &entry)
{
    const Msn::PlusText plus = Msn::parsePlusCodes(entry.text);
    if (!m_look.showsCodes)
        return spansOf(plus.text);
    QString html;
    qsizetype done = 0;
    for (const Msn::PlusRun &run : plus.runs) {
        html += spansOf(plus.text.mid(done, run.start - done));
        html += styled(spansOf(plus.text.mid(run.start, run.length)),
            HtmlHistoryStyle::declarations(run, m_look.style, entry.outgoing));
        done = run.start + run.length;
    }
    return html + spansOf(plus.text.mid(done));
}

QString HtmlHistoryWriter::spansOf(const QString &text)
{
    int budget = m_look.showsEmoticons ? maxEmoticonsPerMessage : 0;
    QString html;
    const QList<TextSpan> spans = Ui::spansOf(text, m_look.emoticons, budget);
    for (const TextSpan &span : spans) {
        QString words = text.mid(span.start, span.length).toHtmlEscaped();
        if (span.kind == TextSpan::Kind::Link && mayOpen(span.target)) {
            const QString target = QString::fromLatin1(span.target.toEncoded()).toHtmlEscaped();
            html += QStringLiteral("<a rel=\"noreferrer\" href=\"%1\">%2</a>").arg(target, words);
        } else if (span.kind == TextSpan::Kind::Emoticon) {
            m_used.insert(span.emoticon->name);
            html += QStringLiteral("<span class=\"e e-%1\">%2</span>").arg(span.emoticon->name, words);
        } else {
            html += words.replace(QStringLiteral("\r\n"), QStringLiteral("\n"))
                        .replace(u'\n', QStringLiteral("<br>"));
        }
    }
    return html;
}

/// The pictures, each once.
QString HtmlHistoryWriter::emoticonStyles() const
{
    QString sheet;
    for (const Emoticon &emoticon : m_look.emoticons.all()) {
        QFile file(emoticon.path);
        if (!m_used.contains(emoticon.name) || !file.open(QIODevice::ReadOnly))
            continue;
        const QString type = emoticon.path.endsWith(QLatin1String(".svg")) ? QStringLiteral("svg+xml")
                                                                           : QStringLiteral("png");
        sheet += QStringLiteral(".e-%1{background-image:url(data:image/%2;base64,%3)}")
                     .arg(emoticon.name, type, QString::fromLatin1(file.readAll().toBase64()));
    }
    return sheet;
}

} // namespace Ui
