#include "ui/spelling/wordfinder.h"

#include "ui/emoticons/emoticonset.h"
#include "ui/emoticons/textspans.h"

#include <QTextBoundaryFinder>

#include <algorithm>

namespace Ui {
namespace {

bool hasNoBlanks(QChar c)
{
    switch (c.script()) {
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Thai:
    case QChar::Script_Lao:
    case QChar::Script_Khmer:
        return true;
    default:
        return false;
    }
}

bool isWord(QStringView word)
{
    constexpr qsizetype longest = 60;
    return word.size() > 1 && word.size() <= longest && std::all_of(word.begin(), word.end(), [](QChar c) {
        return !c.isDigit() && !hasNoBlanks(c)
            && (c.isLetter() || c.isMark() || c == u'\'' || c == QChar(0x2019));
    });
}

void addWords(QList<WordSpan> &words, const QString &text, qsizetype start, qsizetype end)
{
    const QString part = text.mid(start, end - start);
    QTextBoundaryFinder finder(QTextBoundaryFinder::Word, part);
    qsizetype from = 0;
    for (qsizetype to = finder.toNextBoundary(); to >= 0; to = finder.toNextBoundary()) {
        if (isWord(QStringView(part).mid(from, to - from)))
            words.append({start + from, to - from});
        from = to;
    }
}

} // namespace

QList<WordSpan> wordsIn(const QString &text, const EmoticonSet &emoticons)
{
    QList<WordSpan> words;
    int budget = maxEmoticonsPerMessage;
    const QList<TextSpan> spans = spansOf(text, emoticons, budget);
    for (const TextSpan &span : spans) {
        if (span.kind == TextSpan::Kind::Text)
            addWords(words, text, span.start, span.start + span.length);
    }
    return words;
}

} // namespace Ui
