#include "core/history/historyrow.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QMetaEnum>
#include <QSqlQuery>
#include <QVariant>

namespace Msn {

namespace {

const QString codeKey = QStringLiteral("code");
const QString numberKey = QStringLiteral("number");
const QString subjectKey = QStringLiteral("subject");
const QString detailKey = QStringLiteral("detail");

/// More lines of the same millisecond than a day can have.
constexpr qint64 mostOfOneTime = 3'600'000;

/// A value that a later version may have written is taken as \p fallback.
template <typename T>
T enumerator(int value, T last, T fallback)
{
    return value >= 0 && value <= int(last) ? T(value) : fallback;
}

QMetaEnum errorCodes()
{
    return QMetaEnum::fromType<ErrorCode>();
}

TextFormat formatOf(const QString &text)
{
    return text.isEmpty() ? TextFormat() : parseTextFormat(text.toUtf8());
}

} // namespace

const QString &HistoryRow::columns()
{
    static const QString names
        = QStringLiteral("m.id, t.address, t.room, m.time, m.kind, m.outgoing, m.sender, m.sender_name, "
                         "m.text, m.format, m.delivery, m.error");
    return names;
}

HistoryEntry HistoryRow::read(const QSqlQuery &query)
{
    HistoryEntry entry;
    entry.id = query.value(0).toLongLong();
    entry.with = Address(query.value(1).toString());
    entry.group = query.value(2).toString();
    entry.time = QDateTime::fromMSecsSinceEpoch(query.value(3).toLongLong(), Qt::UTC);
    entry.kind = enumerator(
        query.value(4).toInt(), HistoryEntry::Kind::Unsupported, HistoryEntry::Kind::Unsupported);
    entry.outgoing = query.value(5).toBool();
    entry.sender = Address(query.value(6).toString());
    entry.senderName = FriendlyName(query.value(7).toString());
    entry.text = query.value(8).toString();
    entry.format = formatOf(query.value(9).toString());
    entry.delivery = enumerator(
        query.value(10).toInt(), HistoryEntry::Delivery::Failed, HistoryEntry::Delivery::Received);
    entry.error = parseError(query.value(11).toString());
    return entry;
}

QString HistoryRow::bound(const QString &text)
{
    if (text.isNull())
        return QStringLiteral("");
    return text.isValidUtf16() ? text : QString::fromUtf8(text.toUtf8());
}

QString HistoryRow::since(const QDateTime &time)
{
    return QStringLiteral("id >= %1 AND time >= %1").arg(time.toMSecsSinceEpoch());
}

QString HistoryRow::before(const QDateTime &time)
{
    return QStringLiteral("id < %1 AND time < %2").arg(lastIdBefore(time)).arg(time.toMSecsSinceEpoch());
}

HistoryEntry::Id HistoryRow::lastIdBefore(const QDateTime &time)
{
    return time.toMSecsSinceEpoch() + mostOfOneTime;
}

/// By its name: the numbers of the codes change when one is put between others.
QString HistoryRow::encodeError(const Error &error)
{
    if (error == Error())
        return bound({});
    QJsonObject json{{codeKey, QString::fromLatin1(errorCodes().valueToKey(int(error.code)))}};
    if (error.serverNumber != 0)
        json.insert(numberKey, error.serverNumber);
    if (!error.subject.isEmpty())
        json.insert(subjectKey, error.subject);
    if (!error.detail.isEmpty())
        json.insert(detailKey, error.detail);
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

Error HistoryRow::parseError(const QString &text)
{
    if (text.isEmpty())
        return {};
    const QJsonObject json = QJsonDocument::fromJson(text.toUtf8()).object();
    bool known = false;
    const int code = errorCodes().keyToValue(json.value(codeKey).toString().toLatin1().constData(), &known);
    Error error = makeError(known ? ErrorCode(code) : ErrorCode::UnexpectedReply,
        json.value(subjectKey).toString(), json.value(detailKey).toString());
    error.serverNumber = json.value(numberKey).toInt();
    return error;
}

QString HistoryRow::encodeFormat(const TextFormat &format)
{
    return bound(format == TextFormat() ? QString() : QString::fromUtf8(encodeTextFormat(format)));
}

} // namespace Msn
