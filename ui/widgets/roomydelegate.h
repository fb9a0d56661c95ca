#pragma once

#include <QStyledItemDelegate>

namespace Ui {

/// Rows of plain lists as tall as fields need, with space at both ends.
class RoomyDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(
        QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    /// What shows that a row is selected, under the pointer or, for the keyboard, the current one, over
    /// its whole width.
    void paintGround(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
};

} // namespace Ui
