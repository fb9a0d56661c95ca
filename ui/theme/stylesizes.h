#pragma once

#include "ui/theme/metrics.h"

#include <QStyle>

#include <optional>

class QStyleOptionSlider;
class QStyleOptionToolButton;

namespace Ui {

/// Lengths in which this design differs from Fusion.
namespace StyleSizes {

/// Of \p widget, or of the font in \p option where there is no widget.
Metrics metricsFor(const QStyleOption *option, const QWidget *widget);
/// An icon with its words beside it, and some air around both.
bool isLabelled(const QStyleOptionToolButton &button);
/// Scroll bars have no arrow buttons: the groove is everything.
QRect scrollBarPart(const QStyleOptionSlider &slider, QStyle::SubControl part, const Metrics &metrics);
/// \p base is what Fusion says.
QSize contents(
    QStyle::ContentsType type, const QStyleOption *option, const QSize &base, const Metrics &metrics);
/// Nothing where it is as Fusion says.
std::optional<int> pixels(QStyle::PixelMetric metric, const Metrics &metrics);

} // namespace StyleSizes

} // namespace Ui
