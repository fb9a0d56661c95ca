#pragma once

#include "ui/widgets/roomydelegate.h"

namespace Ui {

/// A page in the list of the options: icon and title with room around them, one ground for both.
class PageListDelegate : public RoomyDelegate
{
    Q_OBJECT

public:
    using RoomyDelegate::RoomyDelegate;

    void paint(
        QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace Ui
