#include "tests/support/chunks.h"

namespace Test {

QByteArrayList chunks(const QByteArray &bytes, qsizetype size)
{
    if (size <= 0)
        return {bytes};
    QByteArrayList pieces;
    for (qsizetype start = 0; start < bytes.size(); start += size)
        pieces.append(bytes.mid(start, size));
    return pieces;
}

QList<qsizetype> chunkSizes()
{
    return {1, 2, 3, 5, 7, 64, 0};
}

} // namespace Test
