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

void PopupFrame::showAt(const QWidget &anchor)
{
    adjustSize();
    QRect place(anchor.mapToGlobal(QPoint(0, -height() - Metrics::of(this).step())), size());
    if (isRightToLeft())
        place.moveRight(anchor.mapToGlobal(QPoint(anchor.width() - 1, 0)).x());
    const QRect screen = anchor.screen()->availableGeometry();
    if (place.top() < screen.top())
        place.moveTop(anchor.mapToGlobal(QPoint(0, anchor.height())).y());
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
