#include "core/service/security/passwordhash.h"

#include "core/service/security/cryptolibrary.h"
#include "core/service/security/randomtoken.h"

#include <sodium.h>

namespace Msn {

namespace {

constexpr int digestBytes = 32;
const QByteArray pbkdf2Prefix = "$pbkdf2-sha256$";

bool isSodiumReady()
{
    static const bool ready = sodium_init() >= 0;
    return ready;
}

unsigned long long lengthOf(const QByteArray &bytes)
{
    return static_cast<unsigned long long>(bytes.size());
}

QByteArray pbkdf2(const QString &password, const QByteArray &salt, int iterations)
{
    const CryptoLibrary &crypto = CryptoLibrary::get();
    if (!crypto.isUsable() || iterations <= 0)
        return {};
    const QByteArray utf8 = password.toUtf8();
    QByteArray digest(digestBytes, '\0');
    const int done = crypto.PKCS5_PBKDF2_HMAC(utf8.constData(), static_cast<int>(utf8.size()),
        reinterpret_cast<const unsigned char *>(salt.constData()), static_cast<int>(salt.size()), iterations,
        crypto.EVP_sha256(), digestBytes, reinterpret_cast<unsigned char *>(digest.data()));
    return done == 1 ? digest : QByteArray();
}

bool matchesPbkdf2(const QByteArray &text, const QString &password)
{
    const QByteArrayList parts = text.sliced(pbkdf2Prefix.size()).split('$');
    if (parts.size() != 3)
        return false;
    const QByteArray digest = QByteArray::fromBase64(parts[2]);
    const QByteArray attempt = pbkdf2(password, QByteArray::fromBase64(parts[1]), parts[0].toInt());
    return !digest.isEmpty() && equalInConstantTime(attempt, digest);
}

} // namespace

PasswordHash PasswordHash::make(const QString &password, const PasswordCost &cost)
{
    if (!isSodiumReady())
        return {};
    const QByteArray utf8 = password.toUtf8();
    QByteArray text(crypto_pwhash_STRBYTES, '\0');
    const int failed = crypto_pwhash_str_alg(
        text.data(), utf8.constData(), lengthOf(utf8), cost.passes, cost.bytes, crypto_pwhash_ALG_ARGON2ID13);
    return failed ? PasswordHash() : PasswordHash{QByteArray(text.constData())};
}

PasswordHash PasswordHash::fromPbkdf2(const QByteArray &salt, const QByteArray &digest, int iterations)
{
    if (digest.isEmpty())
        return {};
    return {pbkdf2Prefix + QByteArray::number(iterations) + '$' + salt.toBase64() + '$' + digest.toBase64()};
}

bool PasswordHash::matches(const QString &password) const
{
    if (text.startsWith(pbkdf2Prefix))
        return matchesPbkdf2(text, password);
    if (text.size() >= crypto_pwhash_STRBYTES || !isSodiumReady())
        return false;
    const QByteArray utf8 = password.toUtf8();
    // It reads a whole field of that many bytes.
    const QByteArray padded = text.leftJustified(crypto_pwhash_STRBYTES, '\0');
    return crypto_pwhash_str_verify(padded.constData(), utf8.constData(), lengthOf(utf8)) == 0;
}

bool PasswordHash::isOutdated(const PasswordCost &cost) const
{
    if (text.startsWith(pbkdf2Prefix) || text.size() >= crypto_pwhash_STRBYTES)
        return true;
    const QByteArray padded = text.leftJustified(crypto_pwhash_STRBYTES, '\0');
    return crypto_pwhash_str_needs_rehash(padded.constData(), cost.passes, cost.bytes) != 0;
}

} // namespace Msn
