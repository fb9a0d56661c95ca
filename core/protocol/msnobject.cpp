#include "core/protocol/msnobject.h"

#include "core/protocol/strictvalues.h"

#include <QCryptographicHash>
#include <QXmlStreamReader>
#include <QtEndian>

#include <limits>
#include <utility>

namespace Msn {

namespace {

using ObjectError = ParseError::Code;
using Attribute = std::pair<QByteArray, QByteArray>;

constexpr qsizetype hashBytes = 20;

/// Base64 of UTF-16LE with a zero at the end; `AAA=` is the empty name.
QByteArray encodeFriendly(const QString &friendly)
{
    QByteArray bytes;
    for (const QChar c : friendly + QChar(u'\0')) {
        const quint16 unit = qToLittleEndian(c.unicode());
        bytes.append(reinterpret_cast<const char *>(&unit), sizeof(unit));
    }
    return bytes.toBase64();
}

QString decodeFriendly(const QByteArray &base64)
{
    const QByteArray bytes = decodeStrictBase64(base64).value_or(QByteArray());
    QString friendly;
    for (qsizetype i = 0; i + 1 < bytes.size(); i += 2) {
        const auto unit = qFromLittleEndian<quint16>(bytes.constData() + i);
        if (unit == 0)
            break;
        friendly.append(QChar(unit));
    }
    return friendly;
}

QByteArray escaped(const QByteArray &value)
{
    QByteArray text = value;
    return text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
        .replace('\'', "&apos;");
}

/// The six that SHA1C covers, in its order, which is also that of the element.
QList<Attribute> attributesOf(const MsnObject &object)
{
    return {
        {"Creator", object.creator.toUtf8()},
        {"Size", QByteArray::number(object.size)},
        {"Type", QByteArray::number(static_cast<int>(object.type))},
        {"Location", object.location.toUtf8()},
        {"Friendly", encodeFriendly(object.friendly)},
        {"SHA1D", object.sha1d.toBase64()},
    };
}

QByteArray attributeHash(const QList<Attribute> &attributes)
{
    QCryptographicHash hash(QCryptographicHash::Sha1);
    for (const Attribute &attribute : attributes) {
        hash.addData(attribute.first);
        hash.addData(attribute.second);
    }
    return hash.result();
}

MsnObject::Type typeOf(quint64 number)
{
    const bool isInTable = number >= 1 && number <= 16 && number != 15;
    return isInTable ? static_cast<MsnObject::Type>(number) : MsnObject::Type::Unknown;
}

/// The attributes of the one element; nothing if \p xml is anything else. The first bytes keep a declaration
/// out, and with it another encoding; a DTD, entities and comments are tokens that are not allowed.
std::optional<QXmlStreamAttributes> attributesOfOnlyElement(const QByteArray &xml)
{
    if (xml.size() > MsnObject::maxXmlBytes || !xml.startsWith("<msnobj"))
        return std::nullopt;
    QXmlStreamReader reader(xml);
    reader.setNamespaceProcessing(false);
    if (reader.readNext() != QXmlStreamReader::StartDocument
        || reader.readNext() != QXmlStreamReader::StartElement || reader.name() != QLatin1String("msnobj"))
        return std::nullopt;
    const QXmlStreamAttributes attributes = reader.attributes();
    if (reader.readNext() != QXmlStreamReader::EndElement)
        return std::nullopt;
    if (reader.readNext() == QXmlStreamReader::Characters && reader.isWhitespace())
        reader.readNext();
    const bool ends = reader.tokenType() == QXmlStreamReader::EndDocument && !reader.hasError();
    return ends ? std::optional(attributes) : std::nullopt;
}

QByteArray attributeValue(const QXmlStreamAttributes &attributes, const char *name)
{
    return attributes.value(QLatin1String(name)).toUtf8();
}

} // namespace

Parsed<MsnObject> parseMsnObject(const QByteArray &xml)
{
    const auto attributes = attributesOfOnlyElement(xml);
    if (!attributes)
        return parseFailure(ObjectError::BadForm);
    for (const char *name : {"Creator", "Size", "Type", "SHA1D"}) {
        if (!attributes->hasAttribute(QLatin1String(name)))
            return parseFailure(ObjectError::MissingField);
    }
    const auto size = parseStrictDecimal(attributeValue(*attributes, "Size"));
    const auto type = parseStrictDecimal(attributeValue(*attributes, "Type"));
    if (!size || *size == 0 || *size > std::numeric_limits<qint64>::max() || !type)
        return parseFailure(ObjectError::BadNumber);
    MsnObject object;
    object.creator = Address::fromUtf8(attributeValue(*attributes, "Creator"));
    if (!object.creator.isValid())
        return parseFailure(ObjectError::BadAddress);
    object.size = static_cast<qint64>(*size);
    object.type = typeOf(*type);
    object.location = attributes->value(QLatin1String("Location")).toString();
    object.friendly = decodeFriendly(attributeValue(*attributes, "Friendly"));
    object.sha1d = decodeStrictBase64(attributeValue(*attributes, "SHA1D")).value_or(QByteArray());
    if (object.sha1d.size() != hashBytes)
        return parseFailure(ObjectError::BadForm);
    object.sha1c = decodeStrictBase64(attributeValue(*attributes, "SHA1C")).value_or(QByteArray());
    object.xml = xml;
    return object;
}

QByteArray encodeMsnObject(const MsnObject &object)
{
    QList<Attribute> attributes = attributesOf(object);
    attributes.append({"SHA1C", attributeHash(attributes).toBase64()});
    QByteArray xml = "<msnobj";
    for (const Attribute &attribute : std::as_const(attributes))
        xml += ' ' + attribute.first + "=\"" + escaped(attribute.second) + '"';
    return xml + "/>";
}

MsnObject makeMsnObject(const Address &creator, MsnObject::Type type, const QByteArray &data,
    const QString &location, const QString &friendly)
{
    MsnObject object;
    object.creator = creator;
    object.size = data.size();
    object.type = type;
    object.location = location;
    object.friendly = friendly;
    object.sha1d = QCryptographicHash::hash(data, QCryptographicHash::Sha1);
    object.sha1c = attributeHash(attributesOf(object));
    object.xml = encodeMsnObject(object);
    return object;
}

} // namespace Msn
