#include "ui/emoticons/links.h"

#include <QRegularExpression>

namespace Ui {
namespace {

/// Every repetition is bounded: a stranger chooses the text.
/// Blanks, quotes, control characters and those that turn the writing direction end a link.
const QRegularExpression &pattern()
{
    static const QRegularExpression expression(
        QStringLiteral(R"((?<![\w@])(?:(?<web>https?://|www\.)|(?<mail>mailto:)))"
                       R"([^\s<>"\p{Cc}\x{200E}\x{200F}\x{202A}-\x{202E}\x{2066}-\x{2069}]{1,2000})"
                       R"(|(?<![\w.+-])(?<address>[\w.+-]{1,64}@(?:[\w-]{1,63}\.){1,8}[\w-]{2,63}))"),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    return expression;
}

bool closesUnopened(QStringView link)
{
    return link.endsWith(u')') && link.count(u')') > link.count(u'(');
}

/// Without the punctuation of the sentence around it.
QStringView trimmedLink(QStringView link)
{
    constexpr QStringView sentenceEnds = u".,;:!?'\"*]}\u3002\uFF0C\uFF01\uFF1F\u061F\u060C\u00BB\u201D";
    while (!link.isEmpty() && (sentenceEnds.contains(link.back()) || closesUnopened(link)))
        link.chop(1);
    return link;
}

QUrl targetOf(const QString &link, bool isAddress)
{
    if (isAddress)
        return QUrl(QStringLiteral("mailto:") + link, QUrl::TolerantMode);
    const bool bare = link.startsWith(u"www.", Qt::CaseInsensitive);
    return QUrl(bare ? QStringLiteral("http://") + link : link, QUrl::TolerantMode);
}

} // namespace

QList<LinkSpan> findLinks(const QString &text)
{
    QList<LinkSpan> links;
    QRegularExpressionMatchIterator matches = pattern().globalMatch(text);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        const QStringView link = trimmedLink(match.capturedView());
        const QUrl target = targetOf(link.toString(), match.hasCaptured(QStringLiteral("address")));
        if (mayOpen(target))
            links.append({match.capturedStart(), link.size(), target});
    }
    return links;
}

bool mayOpen(const QUrl &url)
{
    if (!url.isValid())
        return false;
    const QString scheme = url.scheme();
    if (scheme == u"mailto")
        return url.path().contains(u'@');
    return (scheme == u"http" || scheme == u"https") && !url.host().isEmpty();
}

QString shownTarget(const QUrl &url)
{
    constexpr qsizetype longest = 200;
    const QString target = QString::fromLatin1(url.toEncoded(QUrl::FullyEncoded));
    return target.size() <= longest ? target : target.left(longest) + QChar(0x2026);
}

} // namespace Ui
