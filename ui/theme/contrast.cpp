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
    const auto [darker, lighter] = std::minmax(luminance(a), luminance(b));
    return (lighter + 0.05) / (darker + 0.05);
}

QColor readableOn(const QColor &colour, const QColor &background, double ratio)
{
    if (contrastRatio(colour, background) >= ratio)
        return colour;
    const bool onLight = contrastRatio(Qt::black, background) >= contrastRatio(Qt::white, background);
    const int limit = onLight ? 0 : 255;
    QColor shifted = colour.toHsl();
    for (int lightness = shifted.lightness(); lightness != limit; lightness += onLight ? -1 : 1) {
        shifted.setHsl(shifted.hslHue(), shifted.hslSaturation(), lightness);
        // Compared as it will be drawn, rounded to eight bits a channel.
        if (const QColor drawn = QColor::fromRgb(shifted.rgb()); contrastRatio(drawn, background) >= ratio)
            return drawn;
    }
    return onLight ? Qt::black : Qt::white;
}

QColor blended(const QColor &top, const QColor &bottom, double share)
{
    const auto mix = [share](int a, int b) { return int(std::lround(a * share + b * (1 - share))); };
    return {mix(top.red(), bottom.red()), mix(top.green(), bottom.green()), mix(top.blue(), bottom.blue())};
}

} // namespace Ui
