#include "core/history/export/texthistorywriter.h"

namespace Msn {

namespace {

/// As wide as `[00:09:36] `.
const QString indent = QStringLiteral("\n           ");

} // namespace

TextHistoryWriter::TextHistoryWriter(QIODevice &device, const QTimeZone &zone, Words words)
    : HistoryWriter(device)
    , m_zone(zone)
    , m_words(std::move(words))
{
}

void TextHistoryWriter::begin()
{
    m_with = {};
    m_date = {};
}

void TextHistoryWriter::writeHead(const HistoryEntry &entry, const QDate &date)
{
    const bool isFirst = !m_date.isValid();
    m_with = entry.with;
    m_group = entry.group;
    m_date = date;
    const QString head
        = QStringLiteral("--- %1, %2 ---\n").arg(entry.with.toString(), date.toString(Qt::ISODate));
    write((isFirst ? head : u'\n' + head).toUtf8());
}

QString TextHistoryWriter::lineOf(const HistoryEntry &entry) const
{
    if (entry.kind != HistoryEntry::Kind::Text)
        return QStringLiteral("* ") + m_words(entry);
    const QString name = entry.senderName.singleLine();
    return (name.isEmpty() ? entry.sender.toString() : name) + QStringLiteral(": ") + entry.text;
}

void TextHistoryWriter::add(const HistoryEntry &entry)
{
    const QDateTime local = entry.time.toTimeZone(m_zone);
    if (!(entry.with == m_with) || entry.group != m_group || local.date() != m_date)
        writeHead(entry, local.date());
    QString line = lineOf(entry);
    line.replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
    line.replace(u'\n', indent);
    write((local.time().toString(QStringLiteral("[HH:mm:ss] ")) + line + u'\n').toUtf8());
}

void TextHistoryWriter::end()
{
}

} // namespace Msn
