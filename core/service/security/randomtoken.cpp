#include "core/service/security/randomtoken.h"

#include <QRandomGenerator>

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
    if (a.size() != b.size())
        return false;
    // Volatile, so that no compiler makes it stop at the first difference.
    volatile uchar difference = 0;
    for (qsizetype i = 0; i < a.size(); ++i)
        difference = static_cast<uchar>(difference | static_cast<uchar>(a[i] ^ b[i]));
    return difference == 0;
}

} // namespace Msn
