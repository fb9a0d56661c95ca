#include "ui/widgets/roomydelegate.h"

#include "ui/theme/metrics.h"

#include <QApplication>
#include <QTreeView>

namespace Ui {
namespace {

/// Where a row is selected that says enough. A tree draws the ring around its rows, not around cells.
bool showsRing(const QStyleOptionViewItem &option)
{
    const auto *tree = qobject_cast<const QTreeView *>(option.widget);
    return option.state.testFlag(QStyle::State_HasFocus) && !option.state.testFlag(QStyle::State_Selected)
        && !(tree && tree->allColumnsShowFocus());
}

/// Without the space at both ends.
QRect innerRect(const QStyleOptionViewItem &option)
{
    const int margin = Metrics(option.font).step(2);
    return option.rect.adjusted(margin, 0, -margin, 0);
}

/// How wide the cell is, where its words wrap; a tree does not say so when it asks for the height.
int wrappingWidth(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const auto *tree = qobject_cast<const QTreeView *>(option.widget);
    return tree && tree->wordWrap() ? tree->columnWidth(index.column()) : 0;
}

} // namespace

void RoomyDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    paintGround(painter, option, index);
    QStyleOptionViewItem inner = option;
    inner.rect = innerRect(option);
    inner.state.setFlag(QStyle::State_Selected, false);
    inner.state.setFlag(QStyle::State_MouseOver, false);
    inner.state.setFlag(QStyle::State_HasFocus, false);
    QStyledItemDelegate::paint(painter, inner, index);
}

void RoomyDelegate::paintGround(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem ground = option;
    initStyleOption(&ground, index);
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &ground, painter, option.widget);
    if (!showsRing(option))
        return;
    QStyleOptionFocusRect ring;
    ring.QStyleOption::operator=(ground);
    ring.rect = option.rect.adjusted(1, 1, -1, -1);
    style->drawPrimitive(QStyle::PE_FrameFocusRect, &ring, painter, option.widget);
}

/// A box is where it is drawn.
bool RoomyDelegate::editorEvent(
    QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    QStyleOptionViewItem inner = option;
    inner.rect = innerRect(option);
    return QStyledItemDelegate::editorEvent(event, model, inner, index);
}

QSize RoomyDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Metrics metrics(option.font);
    QStyleOptionViewItem inner = option;
    const int width = wrappingWidth(option, index);
    if (width > 0)
        inner.rect = QRect(0, 0, std::max(width - metrics.step(4), 1), 1);
    const QSize own = QStyledItemDelegate::sizeHint(inner, index);
    const int least = metrics.px(26);
    // Several lines need a gap to those of the next row.
    const int height = own.height() > least ? own.height() + metrics.step(2) : least;
    return {own.width() + metrics.step(4), width > 0 ? height : std::max(own.height(), least)};
}

} // namespace Ui
