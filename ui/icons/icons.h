#pragma once

#include "ui/theme/tokens.h"

#include <QIcon>

namespace Ui {

/// What an icon is painted with; looked up when it is painted, so that it follows the theme.
enum class Tint {
    Ink,
    SecondInk,
    Accent,
    OnAccent,
    Unread,
    Error,
    Away,
};
QColor colourOf(Tint tint, const Tokens &tokens);

namespace Icons {

/// `icons/NAME.svg` of the resources, sharp at every size and device pixel ratio; drawn only when
/// it is shown. An unknown name gives an empty picture and one warning.
QIcon icon(const QString &name, Tint tint = Tint::Ink);
/// The same for a name that stands in the code.
QIcon icon(const char *name, Tint tint = Tint::Ink);
QPixmap pixmap(const QString &name, const QColor &colour, int size, qreal devicePixelRatio);

/// The swallowtail: `mark/swallowtail.svg`, below 24 px the simpler drawing.
QIcon mark();

} // namespace Icons
} // namespace Ui
