#pragma once

#include <QStyledItemDelegate>

namespace Ui {

/// A picture in the middle of its cell, and around it a frame that shows which one the keys are at or the
/// pointer is over: a tint would change what is to be chosen.
class PictureCellDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(
        QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace Ui
