#include "ui/history/countdelegate.h"

#include "ui/history/peoplemodel.h"
#include "ui/theme/metrics.h"
#include "ui/theme/tokens.h"

#include <QPainter>

namespace Ui {

void CountDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    paintGround(painter, option, index);
    painter->save();
    const Metrics metrics(option.font);
    const Tokens &tokens = Tokens::of(option.palette);
    const QRect inner = option.rect.adjusted(metrics.step(3), 0, -metrics.step(3), 0);
    const QString count = index.data(PeopleModel::CountRole).toString();
    painter->setFont(metrics.smallFont());
    painter->setPen(tokens.secondInk);
    painter->drawText(
        inner, int(QStyle::visualAlignment(option.direction, Qt::AlignRight | Qt::AlignVCenter)), count);
    const int taken = painter->fontMetrics().horizontalAdvance(count) + metrics.step(3);
    const QRect rest = option.direction == Qt::RightToLeft ? inner.adjusted(taken, 0, 0, 0)
                                                           : inner.adjusted(0, 0, -taken, 0);
    painter->setFont(option.font);
    painter->setPen(tokens.ink);
    const QString name
        = option.fontMetrics.elidedText(index.data(Qt::DisplayRole).toString(), Qt::ElideRight, rest.width());
    painter->drawText(rest,
        int(QStyle::visualAlignment(option.direction, Qt::AlignLeft | Qt::AlignVCenter)) | Qt::TextSingleLine,
        name);
    painter->restore();
}

QSize CountDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    const Metrics metrics(option.font);
    return {metrics.px(120), metrics.rowHeight()};
}

} // namespace Ui
