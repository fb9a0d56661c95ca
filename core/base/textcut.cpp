#include "core/base/textcut.h"

#include <QTextBoundaryFinder>

#include <algorithm>

namespace Msn {

namespace {

qsizetype codePointLength(QStringView text)
{
    const bool pair = text.size() > 1 && text[0].isHighSurrogate() && text[1].isLowSurrogate();
    return pair ? 2 : 1;
}

qsizetype fittingCodePoints(
    QStringView text, qsizetype room, const std::function<qsizetype(const QString &)> &costOf)
{
    qsizetype end = 0;
    while (end < text.size()) {
        const qsizetype length = codePointLength(text.sliced(end));
        room -= costOf(text.sliced(end, length).toString());
        if (room < 0)
            break;
        end += length;
    }
    return end;
}

} // namespace

qsizetype fittingLength(
    QStringView text, qsizetype room, const std::function<qsizetype(const QString &)> &costOf)
{
    // More than this never fits; finding boundaries in all of a long text again and again would be slow.
    text = text.first(std::clamp<qsizetype>(room + 1, 0, text.size()));
    QTextBoundaryFinder boundaries(QTextBoundaryFinder::Grapheme, text);
    qsizetype end = 0;
    qsizetype left = room;
    for (qsizetype next = boundaries.toNextBoundary(); next > end; next = boundaries.toNextBoundary()) {
        left -= costOf(text.sliced(end, next - end).toString());
        if (left < 0)
            break;
        end = next;
    }
    return end > 0 ? end : fittingCodePoints(text, room, costOf);
}

} // namespace Msn
