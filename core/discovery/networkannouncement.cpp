#include "core/discovery/networkannouncement.h"

#include "core/base/friendlyname.h"
#include "core/base/textcut.h"
#include "core/protocol/gateway.h"
#include "core/protocol/networkvalues.h"

#include <QHash>

namespace Msn {

namespace {

constexpr qsizetype maxStringBytes = 255;
constexpr qsizetype maxNameUnits = 100;
constexpr qsizetype maxNameBytes = 200;

using Values = QHash<QByteArray, QByteArray>;

/// Nothing if the lengths do not fit.
std::optional<Values> parseStrings(const QByteArray &txt)
{
    Values values;
    for (qsizetype at = 0; at < txt.size();) {
        const qsizetype length = static_cast<uchar>(txt[at++]);
        if (length > txt.size() - at)
            return std::nullopt;
        const QByteArray string = txt.mid(at, length);
        at += length;
        const qsizetype equals = string.indexOf('=');
        const QByteArray key = (equals < 0 ? string : string.first(equals)).toLower();
        if (!key.isEmpty() && !values.contains(key))
            values.insert(key, equals < 0 ? QByteArray() : string.mid(equals + 1));
    }
    return values;
}

QByteArray bytesThatFit(const QString &text, qsizetype room)
{
    const auto cost = [](const QString &part) { return part.toUtf8().size(); };
    return text.first(fittingLength(text, room, cost)).toUtf8();
}

QString nameIn(const Values &values)
{
    const QString name = cleanedSingleLine(QString::fromUtf8(values.value("name"))).trimmed();
    const auto cost = [](const QString &part) { return part.size(); };
    return name.first(fittingLength(name, maxNameUnits, cost)).trimmed();
}

void append(QByteArray &txt, const QByteArray &string)
{
    txt += char(string.size());
    txt += string;
}

QUrl webAddress(const Endpoint &dispatch, quint16 port, const QString &path)
{
    QUrl url;
    url.setScheme(QStringLiteral("https"));
    url.setHost(dispatch.host);
    url.setPort(port);
    url.setPath(path);
    return url;
}

} // namespace

NetworkDescription NetworkAnnouncement::networkAt(const Endpoint &dispatch) const
{
    NetworkDescription network;
    network.name = name;
    network.dispatch = dispatch;
    network.security = NetworkDescription::Security::Tls;
    network.nexus = webAddress(dispatch, httpsPort, QStringLiteral("/rdr/pprdr.asp"));
    network.certificateSha256 = certificateSha256;
    if (hasGateway)
        network.gateway = webAddress(dispatch, httpsPort, QLatin1String(gatewayPath));
    return network;
}

std::optional<NetworkAnnouncement> parseAnnouncement(const QByteArray &txt)
{
    if (txt.size() > maxAnnouncementBytes)
        return std::nullopt;
    const auto values = parseStrings(txt);
    if (!values || values->value("txtvers") != "1")
        return std::nullopt;
    NetworkAnnouncement announcement;
    announcement.name = nameIn(*values);
    const auto fingerprint = parseFingerprint(QString::fromLatin1(values->value("sha256")));
    if (!fingerprint)
        return std::nullopt;
    announcement.certificateSha256 = *fingerprint;
    announcement.hasGateway = values->value("gateway") == "1";
    if (values->contains("https")) {
        bool isNumber = false;
        announcement.httpsPort = values->value("https").toUShort(&isNumber);
        if (!isNumber || announcement.httpsPort == 0)
            return std::nullopt;
    }
    return announcement;
}

QByteArray encodeAnnouncement(const NetworkAnnouncement &announcement)
{
    static_assert(maxNameBytes + 5 <= maxStringBytes);
    QByteArray txt;
    append(txt, "txtvers=1");
    append(txt, "name=" + bytesThatFit(announcement.name, maxNameBytes));
    append(txt, "sha256=" + announcement.certificateSha256.toHex());
    append(txt, "https=" + QByteArray::number(announcement.httpsPort));
    if (announcement.hasGateway)
        append(txt, "gateway=1");
    return txt;
}

std::optional<NetworkAnnouncement> announcementOf(const NetworkDescription &network)
{
    if (network.security != NetworkDescription::Security::Tls || network.certificateSha256.isEmpty())
        return std::nullopt;
    return NetworkAnnouncement{network.name, network.certificateSha256,
        static_cast<quint16>(network.nexus.port(443)), !network.gateway.isEmpty()};
}

QByteArray instanceNameFor(const QString &name, int attempt)
{
    const QByteArray number = attempt > 1 ? " #" + QByteArray::number(attempt) : QByteArray();
    return bytesThatFit(cleanedSingleLine(name).trimmed(), maxInstanceNameBytes - number.size()) + number;
}

} // namespace Msn
