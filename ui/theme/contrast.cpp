#include "ui/theme/contrast.h"

#include <algorithm>
#include <cmath>

namespace Ui {
namespace {

double linearised(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &colour)
{
    return 0.2126 * linearised(colour.redF()) + 0.7152 * linearised(colour.greenF())
        + 0.0722 * linearised(colour.blueF());
}

} // namespace

double contrastRatio(const QColor &a, const QColor &b)
{
    // Given a list it returns values; given two it returns references to what is gone by then.
    const auto [darker, lighter] = std::minmax({luminance(a), luminance(b)});
    return (lighter + 0.05) / (darker + 0.05);
}

QColor readableOn(const QColor &colour, const QColor &background, double ratio)
{
    if (contrastRatio(colour, background) >= ratio)
        return colour;
    const bool onLight = contrastRatio(Qt::black, background) >= contrastRatio(Qt::white, background);
    // Towards black or white rather than along the lightness alone: on dark ground the latter
    // turns every colour into neon.
    const QColor limit = onLight ? Qt::black : Qt::white;
    constexpr int steps = 100;
    for (int step = 1; step < steps; ++step) {
        const QColor shifted = blended(limit, colour, double(step) / steps);
        if (contrastRatio(shifted, background) >= ratio)
            return shifted;
    }
    return limit;
}

QColor blended(const QColor &top, const QColor &bottom, double share)
{
    const auto mix = [share](int a, int b) { return int(std::lround(a * share + b * (1 - share))); };
    return {mix(top.red(), bottom.red()), mix(top.green(), bottom.green()), mix(top.blue(), bottom.blue())};
}

} // namespace Ui
