#include "ui/contacts/movedperson.h"

#include "core/models/contactlistroles.h"
#include "ui/contacts/contactrow.h"

#include <QTreeView>

namespace Ui {

using namespace Msn;

namespace {

bool takes(const QModelIndex &group, const ContactDrop &drop)
{
    switch (drop.deed) {
    case ContactDrop::Deed::Move:
    case ContactDrop::Deed::Copy:
        return group.data(GroupIdRole).toByteArray() == drop.to;
    case ContactDrop::Deed::TakeOut:
        return group.data(GroupKindRole).toInt() == static_cast<int>(GroupKind::Ungrouped);
    case ContactDrop::Deed::MakeFavourite:
        break;
    }
    return group.data(GroupKindRole).toInt() == static_cast<int>(GroupKind::Favourites);
}

} // namespace

MovedPerson::MovedPerson(QTreeView &view)
    : QObject(&view)
    , m_view(view)
{
}

void MovedPerson::followModel()
{
    connect(m_view.model(), &QAbstractItemModel::rowsInserted, this, &MovedPerson::handleInserted);
}

void MovedPerson::handleInserted(const QModelIndex &parent, int first, int last)
{
    // A group that is there only while somebody is in it comes with them.
    const QModelIndex group = parent.isValid() ? parent : m_view.model()->index(first, 0);
    if (!m_drop || !isGroupRow(group) || !takes(group, *m_drop))
        return;
    if (!parent.isValid()) {
        first = 0;
        last = m_view.model()->rowCount(group) - 1;
    }
    for (int row = first; row <= last; ++row) {
        const QModelIndex person = m_view.model()->index(row, 0, group);
        if (Address(person.data(AddressRole).toString()) != m_drop->address)
            continue;
        m_drop.reset();
        // Whoever folded a group up wants it so.
        m_view.setCurrentIndex(m_view.isExpanded(group) ? person : group);
        return;
    }
}

} // namespace Ui
