#include "core/history/export/texthistorywriter.h"

namespace Msn {

namespace {

/// As wide as `[00:09:36] `.
const QString indent = QStringLiteral("\n           ");

} // namespace

TextHistoryWriter::TextHistoryWriter(
    QIODevice &device, const QTimeZone &zone, Words words, QStringList titles)
    : HistoryWriter(device)
    , m_zone(zone)
    , m_words(std::move(words))
    , m_titles(std::move(titles))
{
}

void TextHistoryWriter::begin()
{
    m_isEmpty = true;
}

void TextHistoryWriter::beginPart(int part)
{
    m_with = {};
    m_date = {};
    if (part < m_titles.size())
        writeTitle(QStringLiteral("=== %1 ===\n").arg(m_titles.at(part)));
}

/// With an empty line between it and what is before.
void TextHistoryWriter::writeTitle(const QString &line)
{
    write((m_isEmpty ? line : u'\n' + line).toUtf8());
    m_isEmpty = false;
}

void TextHistoryWriter::writeHead(const HistoryEntry &entry, const QDate &date)
{
    m_with = entry.with;
    m_group = entry.group;
    m_date = date;
    writeTitle(QStringLiteral("--- %1, %2 ---\n").arg(entry.with.toString(), date.toString(Qt::ISODate)));
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
