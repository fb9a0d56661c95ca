#pragma once

#include <QString>
#include <QStringList>

namespace Ui {

struct TextSpan;

/// How words are cut up before they are written.
namespace MessageText {

/// `\n` for every kind of line break.
QString withPlainBreaks(const QString &text);
/// One for each line; after the first hundred the rest is one paragraph: a stranger decides how many
/// lines there are.
QStringList paragraphsOf(const QString &text);
/// Few emoticons and nothing else: they are shown large.
bool isFewEmoticons(const QList<TextSpan> &spans, const QString &line);
/// \p pattern cut at its placeholders: `{says}{time}` → `{says}`, `{time}`.
QStringList piecesOf(const QString &pattern);

} // namespace MessageText

} // namespace Ui
