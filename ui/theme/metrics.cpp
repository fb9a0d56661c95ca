#include "ui/theme/metrics.h"

#include <QGuiApplication>
#include <QScreen>
#include <QWidget>

#include <cmath>

namespace Ui {
namespace {

constexpr double designTextPixels = 13;
constexpr double pointsPerInch = 72;

/// Without QFontInfo, which loads every font of the system: a window whose first frame has no text
/// need not wait for that.
double pixelSizeOf(const QFont &font)
{
    if (font.pixelSize() > 0)
        return font.pixelSize();
    const QScreen *screen = QGuiApplication::primaryScreen();
    return font.pointSizeF() * (screen ? screen->logicalDotsPerInchY() : 96) / pointsPerInch;
}

} // namespace

Metrics::Metrics(const QFont &font)
    : m_font(font)
    , m_scale(pixelSizeOf(font) / designTextPixels)
{
}

Metrics Metrics::of(const QWidget *widget)
{
    return Metrics(widget->font());
}

int Metrics::px(double designPixels) const
{
    const int pixels = int(std::lround(designPixels * m_scale));
    return designPixels > 0 ? std::max(1, pixels) : pixels;
}

QFont Metrics::conversationFont() const
{
    return resized(14);
}

QFont Metrics::nameFont() const
{
    QFont font = resized(15);
    font.setWeight(QFont::DemiBold);
    return font;
}

QFont Metrics::smallFont() const
{
    return resized(12);
}

QFont Metrics::resized(double designPixels) const
{
    QFont font = m_font;
    font.setPixelSize(px(designPixels));
    return font;
}

} // namespace Ui
