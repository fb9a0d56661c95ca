#include "core/service/security/servercertificate.h"

#include "core/service/security/cryptolibrary.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QHostAddress>
#include <QHostInfo>
#include <QNetworkInterface>
#include <QSslCertificate>

#include <memory>

namespace Msn {

namespace {

const CryptoLibrary &crypto()
{
    return CryptoLibrary::get();
}

template <auto Free>
struct Deleter
{
    template <typename T>
    void operator()(T *object) const
    {
        (crypto().*Free)(object);
    }
};

using KeyPointer = std::unique_ptr<EVP_PKEY, Deleter<&CryptoLibrary::EVP_PKEY_free>>;
using X509Pointer = std::unique_ptr<X509, Deleter<&CryptoLibrary::X509_free>>;
using BioPointer = std::unique_ptr<BIO, Deleter<&CryptoLibrary::BIO_free_all>>;
using ExtensionPointer = std::unique_ptr<X509_EXTENSION, Deleter<&CryptoLibrary::X509_EXTENSION_free>>;

constexpr long oneDay = 24L * 60 * 60;
constexpr long tenYears = 3650 * oneDay;

Unexpected<Error> failure()
{
    Error error;
    error.code = ErrorCode::TlsHandshakeFailed;
    error.detail = QString::fromLatin1(crypto().ERR_error_string(crypto().ERR_get_error(), nullptr));
    return Unexpected(error);
}

QByteArray readAll(BIO *bio)
{
    QByteArray bytes;
    char buffer[1024];
    for (int count = crypto().BIO_read(bio, buffer, sizeof buffer); count > 0;
         count = crypto().BIO_read(bio, buffer, sizeof buffer))
        bytes.append(buffer, count);
    return bytes;
}

QByteArray toPem(X509 *certificate)
{
    const BioPointer bio(crypto().BIO_new(crypto().BIO_s_mem()));
    return bio && crypto().PEM_write_bio_X509(bio.get(), certificate) ? readAll(bio.get()) : QByteArray();
}

QByteArray toPem(EVP_PKEY *key)
{
    const BioPointer bio(crypto().BIO_new(crypto().BIO_s_mem()));
    const bool written
        = bio && crypto().PEM_write_bio_PrivateKey(bio.get(), key, nullptr, nullptr, 0, nullptr, nullptr);
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
    crypto().X509V3_set_ctx(&context, certificate, certificate, nullptr, nullptr, 0);
    const ExtensionPointer extension(crypto().X509V3_EXT_conf_nid(nullptr, &context, nid, value.constData()));
    return extension && crypto().X509_add_ext(certificate, extension.get(), -1);
}

/// Two certificates with one issuer and one serial number would be taken for the same one.
bool setSerialNumber(X509 *certificate)
{
    quint64 serial = 0;
    auto *bytes = reinterpret_cast<unsigned char *>(&serial);
    return crypto().RAND_bytes(bytes, sizeof serial) == 1
        && crypto().ASN1_INTEGER_set_uint64(crypto().X509_get_serialNumber(certificate), serial >> 1);
}

bool describe(X509 *certificate, EVP_PKEY *key, const QStringList &names)
{
    X509_NAME *subject = crypto().X509_get_subject_name(certificate);
    const QByteArray commonName = "Swallowtail service";
    const auto *text = reinterpret_cast<const unsigned char *>(commonName.constData());
    return crypto().X509_set_version(certificate, X509_VERSION_3) && setSerialNumber(certificate)
        && crypto().X509_gmtime_adj(crypto().X509_getm_notBefore(certificate), -oneDay)
        && crypto().X509_gmtime_adj(crypto().X509_getm_notAfter(certificate), tenYears)
        && crypto().X509_set_pubkey(certificate, key)
        && crypto().X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_UTF8, text, -1, -1, 0)
        && crypto().X509_set_issuer_name(certificate, subject)
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
    if (!crypto().isUsable())
        return Unexpected(makeError(ErrorCode::TlsHandshakeFailed));
    const KeyPointer key(crypto().EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", "P-256"));
    const X509Pointer certificate(crypto().X509_new());
    if (!key || !certificate || !describe(certificate.get(), key.get(), all)
        || !crypto().X509_sign(certificate.get(), key.get(), crypto().EVP_sha256()))
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
