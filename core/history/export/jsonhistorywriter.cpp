#include "core/history/export/jsonhistorywriter.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

namespace Msn {

namespace {

struct KindName
{
    HistoryEntry::Kind kind;
    QLatin1String name;
};

constexpr std::array kindNames{
    KindName{HistoryEntry::Kind::Text, QLatin1String("text")},
    KindName{HistoryEntry::Kind::Nudge, QLatin1String("nudge")},
    KindName{HistoryEntry::Kind::Joined, QLatin1String("joined")},
    KindName{HistoryEntry::Kind::Left, QLatin1String("left")},
    KindName{HistoryEntry::Kind::Action, QLatin1String("action")},
    KindName{HistoryEntry::Kind::File, QLatin1String("file")},
    KindName{HistoryEntry::Kind::Unsupported, QLatin1String("unsupported")},
};

QLatin1String nameOfKind(HistoryEntry::Kind kind)
{
    const auto *const row = std::find_if(
        kindNames.begin(), kindNames.end(), [kind](const KindName &name) { return name.kind == kind; });
    return row == kindNames.end() ? QLatin1String("unsupported") : row->name;
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
        {QStringLiteral("direction"), entry.outgoing ? QStringLiteral("out") : QStringLiteral("in")},
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

} // namespace

JsonHistoryWriter::JsonHistoryWriter(QIODevice &device, const Address &account)
    : HistoryWriter(device)
    , m_account(account)
{
}

void JsonHistoryWriter::begin()
{
    const QJsonObject head{{QStringLiteral("account"), m_account.toString()},
        {QStringLiteral("format"), QStringLiteral("swallowtail-history")}, {QStringLiteral("version"), 1}};
    QByteArray bytes = QJsonDocument(head).toJson(QJsonDocument::Compact);
    bytes.chop(1);
    write(bytes + ",\"messages\":[\n");
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
    write("\n]}\n");
}

} // namespace Msn
