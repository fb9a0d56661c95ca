#include "ui/widgets/popupframe.h"

#include "ui/theme/metrics.h"
#include "ui/theme/tokens.h"

#include <QPainter>
#include <QScreen>

namespace Ui {

PopupFrame::PopupFrame(QWidget *parent)
    : QFrame(parent, Qt::Popup)
{
}

void PopupFrame::showAt(const QWidget &anchor, Side side)
{
    adjustSize();
    const int above = anchor.mapToGlobal(QPoint(0, -height() - Metrics::of(this).step())).y();
    const int below = anchor.mapToGlobal(QPoint(0, anchor.height())).y();
    const QRect screen = anchor.screen()->availableGeometry();
    const bool fitsBelow = below + height() <= screen.bottom();
    const bool isAbove = side == Side::Above ? above >= screen.top() : !fitsBelow;
    QRect place(QPoint(anchor.mapToGlobal(QPoint()).x(), isAbove ? above : below), size());
    if (isRightToLeft())
        place.moveRight(anchor.mapToGlobal(QPoint(anchor.width() - 1, 0)).x());
    place.moveBottom(qMin(place.bottom(), screen.bottom()));
    place.moveTop(qMax(place.top(), screen.top()));
    place.moveRight(qMin(place.right(), screen.right()));
    place.moveLeft(qMax(place.left(), screen.left()));
    move(place.topLeft());
    show();
}

void PopupFrame::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = Tokens::of(palette());
    QPainter painter(this);
    painter.fillRect(rect(), tokens.fieldBorder);
    painter.fillRect(rect().adjusted(1, 1, -1, -1), tokens.window);
}

} // namespace Ui
