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

} // namespace

void RoomyDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    paintGround(painter, option, index);
    QStyleOptionViewItem inner = option;
    const int margin = Metrics(option.font).step(2);
    inner.rect.adjust(margin, 0, -margin, 0);
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

QSize RoomyDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Metrics metrics(option.font);
    const QSize own = QStyledItemDelegate::sizeHint(option, index);
    return {own.width() + metrics.step(4), std::max(own.height(), metrics.px(26))};
}

} // namespace Ui
