#include "core/protocol/networkdescription.h"

#include "core/protocol/gateway.h"
#include "core/protocol/networkvalues.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace Msn {

namespace {

using Code = NetworkFileError::Code;

/// A name or an address; one of IPv6 without brackets. A port in here is a mistake.
std::optional<Endpoint> parseHost(const QString &host)
{
    const qsizetype colons = host.count(u':');
    if (colons == 1)
        return std::nullopt;
    return parseEndpoint(colons > 1 ? QByteArray('[' + host.toUtf8() + ']') : host.toUtf8());
}

Expected<Endpoint, NetworkFileError> parseDispatch(const QJsonObject &dispatch)
{
    const QJsonValue host = dispatch.value(QLatin1String("host"));
    if (host.isUndefined())
        return networkFailure(Code::MissingKey, "dispatch.host");
    const auto endpoint = parseHost(host.toString());
    if (!endpoint)
        return networkFailure(Code::BadValue, "dispatch.host");
    Endpoint result = *endpoint;
    const QJsonValue port = dispatch.value(QLatin1String("port"));
    const int number = port.toInt(port.isUndefined() ? Endpoint::defaultPort : -1);
    if (number < 1 || number > 65535)
        return networkFailure(Code::BadValue, "dispatch.port");
    result.port = static_cast<quint16>(number);
    return result;
}

Expected<NetworkDescription::Security, NetworkFileError> parseSecurity(const QJsonObject &dispatch)
{
    const QJsonValue security = dispatch.value(QLatin1String("security"));
    if (security.isUndefined() || security.toString() == QLatin1String("none"))
        return NetworkDescription::Security::None;
    if (security.toString() == QLatin1String("tls"))
        return NetworkDescription::Security::Tls;
    return networkFailure(Code::BadValue, "dispatch.security");
}

Expected<QList<ProtocolVersion>, NetworkFileError> parseProtocols(const QJsonValue &value)
{
    if (value.isUndefined())
        return supportedProtocolVersions();
    if (!value.isArray())
        return networkFailure(Code::BadValue, "protocols");
    QList<ProtocolVersion> versions;
    const QJsonArray names = value.toArray();
    for (const QJsonValue name : names) {
        // A newer file may name versions that this program does not speak yet.
        const auto version = parseProtocolVersion(name.toString().toLatin1());
        if (version && !versions.contains(*version))
            versions.append(*version);
    }
    if (versions.isEmpty())
        return networkFailure(Code::BadValue, "protocols");
    return versions;
}

Expected<void, NetworkFileError> readCertificate(NetworkDescription &network, const QJsonValue &value)
{
    if (value.isUndefined())
        return {};
    if (!value.isObject())
        return networkFailure(Code::BadValue, "certificate");
    const QJsonObject certificate = value.toObject();
    if (const QJsonValue sha256 = certificate.value(QLatin1String("sha256")); !sha256.isUndefined()) {
        const auto fingerprint = parseFingerprint(sha256.toString());
        if (!fingerprint)
            return Unexpected(fingerprint.error());
        network.certificateSha256 = *fingerprint;
    }
    const QJsonValue pem = certificate.value(QLatin1String("pem"));
    if (!pem.isUndefined() && !pem.toString().contains(QLatin1String("-----BEGIN CERTIFICATE-----")))
        return networkFailure(Code::BadValue, "certificate.pem");
    network.certificatePem = pem.toString().toLatin1();
    return {};
}

Expected<QUrl, NetworkFileError> parseNexus(const QJsonValue &passport)
{
    const QJsonValue nexus = passport.toObject().value(QLatin1String("nexus"));
    if (nexus.isUndefined())
        return networkFailure(Code::MissingKey, "passport.nexus");
    const QUrl url = QUrl(nexus.toString(), QUrl::StrictMode).adjusted(QUrl::RemoveFragment);
    if (!url.isValid() || url.host().isEmpty() || url.scheme() != QLatin1String("https"))
        return networkFailure(Code::BadValue, "passport.nexus");
    return url;
}

/// An http or https address without anything behind the path, which is for the requests to say.
std::optional<QUrl> parseGatewayUrl(const QString &text)
{
    QUrl url(text, QUrl::StrictMode);
    const bool isHttp = url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https");
    if (!url.isValid() || !isHttp || url.host().isEmpty() || url.port(80) == 0)
        return std::nullopt;
    if (!url.userInfo().isEmpty() || url.hasQuery() || url.hasFragment())
        return std::nullopt;
    if (url.path().isEmpty() || url.path() == QLatin1String("/"))
        url.setPath(QLatin1String(gatewayPath));
    return url;
}

Expected<void, NetworkFileError> readGateway(NetworkDescription &network, const QJsonValue &value)
{
    if (value.isUndefined())
        return {};
    if (!value.isObject())
        return networkFailure(Code::BadValue, "gateway");
    const QJsonObject gateway = value.toObject();
    if (!gateway.contains(QLatin1String("url")))
        return networkFailure(Code::MissingKey, "gateway.url");
    const auto url = parseGatewayUrl(gateway.value(QLatin1String("url")).toString());
    if (!url)
        return networkFailure(Code::BadValue, "gateway.url");
    network.gateway = *url;
    const QJsonValue lifespan = gateway.value(QLatin1String("lifespan"));
    network.gatewayLifespanSeconds = lifespan.toInt(lifespan.isUndefined() ? 0 : -1);
    if (network.gatewayLifespanSeconds < 0 || network.gatewayLifespanSeconds > 60)
        return networkFailure(Code::BadValue, "gateway.lifespan");
    return {};
}

} // namespace

Expected<NetworkDescription, NetworkFileError> parseNetworkFile(const QByteArray &json)
{
    QJsonParseError parseError;
    const QJsonDocument document = QJsonDocument::fromJson(json, &parseError);
    if (!document.isObject())
        return Unexpected(NetworkFileError{Code::NotJson, parseError.errorString(), parseError.offset});
    const QJsonObject root = document.object();

    NetworkDescription network;
    network.name = root.value(QLatin1String("name")).toString().trimmed();
    if (network.name.isEmpty())
        return networkFailure(
            root.contains(QLatin1String("name")) ? Code::BadValue : Code::MissingKey, "name");
    if (!root.value(QLatin1String("dispatch")).isObject())
        return networkFailure(
            root.contains(QLatin1String("dispatch")) ? Code::BadValue : Code::MissingKey, "dispatch");
    const QJsonObject dispatch = root.value(QLatin1String("dispatch")).toObject();
    const auto endpoint = parseDispatch(dispatch);
    if (!endpoint)
        return Unexpected(endpoint.error());
    network.dispatch = *endpoint;
    const auto security = parseSecurity(dispatch);
    if (!security)
        return Unexpected(security.error());
    network.security = *security;
    const auto nexus = parseNexus(root.value(QLatin1String("passport")));
    if (!nexus)
        return Unexpected(nexus.error());
    network.nexus = *nexus;
    if (const auto read = readCertificate(network, root.value(QLatin1String("certificate"))); !read)
        return Unexpected(read.error());
    const auto protocols = parseProtocols(root.value(QLatin1String("protocols")));
    if (!protocols)
        return Unexpected(protocols.error());
    network.protocols = *protocols;
    if (const auto read = readGateway(network, root.value(QLatin1String("gateway"))); !read)
        return Unexpected(read.error());
    return network;
}

QByteArray encodeNetworkFile(const NetworkDescription &network)
{
    QJsonObject dispatch{{QStringLiteral("host"), network.dispatch.host},
        {QStringLiteral("port"), network.dispatch.port},
        {QStringLiteral("security"),
            network.security == NetworkDescription::Security::Tls ? QStringLiteral("tls")
                                                                  : QStringLiteral("none")}};
    QJsonArray protocols;
    for (const ProtocolVersion version : network.protocols)
        protocols.append(QString::fromLatin1(encodeProtocolVersion(version)));
    QJsonObject root{{QStringLiteral("name"), network.name}, {QStringLiteral("dispatch"), dispatch},
        {QStringLiteral("passport"),
            QJsonObject{{QStringLiteral("nexus"), network.nexus.toString(QUrl::FullyEncoded)}}},
        {QStringLiteral("protocols"), protocols}};
    QJsonObject certificate;
    if (!network.certificateSha256.isEmpty())
        certificate.insert(QStringLiteral("sha256"), QString::fromLatin1(network.certificateSha256.toHex()));
    if (!network.certificatePem.isEmpty())
        certificate.insert(QStringLiteral("pem"), QString::fromLatin1(network.certificatePem));
    if (!certificate.isEmpty())
        root.insert(QStringLiteral("certificate"), certificate);
    if (!network.gateway.isEmpty()) {
        QJsonObject gateway{{QStringLiteral("url"), network.gateway.toString(QUrl::FullyEncoded)}};
        if (network.gatewayLifespanSeconds > 0)
            gateway.insert(QStringLiteral("lifespan"), network.gatewayLifespanSeconds);
        root.insert(QStringLiteral("gateway"), gateway);
    }
    return QJsonDocument(root).toJson();
}

} // namespace Msn
