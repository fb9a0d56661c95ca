#pragma once

#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <QLibrary>

namespace Msn {

/// Every function of OpenSSL's libcrypto that the service calls.
#define MSN_CRYPTO_FUNCTIONS(FUNCTION)   \
    FUNCTION(ASN1_INTEGER_set_uint64)    \
    FUNCTION(BIO_free_all)               \
    FUNCTION(BIO_new)                    \
    FUNCTION(BIO_read)                   \
    FUNCTION(BIO_s_mem)                  \
    FUNCTION(ERR_error_string)           \
    FUNCTION(ERR_get_error)              \
    FUNCTION(EVP_PKEY_Q_keygen)          \
    FUNCTION(EVP_PKEY_free)              \
    FUNCTION(EVP_sha256)                 \
    FUNCTION(PEM_write_bio_PrivateKey)   \
    FUNCTION(PEM_write_bio_X509)         \
    FUNCTION(PKCS5_PBKDF2_HMAC)          \
    FUNCTION(RAND_bytes)                 \
    FUNCTION(X509V3_EXT_conf_nid)        \
    FUNCTION(X509V3_set_ctx)             \
    FUNCTION(X509_EXTENSION_free)        \
    FUNCTION(X509_NAME_add_entry_by_txt) \
    FUNCTION(X509_add_ext)               \
    FUNCTION(X509_free)                  \
    FUNCTION(X509_get_serialNumber)      \
    FUNCTION(X509_get_subject_name)      \
    FUNCTION(X509_getm_notAfter)         \
    FUNCTION(X509_getm_notBefore)        \
    FUNCTION(X509_gmtime_adj)            \
    FUNCTION(X509_new)                   \
    FUNCTION(X509_set_issuer_name)       \
    FUNCTION(X509_set_pubkey)            \
    FUNCTION(X509_set_version)           \
    FUNCTION(X509_sign)

/// libcrypto, loaded when it is first needed, as Qt's own TLS backend does it: a messenger that
/// hosts nothing should not start with a megabyte and a half of it.
class CryptoLibrary
{
public:
    /// Cheap after the first time. Thread-safe.
    static const CryptoLibrary &get();

    /// False if this machine has no libcrypto 3: nothing else may be used then.
    bool isUsable() const { return m_isUsable; }

#define MSN_DECLARE(name) decltype(&::name) name = nullptr;
    MSN_CRYPTO_FUNCTIONS(MSN_DECLARE)
#undef MSN_DECLARE

private:
    CryptoLibrary();

    QLibrary m_library;
    bool m_isUsable = true;
};

} // namespace Msn
