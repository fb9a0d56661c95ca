#pragma once

#include <Qt>

namespace Msn {

/// What a row of ContactListModel is.
enum class ContactListRow {
    Group, ///< a top-level row
    Contact, ///< below a group
};

/// What kind of group a top-level row is.
enum class GroupKind {
    Server, ///< one that the person made
    Ungrouped, ///< people in no group; the row exists only while there are some
    Online, ///< grouping by status only
    Offline, ///< grouping by status only
};

/// Roles of ContactListModel. "g": group rows, "c": contact rows; elsewhere an invalid QVariant.
/// Qt::DisplayRole is the name of a group (empty but for GroupKind::Server) or what to call a
/// person, in one line, cleaned.
enum ContactListRole {
    RowTypeRole = Qt::UserRole + 1, ///< gc, int: ContactListRow
    GroupKindRole, ///< g, int: GroupKind
    GroupIdRole, ///< gc, QByteArray: the server's id of the group the row is or lies in; empty unless Server
    GroupKeyRole, ///< g, QString: names the row in settings, also for groups without a server id
    OnlineCountRole, ///< g, int
    TotalCountRole, ///< g, int
    AddressRole, ///< c, QString: as received
    StatusRole, ///< c, int: Msn::Status, raw
    IsOnlineRole, ///< c, bool
    IsBlockedRole, ///< c, bool
    HasPrivacyConflictRole, ///< c, bool: on the allow and the block list at once; blocked counts
    HasMeRole, ///< c, bool: we are on this person's list, as far as the server tells
    UnreadCountRole, ///< c, int: messages nobody has looked at, see setUnread()
    SortKeyRole, ///< gc: changes, and is announced as changed, whenever the order may
};

} // namespace Msn
