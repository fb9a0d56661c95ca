#pragma once

#include "core/base/expected.h"
#include "core/protocol/dialect.h"
#include "core/protocol/endpoint.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QUrl>

namespace Msn {

/// A network as data: where its servers are and what it is trusted by.
/// File:   JSON, keys name, dispatch {host, port, security}, passport {nexus},
///         certificate {sha256, pem} (optional), protocols (best first, optional),
///         gateway {url, lifespan} (optional; not read by programs that know nothing of it).
/// Source: design.md, "Network file"; http-gateway.md for the gateway.
struct NetworkDescription
{
    enum class Security {
        None, ///< classic: plain TCP
        Tls, ///< TLS from the first byte, on the dispatch, notification and switchboard connections
    };

    QString name;
    Endpoint dispatch;
    Security security = Security::None;
    QUrl nexus;
    /// SHA-256 of the server's own certificate (DER), 32 raw bytes. Alone it replaces the chain
    /// check; together with `certificatePem` both must hold. Empty: none.
    QByteArray certificateSha256;
    /// A certificate trusted for this network only. Empty: system trust.
    QByteArray certificatePem;
    QList<ProtocolVersion> protocols = supportedProtocolVersions();
    /// Where MSNP goes through HTTP, http or https; a path that is missing is the usual one. Empty:
    /// nowhere.
    QUrl gateway;
    /// How long the gateway may hold back an empty answer, 1 to 60 s; 0: it is not asked to.
    int gatewayLifespanSeconds = 0;

    friend bool operator==(const NetworkDescription &, const NetworkDescription &) = default;
};

struct NetworkFileError
{
    enum class Code { NotJson, MissingKey, BadValue };
    Code code = Code::NotJson;
    /// The key at fault, `dispatch.port`; for NotJson the reason of the JSON parser.
    QString key;
    /// NotJson only: offset in bytes.
    int offset = 0;

    friend bool operator==(const NetworkFileError &, const NetworkFileError &) = default;
};

Expected<NetworkDescription, NetworkFileError> parseNetworkFile(const QByteArray &json);
QByteArray encodeNetworkFile(const NetworkDescription &network);

} // namespace Msn
