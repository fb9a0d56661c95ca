#pragma once

#include <QList>
#include <QString>

namespace Ui {

class EmoticonSet;

/// A word in a text.
struct WordSpan
{
    qsizetype start = 0;
    qsizetype length = 0;

    friend bool operator==(const WordSpan &, const WordSpan &) = default;
};

/// The words of \p text that a dictionary has something to say about: no links, no emoticon codes,
/// nothing with digits, no single letters, no scripts that are written without blanks.
QList<WordSpan> wordsIn(const QString &text, const EmoticonSet &emoticons);

} // namespace Ui
