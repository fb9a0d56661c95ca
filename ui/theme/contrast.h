#pragma once

#include <QColor>

namespace Ui {

/// What WCAG 2 level AA asks of text.
inline constexpr double readableContrast = 4.5;

/// What it asks of the edge of a field and of marks that mean something.
inline constexpr double visibleContrast = 3;

/// Contrast ratio of two opaque colours, 1 … 21. Source: WCAG 2, "contrast ratio".
double contrastRatio(const QColor &a, const QColor &b);

/// \p colour moved towards black or white until text in it can be read on \p background; the hue
/// stays. Unchanged if it can be read already.
QColor readableOn(const QColor &colour, const QColor &background, double ratio = readableContrast);

/// \p share of \p top over the rest of \p bottom, share 0 … 1.
QColor blended(const QColor &top, const QColor &bottom, double share);

} // namespace Ui
