#include "ui/pictures/picturecelldelegate.h"

#include "ui/theme/metrics.h"
#include "ui/theme/tokens.h"

#include <QIcon>
#include <QPainter>

namespace Ui {

void PictureCellDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Metrics metrics(option.font);
    const Tokens &tokens = Tokens::of(option.palette);
    QRect picture(QPoint(), option.decorationSize);
    picture.moveCenter(option.rect.center());
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool isChosen = option.state.testFlag(QStyle::State_Selected);
    if (isChosen || option.state.testFlag(QStyle::State_MouseOver)) {
        const int gap = metrics.px(2);
        painter->setPen(QPen(isChosen ? tokens.accent : tokens.line, metrics.px(2)));
        painter->drawRoundedRect(QRectF(picture).adjusted(-gap, -gap, gap, gap),
            metrics.pictureRadius() + gap, metrics.pictureRadius() + gap);
    }
    index.data(Qt::DecorationRole).value<QIcon>().paint(painter, picture);
    painter->restore();
}

QSize PictureCellDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return option.decorationSize + QSize(Metrics(option.font).px(12), Metrics(option.font).px(12));
}

} // namespace Ui
