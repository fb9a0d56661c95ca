#include "core/service/security/passwordhash.h"

#include "core/service/security/cryptolibrary.h"
#include "core/service/security/randomtoken.h"

namespace Msn {

namespace {

constexpr int digestBytes = 32;
const QByteArray prefix = "$pbkdf2-sha256$";

QByteArray derive(const QString &password, const QByteArray &salt, int iterations)
{
    const CryptoLibrary &crypto = CryptoLibrary::get();
    if (!crypto.isUsable())
        return {};
    const QByteArray utf8 = password.toUtf8();
    QByteArray digest(digestBytes, '\0');
    const int done = crypto.PKCS5_PBKDF2_HMAC(utf8.constData(), static_cast<int>(utf8.size()),
        reinterpret_cast<const unsigned char *>(salt.constData()), static_cast<int>(salt.size()), iterations,
        crypto.EVP_sha256(), digestBytes, reinterpret_cast<unsigned char *>(digest.data()));
    return done == 1 ? digest : QByteArray();
}

} // namespace

PasswordHash PasswordHash::make(const QString &password, int iterations)
{
    const QByteArray salt = randomBytes(16);
    return fromPbkdf2(salt, derive(password, salt, iterations), iterations);
}

PasswordHash PasswordHash::fromPbkdf2(const QByteArray &salt, const QByteArray &digest, int iterations)
{
    if (digest.isEmpty())
        return {};
    return {prefix + QByteArray::number(iterations) + '$' + salt.toBase64() + '$' + digest.toBase64()};
}

bool PasswordHash::matches(const QString &password) const
{
    if (!text.startsWith(prefix))
        return false;
    const QByteArrayList parts = text.sliced(prefix.size()).split('$');
    if (parts.size() != 3)
        return false;
    const QByteArray digest = QByteArray::fromBase64(parts[2]);
    const QByteArray attempt = derive(password, QByteArray::fromBase64(parts[1]), parts[0].toInt());
    return !digest.isEmpty() && equalInConstantTime(attempt, digest);
}

} // namespace Msn
