#include "ui/conversation/base/textlook.h"

#include "core/base/pluscodes.h"
#include "ui/theme/contrast.h"

#include <QFontDatabase>
#include <QHash>

#include <algorithm>

namespace Ui {
namespace {

bool isInstalled(const QString &family)
{
    constexpr qsizetype maxRemembered = 200;
    static QHash<QString, bool> known;
    if (known.size() > maxRemembered)
        known.clear();
    const auto found = known.constFind(family);
    return found != known.constEnd() ? *found : *known.insert(family, QFontDatabase::hasFamily(family));
}

/// PF: the first digit tells the family, the second the pitch (conversations.md §5).
QString familyByHint(quint8 pitchAndFamily, const QString &fallback)
{
    const int family = pitchAndFamily >> 4;
    if (family == 1)
        return QStringLiteral("serif");
    return family == 3 ? QStringLiteral("monospace") : fallback;
}

QString familyOf(const Msn::TextFormat &format, const QFont &base)
{
    if (format.fontFamily.isEmpty())
        return base.family();
    return isInstalled(format.fontFamily) ? format.fontFamily
                                          : familyByHint(format.pitchAndFamily, base.family());
}

bool isStrongLatinOrRight(QChar c, bool &right)
{
    switch (c.direction()) {
    case QChar::DirL:
        right = false;
        return true;
    case QChar::DirR:
    case QChar::DirAL:
        right = true;
        return true;
    default:
        return false;
    }
}

} // namespace

QFont shownFont(const Msn::TextFormat &format, const QFont &base)
{
    QFont font = base;
    font.setFamilies({familyOf(format, base), base.family()});
    font.setBold(format.bold);
    font.setItalic(format.italic);
    font.setUnderline(format.underline);
    font.setStrikeOut(format.strikeOut);
    return font;
}

QColor shownColour(const Msn::TextFormat &format, const Tokens &tokens, const QColor &ground)
{
    const QColor colour = QColor::fromRgb(QRgb(format.colour));
    if (format.colour == 0)
        return tokens.ink;
    constexpr int paleSaturation = 40;
    const bool grey = colour.hslSaturation() < paleSaturation;
    if (grey && contrastRatio(colour, ground) < readableContrast)
        return tokens.ink;
    return readableOn(colour, ground);
}

QTextCharFormat shownFormat(
    const Msn::TextFormat &format, const QFont &base, const Tokens &tokens, const QColor &ground)
{
    QTextCharFormat shown;
    shown.setFont(shownFont(format, base));
    shown.setForeground(shownColour(format, tokens, ground));
    return shown;
}

QTextCharFormat withRun(const QTextCharFormat &format, const Msn::PlusRun &run, const QColor &ground)
{
    QTextCharFormat shown = format;
    const QColor below = run.ground ? QColor::fromRgb(QRgb(*run.ground)) : ground;
    const QColor ink = run.colour ? QColor::fromRgb(QRgb(*run.colour)) : format.foreground().color();
    if (run.ground)
        shown.setBackground(below);
    shown.setForeground(readableOn(ink, below));
    QFont font = shown.font();
    font.setBold(font.bold() || run.bold);
    font.setItalic(font.italic() || run.italic);
    font.setUnderline(font.underline() || run.underline);
    font.setStrikeOut(font.strikeOut() || run.strikeOut);
    shown.setFont(font);
    return shown;
}

bool isRightToLeft(const QString &line, const Msn::TextFormat &format)
{
    bool right = format.rightToLeft;
    std::any_of(line.begin(), line.end(), [&right](QChar c) { return isStrongLatinOrRight(c, right); });
    return right;
}

} // namespace Ui
