#pragma once

#include "core/base/identifiers.h"
#include "core/models/contactlistroles.h"

#include <QList>
#include <QString>

namespace Msn {

class ContactList;
struct Contact;

/// One heading of the contact list.
struct ContactGroupKey
{
    GroupKind kind = GroupKind::Server;
    GroupId id; ///< Server only

    /// For settings.
    QString toString() const;

    friend bool operator==(const ContactGroupKey &, const ContactGroupKey &) = default;
};

/// How people are put under headings: which there are, and who stands where. Pure rules.
struct ContactGrouping
{
    enum class By { Group, Status, Name };

    By by = By::Group;
    /// People who are offline leave their headings for one of their own. Does nothing by status.
    bool offlineTogether = false;

    /// Headings that stay when nobody is below them, in the server's order.
    QList<ContactGroupKey> standing(const ContactList &contacts) const;
    bool isStanding(const ContactGroupKey &key) const;
    /// Where \p contact has a row: at least one place, none twice.
    QList<ContactGroupKey> placesOf(
        const Contact &contact, bool isFavourite, const ContactList &contacts) const;

    friend bool operator==(const ContactGrouping &, const ContactGrouping &) = default;

private:
    QList<ContactGroupKey> groupsOf(const Contact &contact, const ContactList &contacts) const;
};

} // namespace Msn
