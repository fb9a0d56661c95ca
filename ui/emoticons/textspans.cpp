#include "ui/emoticons/textspans.h"

#include "ui/emoticons/links.h"

namespace Ui {
namespace {

void appendText(QList<TextSpan> &spans, qsizetype start, qsizetype end)
{
    if (end > start)
        spans.append({.start = start, .length = end - start});
}

void appendPlainPart(QList<TextSpan> &spans, QStringView text, qsizetype start, qsizetype end,
    const EmoticonSet &emoticons, int &budget)
{
    qsizetype textStart = start;
    for (qsizetype i = start; i < end && budget > 0;) {
        const auto [emoticon, length] = emoticons.matchAt(text.left(end), i);
        if (!emoticon) {
            ++i;
            continue;
        }
        appendText(spans, textStart, i);
        spans.append({.kind = TextSpan::Kind::Emoticon, .start = i, .length = length, .emoticon = emoticon});
        --budget;
        i += length;
        textStart = i;
    }
    appendText(spans, textStart, end);
}

} // namespace

QList<TextSpan> spansOf(const QString &text, const EmoticonSet &emoticons, int &budget)
{
    QList<TextSpan> spans;
    qsizetype position = 0;
    const QList<LinkSpan> links = findLinks(text);
    for (const LinkSpan &link : links) {
        appendPlainPart(spans, text, position, link.start, emoticons, budget);
        spans.append({.kind = TextSpan::Kind::Link,
            .start = link.start,
            .length = link.length,
            .target = link.target});
        position = link.start + link.length;
    }
    appendPlainPart(spans, text, position, text.size(), emoticons, budget);
    return spans;
}

} // namespace Ui
