#include "ui/history/hitdelegate.h"

#include "ui/history/hitsmodel.h"
#include "ui/theme/metrics.h"
#include "ui/theme/tokens.h"

#include <QPainter>
#include <QTextLayout>

namespace Ui {
namespace {

using Ranges = QList<QTextLayout::FormatRange>;

Ranges markedIn(const QString &line, const QStringList &words, const Tokens &tokens)
{
    Ranges ranges;
    for (const QString &word : words) {
        qsizetype place = word.isEmpty() ? -1 : line.indexOf(word, 0, Qt::CaseInsensitive);
        while (place >= 0) {
            QTextLayout::FormatRange range;
            range.start = int(place);
            range.length = int(word.size());
            range.format.setBackground(tokens.informationBar);
            range.format.setForeground(tokens.ink);
            range.format.setFontWeight(QFont::DemiBold);
            ranges.append(range);
            place = line.indexOf(word, place + word.size(), Qt::CaseInsensitive);
        }
    }
    return ranges;
}

/// In one line, from the edge at which its script begins, cut off with an ellipsis.
void drawLine(QPainter &painter, const QRect &place, const QString &text, const QStringList &words,
    const QStyleOptionViewItem &option)
{
    const QString shown = QFontMetrics(option.font).elidedText(text, Qt::ElideRight, place.width());
    QTextLayout layout(shown, option.font);
    QTextOption lineOption;
    lineOption.setWrapMode(QTextOption::NoWrap);
    // A line reads in the direction of its script, wherever the list begins.
    lineOption.setTextDirection(text.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
    lineOption.setAlignment(QStyle::visualAlignment(option.direction, Qt::AlignLeading));
    layout.setTextOption(lineOption);
    const Tokens &tokens = Tokens::of(option.palette);
    layout.setFormats(markedIn(shown, words, tokens));
    layout.beginLayout();
    QTextLine line = layout.createLine();
    line.setLineWidth(place.width());
    layout.endLayout();
    painter.setPen(tokens.ink);
    layout.draw(&painter, QPointF(place.left(), place.top() + (place.height() - line.height()) / 2));
}

/// The title as far as there is room, and the time behind it.
void drawHead(
    QPainter &painter, const QRect &place, const QModelIndex &index, const QStyleOptionViewItem &option)
{
    const Metrics metrics(option.font);
    const Tokens &tokens = Tokens::of(option.palette);
    const bool mirrored = option.direction == Qt::RightToLeft;
    const QString when = index.data(HitsModel::WhenRole).toString();
    painter.setFont(metrics.smallFont());
    const int width = painter.fontMetrics().horizontalAdvance(when) + 1;
    painter.setPen(tokens.secondInk);
    painter.drawText(
        place, int(QStyle::visualAlignment(option.direction, Qt::AlignRight | Qt::AlignVCenter)), when);
    const int taken = width + metrics.step(2);
    const QRect rest = mirrored ? place.adjusted(taken, 0, 0, 0) : place.adjusted(0, 0, -taken, 0);
    QFont bold = option.font;
    bold.setWeight(QFont::DemiBold);
    painter.setFont(bold);
    painter.setPen(tokens.ink);
    const QString title = QFontMetrics(bold).elidedText(
        index.data(HitsModel::TitleRole).toString(), Qt::ElideRight, rest.width());
    painter.drawText(rest,
        int(QStyle::visualAlignment(option.direction, Qt::AlignLeft | Qt::AlignVCenter)) | Qt::TextSingleLine,
        title);
}

} // namespace

void HitDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    paintGround(painter, option, index);
    painter->save();
    const Metrics metrics(option.font);
    const QRect inner
        = option.rect.adjusted(metrics.step(3), metrics.step(1.5), -metrics.step(3), -metrics.step(1.5));
    QRect head = inner;
    head.setHeight(inner.height() / 2);
    drawHead(*painter, head, index, option);
    QRect text = inner;
    text.setTop(head.bottom() + 1);
    drawLine(*painter, text, index.data(Qt::DisplayRole).toString(),
        index.data(HitsModel::WordsRole).toStringList(), option);
    painter->restore();
}

QSize HitDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    const Metrics metrics(option.font);
    return {metrics.px(200), 2 * QFontMetrics(option.font).height() + metrics.step(3.5)};
}

} // namespace Ui
