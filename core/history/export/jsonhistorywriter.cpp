#include "core/history/export/jsonhistorywriter.h"

#include "core/history/jsonhistory.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace Msn {

namespace {

QLatin1String nameOfKind(HistoryEntry::Kind kind)
{
    const auto *const row = std::find_if(JsonHistory::kinds.begin(), JsonHistory::kinds.end(),
        [kind](const JsonHistory::Kind &name) { return name.kind == kind; });
    return row == JsonHistory::kinds.end() ? JsonHistory::kinds.back().name : row->name;
}

void insertText(QJsonObject &object, QLatin1String key, const QString &text)
{
    if (!text.isEmpty())
        object.insert(key, text);
}

QJsonObject objectOfEntry(const HistoryEntry &entry)
{
    QJsonObject object{
        {QStringLiteral("time"), entry.time.toUTC().toString(Qt::ISODateWithMs)},
        {QStringLiteral("with"), entry.with.toString()},
        {QStringLiteral("direction"),
            QString(entry.outgoing ? JsonHistory::outgoing : JsonHistory::incoming)},
        {QStringLiteral("kind"), QString(nameOfKind(entry.kind))},
    };
    insertText(object, QLatin1String("group"), entry.group);
    insertText(object, QLatin1String("from"), entry.sender.toString());
    insertText(object, QLatin1String("name"), entry.senderName.text());
    insertText(object, QLatin1String("text"), entry.text);
    if (!(entry.format == TextFormat()))
        object.insert(QLatin1String("look"), QString::fromLatin1(encodeTextFormat(entry.format)));
    if (entry.delivery == HistoryEntry::Delivery::Failed)
        object.insert(QLatin1String("failed"), true);
    return object;
}

/// Without its end.
QByteArray openObject(const QJsonObject &object)
{
    QByteArray bytes = QJsonDocument(object).toJson(QJsonDocument::Compact);
    bytes.chop(1);
    return bytes;
}

} // namespace

JsonHistoryWriter::JsonHistoryWriter(QIODevice &device, QList<HistoryOwner> owners)
    : HistoryWriter(device)
    , m_owners(std::move(owners))
{
}

void JsonHistoryWriter::begin()
{
    const QJsonObject head{{QStringLiteral("format"), QString(JsonHistory::format)},
        {QStringLiteral("version"), JsonHistory::version}};
    write(openObject(head) + ",\"histories\":[\n");
    m_isInPart = false;
}

void JsonHistoryWriter::beginPart(int part)
{
    const HistoryOwner owner = m_owners.value(part);
    QJsonObject head{{QStringLiteral("account"), owner.account.toString()}};
    insertText(head, QLatin1String("network"), owner.network);
    write((m_isInPart ? "\n]},\n" : "") + openObject(head) + ",\"messages\":[\n");
    m_isInPart = true;
    m_isFirst = true;
}

void JsonHistoryWriter::add(const HistoryEntry &entry)
{
    const QByteArray line = QJsonDocument(objectOfEntry(entry)).toJson(QJsonDocument::Compact);
    write(m_isFirst ? line : ",\n" + line);
    m_isFirst = false;
}

void JsonHistoryWriter::end()
{
    write(m_isInPart ? "\n]}\n]}\n" : "]}\n");
}

} // namespace Msn
