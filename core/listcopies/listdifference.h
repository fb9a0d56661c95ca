#pragma once

#include "core/listcopies/contactlistfile.h"

namespace Msn {

class ContactAnnotations;
class ContactList;

/// What a contact list lacks of one person of a copy. Nobody is ever taken off or unblocked for a copy.
struct MissingPerson
{
    ListedPerson person;
    bool isContactMissing = false;
    bool isBlockMissing = false;
    /// Of the copy's nickname, note and favourite mark, only where there is none now.
    bool isAnnotationMissing = false;
    /// Those the person is not in now, in the copy's order.
    QStringList missingGroups;

    friend bool operator==(const MissingPerson &, const MissingPerson &) = default;
};

struct ListDifference
{
    /// To be made, also those that would stay empty.
    QStringList missingGroups;
    QList<MissingPerson> people;

    bool isEmpty() const { return missingGroups.isEmpty() && people.isEmpty(); }
};

/// What \p copy has and the list of \p self has not. Groups are compared by name; \p self is left out.
ListDifference missingFrom(const ContactList &contacts, const ContactAnnotations &annotations,
    const ListedContacts &copy, const Address &self);

} // namespace Msn
