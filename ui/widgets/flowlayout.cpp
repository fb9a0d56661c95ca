#include "ui/widgets/flowlayout.h"

#include <QStyle>
#include <QWidget>

namespace Ui {

namespace {

/// What a widget itself says, not its layout item, which leaves out what a style lets overlap: lines that
/// hang would begin somewhere else.
QSize sizeOf(const QLayoutItem &item)
{
    const QWidget *widget = item.widget();
    return widget ? widget->sizeHint().expandedTo(widget->minimumSizeHint()).expandedTo(widget->minimumSize())
                  : item.sizeHint();
}

} // namespace

FlowLayout::FlowLayout(int spacing, QWidget *parent)
    : QLayout(parent)
{
    setContentsMargins({});
    setSpacing(spacing);
}

FlowLayout::~FlowLayout()
{
    qDeleteAll(m_items);
}

void FlowLayout::addItem(QLayoutItem *item)
{
    m_items.append(item);
    invalidate();
}

QLayoutItem *FlowLayout::takeAt(int index)
{
    if (index < 0 || index >= m_items.size())
        return nullptr;
    QLayoutItem *item = m_items.takeAt(index);
    invalidate();
    return item;
}

void FlowLayout::setHanging(int pixels)
{
    m_hanging = pixels;
    invalidate();
}

int FlowLayout::heightForWidth(int width) const
{
    return arrange({0, 0, width + m_hanging, 0}, false);
}

QSize FlowLayout::sizeHint() const
{
    int width = 0;
    int height = 0;
    for (const QLayoutItem *item : m_items) {
        if (item->isEmpty())
            continue;
        width += sizeOf(*item).width() + spacing();
        height = qMax(height, sizeOf(*item).height());
    }
    return {width, height};
}

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const QLayoutItem *item : m_items) {
        if (!item->isEmpty())
            size = size.expandedTo(item->minimumSize());
    }
    return size;
}

void FlowLayout::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    const bool mirrored = parentWidget() && parentWidget()->isRightToLeft();
    arrange(mirrored ? rect.adjusted(0, 0, m_hanging, 0) : rect.adjusted(-m_hanging, 0, 0, 0), true);
}

int FlowLayout::arrange(const QRect &rect, bool moves) const
{
    int top = rect.top();
    QList<QLayoutItem *> line;
    int width = 0;
    for (QLayoutItem *item : m_items) {
        if (item->isEmpty())
            continue;
        const int itemWidth = sizeOf(*item).width();
        if (!line.isEmpty() && width + spacing() + itemWidth > rect.width()) {
            top += placeLine(line, rect, top, moves) + spacing();
            line.clear();
            width = 0;
        }
        width += (line.isEmpty() ? 0 : spacing()) + itemWidth;
        line.append(item);
    }
    return top + placeLine(line, rect, top, moves) - rect.top();
}

/// Side by side from \p top on, each in the middle of the line's height, which is returned.
int FlowLayout::placeLine(const QList<QLayoutItem *> &line, const QRect &rect, int top, bool moves) const
{
    int height = 0;
    for (const QLayoutItem *item : line)
        height = qMax(height, sizeOf(*item).height());
    if (!moves)
        return height;
    const Qt::LayoutDirection direction
        = parentWidget() ? parentWidget()->layoutDirection() : Qt::LeftToRight;
    int left = rect.left();
    for (QLayoutItem *item : line) {
        const QSize size = sizeOf(*item).boundedTo({rect.width(), QWIDGETSIZE_MAX});
        const QRect place(QPoint(left, top + (height - size.height()) / 2), size);
        const QRect shown = QStyle::visualRect(direction, rect, place);
        if (item->widget())
            item->widget()->setGeometry(shown);
        else
            item->setGeometry(shown);
        left += size.width() + spacing();
    }
    return height;
}

} // namespace Ui
