#include "core/service/randomtoken.h"

#include <QRandomGenerator>

#include <openssl/crypto.h>

namespace Msn {

QByteArray randomBytes(qsizetype count)
{
    QByteArray bytes(count, Qt::Uninitialized);
    for (char &byte : bytes)
        byte = static_cast<char>(QRandomGenerator::system()->bounded(256));
    return bytes;
}

QByteArray randomHex(qsizetype byteCount)
{
    return randomBytes(byteCount).toHex();
}

QByteArray randomDecimal()
{
    constexpr quint64 lowest = 100'000'000;
    const quint64 value = QRandomGenerator::system()->generate64() >> 1;
    return QByteArray::number(value < lowest ? value + lowest : value);
}

bool equalInConstantTime(const QByteArray &a, const QByteArray &b)
{
    return a.size() == b.size()
        && CRYPTO_memcmp(a.constData(), b.constData(), static_cast<size_t>(a.size())) == 0;
}

} // namespace Msn
