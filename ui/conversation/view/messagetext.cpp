#include "ui/conversation/view/messagetext.h"

#include "ui/emoticons/textspans.h"

namespace Ui {
namespace {

constexpr qsizetype maxParagraphs = 100;
constexpr int maxLargeEmoticons = 3;

} // namespace

QString MessageText::withPlainBreaks(const QString &text)
{
    return QString(text).replace(QStringLiteral("\r\n"), QStringLiteral("\n")).replace(u'\r', u'\n');
}

QStringList MessageText::paragraphsOf(const QString &text)
{
    QStringList lines = text.split(u'\n');
    if (lines.size() <= maxParagraphs)
        return lines;
    const QString rest = lines.mid(maxParagraphs - 1).join(QChar(QChar::LineSeparator));
    lines = lines.first(maxParagraphs - 1);
    lines.append(rest);
    return lines;
}

bool MessageText::isFewEmoticons(const QList<TextSpan> &spans, const QString &line)
{
    int emoticons = 0;
    for (const TextSpan &span : spans) {
        if (span.kind == TextSpan::Kind::Emoticon)
            ++emoticons;
        else if (!QStringView(line).mid(span.start, span.length).trimmed().isEmpty())
            return false;
    }
    return emoticons > 0 && emoticons <= maxLargeEmoticons;
}

QStringList MessageText::piecesOf(const QString &pattern)
{
    QStringList pieces;
    qsizetype start = 0;
    while (start < pattern.size()) {
        const bool isField = pattern.at(start) == u'{';
        const qsizetype found = pattern.indexOf(isField ? u'}' : u'{', start);
        const qsizetype end = found < 0 ? pattern.size() : isField ? found + 1 : found;
        pieces.append(pattern.mid(start, end - start));
        start = end;
    }
    return pieces;
}

} // namespace Ui
