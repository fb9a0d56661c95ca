#include "ui/widgets/headerground.h"

#include "ui/theme/tokens.h"

#include <QPaintEvent>
#include <QPainter>

namespace Ui {

HeaderGround::HeaderGround(QWidget *parent)
    : QWidget(parent)
{
}

void HeaderGround::setGradientHeight(int pixels)
{
    m_gradientHeight = pixels;
    update();
}

void HeaderGround::paintEvent(QPaintEvent *event)
{
    const Tokens &tokens = Tokens::of(palette());
    const int end = m_gradientHeight > 0 ? m_gradientHeight : height();
    QLinearGradient gradient(0, 0, 0, end);
    gradient.setColorAt(0, tokens.headerTop);
    gradient.setColorAt(1, m_gradientHeight > 0 ? tokens.window : tokens.headerBottom);
    QPainter(this).fillRect(event->rect(), gradient);
}

} // namespace Ui
