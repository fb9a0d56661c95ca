#include "ui/diagnosis/trafficdelegate.h"

#include "core/models/trafficmodel.h"
#include "ui/theme/metrics.h"
#include "ui/theme/tokens.h"

#include <QApplication>
#include <QPainter>

namespace Ui {

using Msn::TrafficModel;

void TrafficDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    item.text.clear();
    const QStyle *style = item.widget ? item.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);

    const Tokens &tokens = Tokens::of(option.palette);
    const int gap = Metrics(option.font).step(2);
    const bool sent = index.data(TrafficModel::SentRole).toBool();
    QRect rect = option.rect.adjusted(gap, 0, -gap, 0);
    const auto take = [&](int width) {
        const QRect place(rect.topLeft(), QSize(qMin(width, rect.width()), rect.height()));
        rect.setLeft(rect.left() + width + gap);
        return place;
    };
    const QString time = index.data(TrafficModel::TimeRole).toString();
    const int letter = option.fontMetrics.horizontalAdvance(u'0');
    painter->save();
    painter->setFont(option.font);
    painter->setPen(tokens.secondInk);
    painter->drawText(take(option.fontMetrics.horizontalAdvance(time) + 2), Qt::AlignVCenter, time);
    painter->setPen(sent ? tokens.accent : tokens.unreadInk);
    painter->drawText(take(2 * letter), Qt::AlignCenter | Qt::TextDontClip,
        sent ? QStringLiteral("→") : QStringLiteral("←"));
    painter->setPen(tokens.ink);
    // More than any screen shows is not worth laying out.
    const QString text = index.data(TrafficModel::TextRole).toString().left(600);
    painter->drawText(rect, Qt::AlignVCenter | Qt::TextSingleLine,
        option.fontMetrics.elidedText(text, Qt::ElideRight, rect.width()));
    painter->restore();
}

QSize TrafficDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {0, option.fontMetrics.height() + Metrics(option.font).step()};
}

} // namespace Ui
