#pragma once

#include "ui/widgets/roomydelegate.h"

namespace Ui {

/// A line of the network log: time, arrow in the colour of its direction, text.
class TrafficDelegate : public RoomyDelegate
{
    Q_OBJECT

public:
    using RoomyDelegate::RoomyDelegate;

    void paint(
        QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace Ui
