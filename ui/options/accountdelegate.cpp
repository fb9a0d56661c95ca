#include "ui/options/accountdelegate.h"

#include "ui/theme/metrics.h"
#include "ui/theme/tokens.h"

#include <QIcon>
#include <QPainter>

namespace Ui {

void AccountDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    paintGround(painter, option, index);
    const Metrics metrics(option.font);
    const Tokens &tokens = Tokens::of(option.palette);
    const QRect inner
        = option.rect.adjusted(metrics.step(3), metrics.step(), -metrics.step(3), -metrics.step());
    const int side = metrics.icon();
    const QRect icon
        = QStyle::alignedRect(option.direction, Qt::AlignLeft | Qt::AlignVCenter, QSize(side, side), inner);
    const QRect text
        = QStyle::visualRect(option.direction, inner, inner.adjusted(side + metrics.step(3), 0, 0, 0));
    const QString words = index.data().toString();
    const Qt::Alignment alignment = QStyle::visualAlignment(option.direction, Qt::AlignLeading);
    const auto line = [&](int number, const QFont &font, const QColor &colour, Qt::Alignment place) {
        painter->setFont(font);
        painter->setPen(colour);
        painter->drawText(text, int(alignment | place) | Qt::TextSingleLine,
            QFontMetrics(font).elidedText(
                words.section(u'\n', number, number), Qt::ElideMiddle, text.width()));
    };
    painter->save();
    index.data(Qt::DecorationRole).value<QIcon>().paint(painter, icon);
    line(0, option.font, tokens.ink, Qt::AlignTop);
    line(1, metrics.smallFont(), tokens.secondInk, Qt::AlignBottom);
    painter->restore();
}

QSize AccountDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Metrics metrics(option.font);
    const int lines = option.fontMetrics.height() + QFontMetrics(metrics.smallFont()).height();
    return {RoomyDelegate::sizeHint(option, index).width(), lines + metrics.step(2)};
}

} // namespace Ui
