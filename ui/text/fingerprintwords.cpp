#include "ui/text/fingerprintwords.h"

#include "core/base/spokenwords.h"

#include <algorithm>

namespace Ui {

namespace {

constexpr qsizetype shownBytes = 8;
constexpr qsizetype wordsInLine = 4;

} // namespace

QStringList fingerprintWords(const QByteArray &digest)
{
    QStringList result;
    for (qsizetype i = 0; i < std::min(shownBytes, digest.size()); ++i)
        result.append(QLatin1String(Msn::spokenWords()[static_cast<unsigned char>(digest.at(i))]));
    return result;
}

QString fingerprintLines(const QByteArray &digest)
{
    const QStringList words = fingerprintWords(digest);
    QStringList lines;
    for (qsizetype i = 0; i < words.size(); i += wordsInLine)
        lines.append(words.mid(i, wordsInLine).join(QLatin1String("  ")));
    return lines.join(u'\n');
}

} // namespace Ui
