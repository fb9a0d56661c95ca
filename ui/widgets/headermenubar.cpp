#include "ui/widgets/headermenubar.h"

#include "ui/theme/metrics.h"
#include "ui/theme/tokens.h"

#include <QPaintEvent>
#include <QPainter>
#include <QStyle>
#include <QStyleOptionMenuItem>

namespace Ui {

HeaderMenuBar::HeaderMenuBar(QWidget *parent)
    : QMenuBar(parent)
{
    setAutoFillBackground(false);
}

void HeaderMenuBar::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    const QList<QAction *> entries = actions();
    for (QAction *action : entries) {
        if (event->rect().intersects(actionGeometry(action)))
            paintEntry(painter, action);
    }
}

void HeaderMenuBar::paintEntry(QPainter &painter, QAction *action) const
{
    const Metrics metrics = Metrics::of(this);
    QStyleOptionMenuItem option;
    initStyleOption(&option, action);
    const QRect place = actionGeometry(action);
    const bool active = option.state.testFlag(QStyle::State_Selected);
    if (active) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(Tokens::of(palette()).selection);
        painter.drawRoundedRect(place.adjusted(1, 2, -1, -2), metrics.radius(), metrics.radius());
    }
    const bool underline = style()->styleHint(QStyle::SH_UnderlineShortcut, &option, this);
    style()->drawItemText(&painter, place,
        Qt::AlignCenter | (underline ? Qt::TextShowMnemonic : Qt::TextHideMnemonic), palette(),
        action->isEnabled(), action->text(), QPalette::WindowText);
}

} // namespace Ui
