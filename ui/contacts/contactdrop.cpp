#include "ui/contacts/contactdrop.h"

#include "core/models/contactlistroles.h"
#include "ui/widgets/contactmime.h"

#include <QModelIndex>

namespace Ui {

using namespace Msn;

std::optional<ContactDrop> ContactDrop::over(
    const QModelIndex &group, const DraggedContact &dragged, bool copy)
{
    if (!group.isValid())
        return std::nullopt;
    const QByteArray to = group.data(GroupIdRole).toByteArray();
    switch (static_cast<GroupKind>(group.data(GroupKindRole).toInt())) {
    case GroupKind::Server:
        if (to == dragged.group)
            return std::nullopt;
        // Whoever comes from no group has none to leave.
        return ContactDrop{
            copy || dragged.group.isEmpty() ? Deed::Copy : Deed::Move, dragged.address, dragged.group, to};
    case GroupKind::Ungrouped:
        if (copy || dragged.group.isEmpty())
            return std::nullopt;
        return ContactDrop{Deed::TakeOut, dragged.address, dragged.group, {}};
    case GroupKind::Favourites:
        return ContactDrop{Deed::MakeFavourite, dragged.address, {}, {}};
    case GroupKind::Everybody:
    case GroupKind::Online:
    case GroupKind::Offline:
        break;
    }
    return std::nullopt;
}

QString ContactDrop::words(const QString &person, const QString &group) const
{
    switch (deed) {
    case Deed::Move:
        return tr("Move %1 to “%2”. Hold Ctrl to copy.").arg(person, group);
    case Deed::Copy:
        return tr("Put %1 into “%2” as well.").arg(person, group);
    case Deed::TakeOut:
        return tr("Take %1 out of the group.").arg(person);
    case Deed::MakeFavourite:
        break;
    }
    return tr("Make %1 a favourite.").arg(person);
}

} // namespace Ui
