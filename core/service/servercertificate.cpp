#include "core/service/servercertificate.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QHostAddress>
#include <QHostInfo>
#include <QNetworkInterface>
#include <QSslCertificate>

#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <memory>

namespace Msn {

namespace {

template <auto Free>
struct Deleter
{
    template <typename T>
    void operator()(T *object) const
    {
        Free(object);
    }
};

using KeyPointer = std::unique_ptr<EVP_PKEY, Deleter<EVP_PKEY_free>>;
using X509Pointer = std::unique_ptr<X509, Deleter<X509_free>>;
using BioPointer = std::unique_ptr<BIO, Deleter<BIO_free_all>>;
using ExtensionPointer = std::unique_ptr<X509_EXTENSION, Deleter<X509_EXTENSION_free>>;

constexpr long oneDay = 24L * 60 * 60;
constexpr long tenYears = 3650 * oneDay;

Unexpected<Error> failure()
{
    Error error;
    error.code = ErrorCode::TlsHandshakeFailed;
    error.detail = QString::fromLatin1(ERR_error_string(ERR_get_error(), nullptr));
    return Unexpected(error);
}

QByteArray readAll(BIO *bio)
{
    QByteArray bytes;
    char buffer[1024];
    for (int count = BIO_read(bio, buffer, sizeof buffer); count > 0;
         count = BIO_read(bio, buffer, sizeof buffer))
        bytes.append(buffer, count);
    return bytes;
}

QByteArray toPem(X509 *certificate)
{
    const BioPointer bio(BIO_new(BIO_s_mem()));
    return bio && PEM_write_bio_X509(bio.get(), certificate) ? readAll(bio.get()) : QByteArray();
}

QByteArray toPem(EVP_PKEY *key)
{
    const BioPointer bio(BIO_new(BIO_s_mem()));
    const bool written
        = bio && PEM_write_bio_PrivateKey(bio.get(), key, nullptr, nullptr, 0, nullptr, nullptr);
    return written ? readAll(bio.get()) : QByteArray();
}

/// `DNS:localhost,IP:127.0.0.1`; a name that is neither is left out, it would spoil the list.
QByteArray alternativeNames(const QStringList &names)
{
    QByteArrayList entries;
    for (const QString &name : names) {
        const QHostAddress address(name);
        const QByteArray ascii = address.isNull() ? QUrl::toAce(name) : name.toLatin1();
        if (!ascii.isEmpty() && !ascii.contains(',') && !ascii.contains('%'))
            entries.append((address.isNull() ? "DNS:" : "IP:") + ascii);
    }
    return entries.join(',');
}

bool addExtension(X509 *certificate, int nid, const QByteArray &value)
{
    X509V3_CTX context;
    X509V3_set_ctx(&context, certificate, certificate, nullptr, nullptr, 0);
    const ExtensionPointer extension(X509V3_EXT_conf_nid(nullptr, &context, nid, value.constData()));
    return extension && X509_add_ext(certificate, extension.get(), -1);
}

/// Two certificates with one issuer and one serial number would be taken for the same one.
bool setSerialNumber(X509 *certificate)
{
    quint64 serial = 0;
    auto *bytes = reinterpret_cast<unsigned char *>(&serial);
    return RAND_bytes(bytes, sizeof serial) == 1
        && ASN1_INTEGER_set_uint64(X509_get_serialNumber(certificate), serial >> 1);
}

bool describe(X509 *certificate, EVP_PKEY *key, const QStringList &names)
{
    X509_NAME *subject = X509_get_subject_name(certificate);
    const QByteArray commonName = "Swallowtail service";
    const auto *text = reinterpret_cast<const unsigned char *>(commonName.constData());
    return X509_set_version(certificate, X509_VERSION_3) && setSerialNumber(certificate)
        && X509_gmtime_adj(X509_getm_notBefore(certificate), -oneDay)
        && X509_gmtime_adj(X509_getm_notAfter(certificate), tenYears) && X509_set_pubkey(certificate, key)
        && X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_UTF8, text, -1, -1, 0)
        && X509_set_issuer_name(certificate, subject)
        // An authority for itself alone: some TLS stacks take only authorities into their trust.
        && addExtension(certificate, NID_basic_constraints, "critical,CA:TRUE,pathlen:0")
        && addExtension(certificate, NID_key_usage, "critical,digitalSignature,keyCertSign")
        && addExtension(certificate, NID_ext_key_usage, "serverAuth")
        && addExtension(certificate, NID_subject_alt_name, alternativeNames(names));
}

} // namespace

QByteArray ServerCertificate::sha256() const
{
    const QSslCertificate certificate(certificatePem);
    return certificate.isNull() ? QByteArray() : certificate.digest(QCryptographicHash::Sha256);
}

QStringList ServerCertificate::names() const
{
    return QSslCertificate(certificatePem).subjectAlternativeNames().values();
}

bool ServerCertificate::isUsable() const
{
    const QSslCertificate certificate(certificatePem);
    return !certificate.isNull() && !privateKeyPem.isEmpty()
        && certificate.expiryDate() > QDateTime::currentDateTimeUtc();
}

Expected<ServerCertificate, Error> makeServerCertificate(const QStringList &names)
{
    QStringList all{QStringLiteral("localhost"), QStringLiteral("127.0.0.1"), QStringLiteral("::1")};
    all += names;
    all.removeDuplicates();
    const KeyPointer key(EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", "P-256"));
    const X509Pointer certificate(X509_new());
    if (!key || !certificate || !describe(certificate.get(), key.get(), all)
        || !X509_sign(certificate.get(), key.get(), EVP_sha256()))
        return failure();
    ServerCertificate result{toPem(certificate.get()), toPem(key.get())};
    if (result.certificatePem.isEmpty() || result.privateKeyPem.isEmpty())
        return failure();
    return result;
}

QStringList localServerNames()
{
    QStringList names{QStringLiteral("localhost")};
    const QString host = QHostInfo::localHostName();
    if (!host.isEmpty())
        names.append(host.toLower());
    const auto addresses = QNetworkInterface::allAddresses();
    for (const QHostAddress &address : addresses) {
        if (address.scopeId().isEmpty())
            names.append(address.toString());
    }
    return names;
}

} // namespace Msn
