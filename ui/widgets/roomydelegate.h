#pragma once

#include <QStyledItemDelegate>

namespace Ui {

/// Rows of plain lists as tall as fields need, with space at both ends. In a tree whose words wrap they are
/// as tall as all of the words.
class RoomyDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(
        QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
        const QModelIndex &index) override;
    /// What shows that a row is selected, under the pointer or, for the keyboard, the current one, over
    /// its whole width.
    void paintGround(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
};

} // namespace Ui
