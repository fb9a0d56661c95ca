#pragma once

#include <Qt>

namespace Msn {

/// What a row of ContactListModel is.
enum class ContactListRow {
    Group, ///< a top-level row
    Contact, ///< below a group
};

/// What kind of group a top-level row is, in the order in which they are shown.
enum class GroupKind {
    Favourites, ///< people marked as favourites, here besides their other rows; only while there are some
    Server, ///< one that the person made
    Ungrouped, ///< people in no group; the row exists only while there are some
    Everybody, ///< all in one, by name
    Online, ///< grouping by status only
    Offline, ///< grouping by status, or while those who are offline stand together
};

/// Roles of ContactListModel. "g": group rows, "c": contact rows; elsewhere an invalid QVariant.
/// Qt::DisplayRole is the name of a group (empty but for GroupKind::Server) or what to call a
/// person, in one line, cleaned: our own name for them if they have one.
enum ContactListRole {
    RowTypeRole = Qt::UserRole + 1, ///< gc, int: ContactListRow
    GroupKindRole, ///< gc, int: GroupKind, of the group a contact's row lies in
    GroupIdRole, ///< gc, QByteArray: the server's id of the group the row is or lies in; empty unless Server
    GroupKeyRole, ///< g, QString: names the row in settings, also for groups without a server id
    OnlineCountRole, ///< g, int
    TotalCountRole, ///< g, int
    AddressRole, ///< c, QString: as received
    OwnNameRole, ///< c, QString: what they call themselves, in one line, cleaned
    StatusRole, ///< c, int: Msn::Status, raw
    IsOnlineRole, ///< c, bool
    IsBlockedRole, ///< c, bool
    HasPrivacyConflictRole, ///< c, bool: on the allow and the block list at once; blocked counts
    HasMeRole, ///< c, bool: we are on this person's list, as far as the server tells
    IsFavouriteRole, ///< c, bool
    NoteRole, ///< c, QString: what we have noted about them, several lines
    GroupNamesRole, ///< c, QStringList: all groups they are in, in the server's order
    HomePhoneRole, ///< c, QString, one line, cleaned
    WorkPhoneRole, ///< c, QString
    MobilePhoneRole, ///< c, QString
    UnreadCountRole, ///< gc, int: messages nobody has looked at, of one or of all; see setUnread()
    SortKeyRole, ///< gc: changes, and is announced as changed, whenever the order may
};

} // namespace Msn
