#pragma once

#include "core/base/error.h"
#include "core/base/expected.h"

#include <QByteArray>
#include <QStringList>

namespace Msn {

/// A certificate and its private key, both PEM.
struct ServerCertificate
{
    QByteArray certificatePem;
    QByteArray privateKeyPem;

    /// SHA-256 of the certificate (DER), 32 raw bytes; empty if the PEM is none.
    QByteArray sha256() const;
    /// Host names and addresses it is good for.
    QStringList names() const;
    /// Readable, not expired, key present.
    bool isUsable() const;

    friend bool operator==(const ServerCertificate &, const ServerCertificate &) = default;
};

/// Makes a self-signed certificate: EC P-256, valid for ten years from yesterday.
/// \p names: host names and IP addresses; 127.0.0.1, ::1 and localhost are always added.
/// Errors: TlsHandshakeFailed with the library's words.
Expected<ServerCertificate, Error> makeServerCertificate(const QStringList &names);

/// localhost, this machine's host name and the addresses of its interfaces.
QStringList localServerNames();

} // namespace Msn
