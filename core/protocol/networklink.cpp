#include "core/protocol/networklink.h"

#include "core/protocol/networkvalues.h"

#include <QUrlQuery>

namespace Msn {

namespace {

using Code = NetworkFileError::Code;

QString valueOf(const QUrlQuery &query, const char *name)
{
    return query.queryItemValue(QLatin1String(name), QUrl::FullyDecoded).trimmed();
}

QUrl classicNexus(const QString &host)
{
    QUrl nexus;
    nexus.setScheme(QStringLiteral("https"));
    nexus.setHost(host);
    nexus.setPath(QStringLiteral("/rdr/pprdr.asp"));
    return nexus;
}

/// `host[:port]`, whichever way it is written.
QByteArray authorityOf(const QUrl &url)
{
    const QString text = url.authority().isEmpty() ? url.path() : url.authority();
    return text.toUtf8();
}

} // namespace

Expected<NetworkDescription, NetworkFileError> parseNetworkLink(const QString &link)
{
    const QUrl url(link.trimmed(), QUrl::StrictMode);
    if (!url.isValid() || url.scheme() != QLatin1String("msnp"))
        return networkFailure(Code::NotJson, "msnp:");
    const auto endpoint = parseEndpoint(authorityOf(url));
    if (!endpoint || endpoint->host.isEmpty())
        return networkFailure(Code::BadValue, "dispatch.host");
    const QUrlQuery query(url);

    NetworkDescription network;
    network.dispatch = *endpoint;
    network.name = valueOf(query, "name").left(100);
    if (network.name.isEmpty())
        network.name = endpoint->host;
    if (valueOf(query, "tls") == QLatin1String("1"))
        network.security = NetworkDescription::Security::Tls;
    const QString nexus = valueOf(query, "nexus");
    network.nexus = nexus.isEmpty() ? classicNexus(endpoint->host) : QUrl(nexus, QUrl::StrictMode);
    // What a file may hold decides about the rest.
    if (const QString sha256 = valueOf(query, "sha256"); !sha256.isEmpty()) {
        const auto fingerprint = parseFingerprint(sha256);
        if (!fingerprint)
            return Unexpected(fingerprint.error());
        network.certificateSha256 = *fingerprint;
    }
    return parseNetworkFile(encodeNetworkFile(network));
}

QString encodeNetworkLink(const NetworkDescription &network)
{
    QUrlQuery query;
    // QUrlQuery leaves these two alone, and both would end the value.
    const auto escaped
        = [](const QString &text) { return QString::fromLatin1(QUrl::toPercentEncoding(text, ":/")); };
    query.addQueryItem(QStringLiteral("name"), escaped(network.name));
    if (network.security == NetworkDescription::Security::Tls)
        query.addQueryItem(QStringLiteral("tls"), QStringLiteral("1"));
    if (network.nexus != classicNexus(network.dispatch.host))
        query.addQueryItem(QStringLiteral("nexus"), escaped(network.nexus.toString(QUrl::FullyEncoded)));
    if (!network.certificateSha256.isEmpty())
        query.addQueryItem(QStringLiteral("sha256"), QString::fromLatin1(network.certificateSha256.toHex()));
    return QStringLiteral("msnp:%1?%2")
        .arg(QString::fromUtf8(encodeEndpoint(network.dispatch)), query.toString(QUrl::FullyEncoded));
}

} // namespace Msn
