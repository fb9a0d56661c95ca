#include "ui/diagnosis/trafficdelegate.h"

#include "core/models/trafficmodel.h"
#include "ui/icons/icons.h"
#include "ui/theme/metrics.h"
#include "ui/theme/tokens.h"

#include <QPainter>

namespace Ui {

using Msn::TrafficModel;

void TrafficDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    paintGround(painter, option, index);
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
    painter->save();
    painter->setFont(option.font);
    painter->setPen(tokens.secondInk);
    painter->drawText(take(option.fontMetrics.horizontalAdvance(time) + 2), Qt::AlignVCenter, time);
    const int arrow = Metrics(option.font).px(14);
    const QRect place = take(arrow);
    painter->drawPixmap(place.left(), place.center().y() - arrow / 2 + 1,
        Icons::pixmap(sent ? QStringLiteral("forward") : QStringLiteral("back"),
            sent ? tokens.accent : tokens.unreadInk, arrow, painter->device()->devicePixelRatioF()));
    const QString account = index.data(TrafficModel::AccountRole).toString();
    if (m_namesAccounts && !account.isEmpty()) {
        const QRect own = take(qMin(rect.width() / 4, option.fontMetrics.averageCharWidth() * 24));
        painter->setPen(tokens.secondInk);
        painter->drawText(own, Qt::AlignVCenter | Qt::TextSingleLine,
            option.fontMetrics.elidedText(account, Qt::ElideRight, own.width()));
    }
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
