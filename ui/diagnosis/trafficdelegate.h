#pragma once

#include "ui/widgets/roomydelegate.h"

namespace Ui {

/// A line of the network log: time, arrow in the colour of its direction, whose it is, text.
class TrafficDelegate : public RoomyDelegate
{
    Q_OBJECT

public:
    using RoomyDelegate::RoomyDelegate;

    /// Where lines of several accounts stand beside one another.
    void setNamesAccounts(bool names) { m_namesAccounts = names; }

    void paint(
        QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    bool m_namesAccounts = false;
};

} // namespace Ui
