#pragma once

#include "ui/widgets/roomydelegate.h"

namespace Ui {

/// A saved account in a list: its icon, the address and below it, quietly, the network. The text of the row
/// has a line for each.
class AccountDelegate : public RoomyDelegate
{
    Q_OBJECT

public:
    using RoomyDelegate::RoomyDelegate;

    void paint(
        QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace Ui
