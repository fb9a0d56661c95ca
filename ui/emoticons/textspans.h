#pragma once

#include "ui/emoticons/emoticonset.h"

#include <QUrl>

namespace Ui {

/// A stretch of a message that is shown in one way.
struct TextSpan
{
    enum class Kind {
        Text,
        Emoticon, ///< `emoticon` is set
        Link, ///< `target` is set
    };

    Kind kind = Kind::Text;
    qsizetype start = 0;
    qsizetype length = 0;
    const Emoticon *emoticon = nullptr;
    QUrl target = {};

    friend bool operator==(const TextSpan &, const TextSpan &) = default;
};

/// A message with more pictures than this shows the rest as typed: pictures cost more than
/// letters, and a stranger decides how many there are.
inline constexpr int maxEmoticonsPerMessage = 200;

/// \p text cut into spans that cover all of it in order. Emoticons are never found inside links.
/// \p budget is how many emoticons may still be shown, counted down.
QList<TextSpan> spansOf(const QString &text, const EmoticonSet &emoticons, int &budget);

} // namespace Ui
