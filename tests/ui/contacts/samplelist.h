#pragma once

#include "core/roster/contactlist.h"

/// Contacts for tests: a name, groups, a status.
inline Msn::Contact person(const QString &name, const QString &address, const QList<QByteArray> &groups = {},
    Msn::Status status = Msn::Status::Offline)
{
    Msn::Contact contact;
    contact.address = Msn::Address(address);
    contact.friendlyName = Msn::FriendlyName(name);
    contact.lists = Msn::Lists(Msn::List::Forward) | Msn::List::Allow;
    for (const QByteArray &group : groups)
        contact.groups.append(Msn::GroupId(group));
    contact.status = status;
    return contact;
}

inline Msn::Group group(const QByteArray &id, const QString &name)
{
    return {Msn::GroupId(id), Msn::FriendlyName(name)};
}
