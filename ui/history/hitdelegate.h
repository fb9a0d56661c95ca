#pragma once

#include "ui/widgets/roomydelegate.h"

namespace Ui {

/// A line that was found: who and when above, what below it, the words looked for marked.
class HitDelegate : public RoomyDelegate
{
    Q_OBJECT

public:
    using RoomyDelegate::RoomyDelegate;

    void paint(
        QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace Ui
