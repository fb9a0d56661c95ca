#pragma once

#include "ui/widgets/roomydelegate.h"

namespace Ui {

/// A row with a number at its end, PeopleModel::CountRole.
class CountDelegate : public RoomyDelegate
{
    Q_OBJECT

public:
    using RoomyDelegate::RoomyDelegate;

    void paint(
        QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace Ui
