#include "ui/widgets/flowlayout.h"

#include <QStyle>
#include <QWidget>

namespace Ui {

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
}

QLayoutItem *FlowLayout::takeAt(int index)
{
    return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

int FlowLayout::heightForWidth(int width) const
{
    return arrange({0, 0, width, 0}, false);
}

QSize FlowLayout::sizeHint() const
{
    int width = 0;
    int height = 0;
    for (const QLayoutItem *item : m_items) {
        if (item->isEmpty())
            continue;
        width += item->sizeHint().width() + spacing();
        height = qMax(height, item->sizeHint().height());
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
    arrange(rect, true);
}

int FlowLayout::arrange(const QRect &rect, bool moves) const
{
    int top = rect.top();
    QList<QLayoutItem *> line;
    int width = 0;
    for (QLayoutItem *item : m_items) {
        if (item->isEmpty())
            continue;
        const int itemWidth = item->sizeHint().width();
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
        height = qMax(height, item->sizeHint().height());
    if (!moves)
        return height;
    const Qt::LayoutDirection direction
        = parentWidget() ? parentWidget()->layoutDirection() : Qt::LeftToRight;
    int left = rect.left();
    for (QLayoutItem *item : line) {
        const QSize size = item->sizeHint().boundedTo({rect.width(), QWIDGETSIZE_MAX});
        const QRect place(QPoint(left, top + (height - size.height()) / 2), size);
        item->setGeometry(QStyle::visualRect(direction, rect, place));
        left += size.width() + spacing();
    }
    return height;
}

} // namespace Ui
