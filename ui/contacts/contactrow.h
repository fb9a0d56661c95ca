#pragma once

#include <QModelIndex>

namespace Ui {

/// Whether \p index of a contact list, or of a proxy over one, is a group: those are its top-level rows.
/// Cheaper than asking for the role, which a proxy would have to pass on.
inline bool isGroupRow(const QModelIndex &index)
{
    return index.isValid() && !index.parent().isValid();
}

} // namespace Ui
