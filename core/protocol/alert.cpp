#include "core/protocol/alert.h"

#include "core/base/textcut.h"

#include <QRegularExpression>
#include <QXmlStreamReader>

namespace Msn {

namespace {

constexpr qsizetype maxTextBytes = 1024;
constexpr qsizetype maxSenderCharacters = 200;
/// "The address book has changed": for the program, not for the person.
const QByteArray addressBookSite("45705");
const QByteArray pageTooLong("407");

/// Addresses in alerts come with bare ampersands, which no XML reader takes.
QString repaired(const QByteArray &xml)
{
    static const QRegularExpression bare(
        QStringLiteral("&(?!(amp|lt|gt|quot|apos|#[0-9]+|#x[0-9A-Fa-f]+);)"));
    return QString::fromUtf8(xml).replace(bare, QStringLiteral("&amp;"));
}

struct Reading
{
    Alert alert;
    QByteArray siteId;
    QByteArray messageId;
    QString siteUrl;
    QString action;
    QString subscription;
};

void readElement(QXmlStreamReader &xml, Reading &reading)
{
    const QXmlStreamAttributes attributes = xml.attributes();
    const auto value = [&attributes](const char *name) { return attributes.value(QLatin1String(name)); };
    if (xml.name() == QLatin1String("NOTIFICATION")) {
        reading.alert.id = value("id").toUtf8();
        reading.siteId = value("siteid").toUtf8();
        reading.siteUrl = value("siteurl").toString();
    } else if (xml.name() == QLatin1String("FROM")) {
        reading.alert.sender = value("name").left(maxSenderCharacters).toString();
    } else if (xml.name() == QLatin1String("MSG")) {
        reading.messageId = value("id").toUtf8();
    } else if (xml.name() == QLatin1String("ACTION")) {
        reading.action = value("url").toString();
    } else if (xml.name() == QLatin1String("SUBSCR")) {
        reading.subscription = value("url").toString();
    } else if (xml.name() == QLatin1String("TEXT")) {
        reading.alert.text = xml.readElementText(QXmlStreamReader::SkipChildElements).trimmed();
    }
}

QUrl pageOf(const QString &address, const Reading &reading)
{
    const QUrl url = QUrl(reading.siteUrl).resolved(QUrl(address));
    const bool isWeb = url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https");
    if (address.isEmpty() || !url.isValid() || !isWeb || url.host().isEmpty())
        return {};
    QUrl page = url;
    const QString given = url.query(QUrl::FullyEncoded);
    page.setQuery((given.isEmpty() ? QString() : given + u'&')
        + QStringLiteral("notification_id=%1&message_id=%2&agent=messenger")
              .arg(QString::fromLatin1(QUrl::toPercentEncoding(QString::fromUtf8(reading.alert.id))),
                  QString::fromLatin1(QUrl::toPercentEncoding(QString::fromUtf8(reading.messageId)))));
    return page;
}

} // namespace

std::optional<Alert> parseAlert(const QByteArray &xml)
{
    QXmlStreamReader reader(repaired(xml));
    Reading reading;
    while (!reader.atEnd()) {
        const auto token = reader.readNext();
        if (token == QXmlStreamReader::DTD) // nobody needs one, and entities can grow
            return std::nullopt;
        if (token == QXmlStreamReader::StartElement)
            readElement(reader, reading);
    }
    if (reader.hasError() || reading.siteId == addressBookSite)
        return std::nullopt;
    Alert alert = reading.alert;
    alert.text.truncate(
        fittingLength(alert.text, maxTextBytes, [](const QString &part) { return part.toUtf8().size(); }));
    alert.isPageTooLong = alert.text.isEmpty() && reading.messageId == pageTooLong;
    if (alert.text.isEmpty() && !alert.isPageTooLong)
        return std::nullopt;
    alert.action = pageOf(reading.action, reading);
    alert.subscription = pageOf(reading.subscription, reading);
    return alert;
}

} // namespace Msn
