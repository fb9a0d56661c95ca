#include "ui/conversation/window/picturecolumn.h"

#include "ui/theme/metrics.h"

#include <QEvent>
#include <QPainter>

namespace Ui {

PictureColumn::PictureColumn(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("pictures"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
}

void PictureColumn::setPeer(const Avatar &avatar)
{
    m_peer = avatar;
    update();
}

void PictureColumn::setOwn(const Avatar &avatar)
{
    m_own = avatar;
    update();
}

int PictureColumn::pictureSize() const
{
    return Metrics::of(this).px(92);
}

QSize PictureColumn::sizeHint() const
{
    const Metrics metrics = Metrics::of(this);
    return {pictureSize() + metrics.step(8), 2 * pictureSize() + metrics.step(12)};
}

void PictureColumn::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        updateGeometry();
}

void PictureColumn::paintPicture(QPainter &painter, const Avatar &avatar, QPoint corner) const
{
    const Metrics metrics = Metrics::of(this);
    const int rim = metrics.px(3);
    painter.drawPixmap(corner - QPoint(rim, rim),
        framedAvatar(
            avatar, pictureSize(), metrics.pictureRadius(), rim, Tokens::of(palette()), devicePixelRatioF()));
}

void PictureColumn::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = Tokens::of(palette());
    const int margin = Metrics::of(this).step(4);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), tokens.headerBottom);
    const int edge = layoutDirection() == Qt::RightToLeft ? width() - 1 : 0;
    painter.fillRect(QRect(edge, 0, 1, height()), tokens.line);
    paintPicture(painter, m_peer, {margin, margin});
    if (height() >= sizeHint().height())
        paintPicture(painter, m_own, {margin, height() - margin - pictureSize()});
}

} // namespace Ui
