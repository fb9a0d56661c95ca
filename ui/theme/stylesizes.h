#pragma once

#include "ui/theme/metrics.h"

#include <QStyle>

#include <optional>

class QStyleOptionComboBox;
class QStyleOptionMenuItem;
class QStyleOptionSlider;
class QStyleOptionToolButton;

namespace Ui {

/// Lengths in which this design differs from Fusion.
namespace StyleSizes {

/// Of \p widget, or of the font in \p option where there is no widget.
Metrics metricsFor(const QStyleOption *option, const QWidget *widget);
/// An icon with its words beside it, and some air around both.
bool isLabelled(const QStyleOptionToolButton &button);
/// A menu entry that has an icon where others have their check box.
bool marksAtEnd(const QStyleOptionMenuItem &item);
/// The place of a combo box's arrow: as far from the edge as the icons in other fields.
QRect comboArrow(const QStyleOptionComboBox &combo, const Metrics &metrics);
/// The room for icon and words of a combo box: they begin where those of other fields do.
QRect comboText(const QStyleOptionComboBox &combo, const Metrics &metrics);
/// What of its words fits beside its icon.
QString comboWords(const QStyleOptionComboBox &combo, const Metrics &metrics);
/// The words of an entry in its list, shortened to fit.
QString popupWords(const QStyleOptionMenuItem &entry);
/// Scroll bars have no arrow buttons: the groove is everything.
QRect scrollBarPart(const QStyleOptionSlider &slider, QStyle::SubControl part, const Metrics &metrics);
/// \p base is what Fusion says.
QSize contents(
    QStyle::ContentsType type, const QStyleOption *option, const QSize &base, const Metrics &metrics);
/// Nothing where it is as Fusion says.
std::optional<int> pixels(QStyle::PixelMetric metric, const Metrics &metrics);

} // namespace StyleSizes

} // namespace Ui
