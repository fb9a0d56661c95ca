#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace Msn {

/// A stretch of text that its writer formatted with codes.
struct PlusRun
{
    qsizetype start = 0;
    qsizetype length = 0;
    /// 0xRRGGBB
    std::optional<quint32> colour;
    std::optional<quint32> ground;
    bool bold = false;
    bool italic = false;
    bool underline = false;
    bool strikeOut = false;

    friend bool operator==(const PlusRun &, const PlusRun &) = default;
};

/// Text without its codes, and what they said.
struct PlusText
{
    QString text;
    /// In order, without those that say nothing; at most maxPlusRuns.
    QList<PlusRun> runs;
};

/// Text with more formats than this is shown plain: a stranger decides how many there are.
inline constexpr qsizetype maxPlusRuns = 400;

/// The formatting codes of a widespread add-on for the classic clients, in names and in messages:
///   [c=4]…[/c]  [c=red]…[/c]  [c=#FF8800]…[/c]  [c=4]…[/c=12] (a gradient)  [a=…]…[/a] (ground)
///   [b]…[/b]  [i]…[/i]  [u]…[/u]  [s]…[/s]
///   ·$4  ·$4,8  ·$#FF8800  ·$(255,0,0)  ·$ (back)  ·# bold  ·& italic  ·@ underlined  ·' struck  ·0 none
/// with U+00B7 or U+0003 in front. A code is taken out wherever it is one; [b] and the like only in
/// pairs, because `a[i]` is no code. Takes time in proportion to the text.
/// Source: field notes on names; the numbers are those of the sixteen colours of IRC, higher ones
/// are taken out and leave the colour alone.
PlusText parsePlusCodes(const QString &text);

/// The text alone.
QString withoutPlusCodes(const QString &text);

} // namespace Msn
