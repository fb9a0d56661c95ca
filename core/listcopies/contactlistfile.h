#pragma once

#include "core/base/address.h"
#include "core/history/import/importproblem.h"

#include <QByteArray>
#include <QList>
#include <QStringList>

class QIODevice;

namespace Msn {

/// Somebody in a contact list that is kept outside of any account.
struct ListedPerson
{
    Address address;
    QString name; ///< the one they chose, at the time of the copy
    QString nickname; ///< our own for them
    QString note;
    bool isFavourite = false;
    bool isBlocked = false;
    bool isContact = true; ///< on the list one sees; false: only blocked
    QStringList groups;

    friend bool operator==(const ListedPerson &, const ListedPerson &) = default;
};

struct ListedContacts
{
    static constexpr qsizetype maxPeople = 10'000;
    static constexpr qsizetype maxGroups = 1'000;

    /// In their order, also those without members.
    QStringList groups;
    /// Each address once.
    QList<ListedPerson> people;

    friend bool operator==(const ListedContacts &, const ListedContacts &) = default;
};

/// What could be read, and what could not.
struct ContactListReading
{
    ListedContacts contacts;
    QList<ImportProblem> problems;
};

/// The contact list of the classic client, `.ctt`, UTF-8 or UTF-16; addresses are all it holds:
///     <?xml version="1.0"?>
///     <messenger><service name=".NET Messenger Service"><contactlist>
///     <contact>bob@example.com</contact>
///     </contactlist></service></messenger>
ContactListReading readContactListFile(QIODevice &device);
/// False if \p device did not take all of it.
bool writeContactListFile(QIODevice &device, const ListedContacts &contacts);

/// Our own copy with all that is known, UTF-8:
///     {"format": "swallowtail-contacts", "version": 1, "groups": ["Friends"], "people": [
///      {"address": "bob@example.com", "name": "Bob", "nickname": "…", "note": "…", "favourite": true,
///       "blocked": true, "contact": false, "groups": ["Friends"]}]}
/// All but `address` may be absent. A later version is read as far as it is understood.
ContactListReading readContactListJson(QIODevice &device);
bool writeContactListJson(QIODevice &device, const ListedContacts &contacts);

/// One of the two, by its content.
ContactListReading readAnyContactList(QIODevice &device);

} // namespace Msn
