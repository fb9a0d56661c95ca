#pragma once

#include "core/base/error.h"
#include "core/protocol/networkdescription.h"

#include <QList>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslError>

#include <optional>

namespace Msn {

/// Which servers of a network are believed, and why.
/// - no certificate in the network file: what the system trusts;
/// - `pem`: that certificate, for this network only; chain and host name are checked as usual;
/// - `sha256` alone: the server's own certificate must have this digest, which replaces the chain
///   check; - with `pem` both must hold.
/// Source: design.md, "Network file".
class ServerTrust
{
public:
    explicit ServerTrust(const NetworkDescription &network);

    /// For QSslSocket and QNetworkRequest. Where a pin replaces the chain check this does not ask
    /// for verification: accepts() must be called before anything is sent.
    QSslConfiguration configuration() const;

    /// After the handshake, before the first byte.
    bool accepts(const QSslCertificate &peer) const;
    /// True if configuration() leaves the decision to accepts() alone.
    bool isPinOnly() const { return !m_pin.isEmpty() && !m_authorities; }

    /// What to report when the handshake failed on \p errors or accepts() said no.
    static Error untrusted(
        const QString &subject, const QSslCertificate &peer, const QList<QSslError> &errors);
    static Error changed(const QString &subject, const QSslCertificate &peer);

private:
    QByteArray m_pin;
    /// Absent: the system's. Empty: the network file holds a damaged certificate, nobody is believed.
    std::optional<QList<QSslCertificate>> m_authorities;
};

} // namespace Msn
