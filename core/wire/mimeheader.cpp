#include "core/wire/mimeheader.h"

namespace Msn {

namespace {

/// Takes the first line off \p rest; without its end.
QByteArrayView takeHeaderLine(QByteArrayView &rest)
{
    const qsizetype end = rest.indexOf('\n');
    QByteArrayView line = end < 0 ? rest : rest.first(end);
    rest = end < 0 ? QByteArrayView() : rest.sliced(end + 1);
    if (line.endsWith('\r'))
        line.chop(1);
    return line;
}

} // namespace

std::optional<QByteArrayView> mimeHeader(QByteArrayView block, QByteArrayView name)
{
    QByteArrayView rest = block;
    while (!rest.isEmpty()) {
        const QByteArrayView line = takeHeaderLine(rest);
        if (line.isEmpty())
            break;
        const qsizetype colon = line.indexOf(':');
        if (colon <= 0)
            continue;
        const QByteArrayView found = line.first(colon).trimmed();
        if (found.size() == name.size() && found.compare(name, Qt::CaseInsensitive) == 0)
            return line.sliced(colon + 1).trimmed();
    }
    return std::nullopt;
}

} // namespace Msn
