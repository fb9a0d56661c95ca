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
    const auto draw = [&](const QString &text, const QColor &colour, int width) {
        painter->setPen(colour);
        const QRect place(rect.topLeft(), QSize(qMin(width, rect.width()), rect.height()));
        painter->drawText(place, Qt::AlignVCenter | Qt::TextSingleLine,
            option.fontMetrics.elidedText(text, Qt::ElideRight, place.width()));
        rect.setLeft(rect.left() + width + gap);
    };
    painter->save();
    painter->setFont(option.font);
    const QString time = index.data(TrafficModel::TimeRole).toString();
    draw(time, tokens.secondInk, option.fontMetrics.horizontalAdvance(time) + 2);
    const QString arrow = sent ? QStringLiteral("→") : QStringLiteral("←");
    draw(arrow, sent ? tokens.accent : tokens.unreadInk, option.fontMetrics.horizontalAdvance(arrow) + 2);
    // More than any screen shows is not worth laying out.
    draw(index.data(TrafficModel::TextRole).toString().left(600), tokens.ink, rect.width());
    painter->restore();
}

QSize TrafficDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {0, option.fontMetrics.height() + Metrics(option.font).step()};
}

} // namespace Ui
