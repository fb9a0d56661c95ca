#include "core/net/servertrust.h"

#include <QCryptographicHash>
#include <QSslSocket>

#include <algorithm>

namespace Msn {

ServerTrust::ServerTrust(const NetworkDescription &network)
    : m_pin(network.certificateSha256)
{
    if (!network.certificatePem.isEmpty())
        m_authorities = QSslCertificate::fromData(network.certificatePem, QSsl::Pem);
}

QSslConfiguration ServerTrust::configuration() const
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setProtocol(QSsl::TlsV1_2OrLater);
    if (m_authorities)
        configuration.setCaCertificates(*m_authorities);
    configuration.setPeerVerifyMode(isPinOnly() ? QSslSocket::VerifyNone : QSslSocket::VerifyPeer);
    return configuration;
}

bool ServerTrust::accepts(const QSslCertificate &peer) const
{
    if (m_pin.isEmpty())
        return true;
    return !peer.isNull() && peer.digest(QCryptographicHash::Sha256) == m_pin;
}

Error ServerTrust::untrusted(
    const QString &subject, const QSslCertificate &peer, const QList<QSslError> &errors)
{
    Error error = makeError(ErrorCode::CertificateUntrusted, subject);
    QStringList reasons;
    for (const QSslError &reason : errors)
        reasons.append(reason.errorString());
    reasons.removeDuplicates();
    error.isOutOfDate
        = !errors.isEmpty() && std::all_of(errors.begin(), errors.end(), [](const QSslError &reason) {
              return reason.error() == QSslError::CertificateExpired
                  || reason.error() == QSslError::CertificateNotYetValid;
          });
    error.detail = reasons.join(QLatin1String("; "));
    if (!peer.isNull())
        error.certificateSha256 = peer.digest(QCryptographicHash::Sha256);
    return error;
}

Error ServerTrust::changed(const QString &subject, const QSslCertificate &peer)
{
    Error error = untrusted(subject, peer, {});
    error.code = ErrorCode::CertificateChanged;
    return error;
}

} // namespace Msn
