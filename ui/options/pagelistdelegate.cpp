#include "ui/options/pagelistdelegate.h"

#include "ui/theme/metrics.h"
#include "ui/theme/tokens.h"

#include <QIcon>
#include <QPainter>

namespace Ui {

namespace {

QRect innerRect(const QStyleOptionViewItem &option)
{
    const Metrics metrics(option.font);
    return option.rect.adjusted(metrics.step(2), metrics.px(1), -metrics.step(2), -metrics.px(1));
}

} // namespace

void PageListDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Metrics metrics(option.font);
    const Tokens &tokens = Tokens::of(option.palette);
    QStyleOptionViewItem inner = option;
    inner.rect = innerRect(option);
    paintGround(painter, inner, index);
    const QRect ground = inner.rect;
    painter->save();
    const int gap = metrics.step(2);
    const QRect icon(
        ground.left() + gap, ground.center().y() - metrics.icon() / 2, metrics.icon(), metrics.icon());
    const QRect text(
        icon.right() + gap, ground.top(), ground.right() - icon.right() - 2 * gap, ground.height());
    index.data(Qt::DecorationRole)
        .value<QIcon>()
        .paint(painter, QStyle::visualRect(option.direction, ground, icon));
    painter->setPen(tokens.ink);
    painter->setFont(option.font);
    painter->drawText(QStyle::visualRect(option.direction, ground, text),
        QStyle::visualAlignment(option.direction, Qt::AlignLeading | Qt::AlignVCenter),
        option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, text.width()));
    painter->restore();
}

QSize PageListDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Metrics metrics(option.font);
    const int text = option.fontMetrics.horizontalAdvance(index.data().toString());
    return {metrics.step(2) * 6 + metrics.icon() + text, metrics.px(36)};
}

} // namespace Ui
