#pragma once

#include "core/base/completion.h"
#include "core/listcopies/contactlistfile.h"

#include <QDate>

namespace Msn {

class ContactAnnotations;
class ContactList;

/// Everybody on the forward and the block list, with what the person has noted about them.
ListedContacts listedContacts(const ContactList &contacts, const ContactAnnotations &annotations);

/// A copy that was kept on \p day.
struct ListCopy
{
    QString file;
    QDate day;
};

/// Dated copies of one account's contact list, `2026-11-22.json` in the format of writeContactListJson().
/// The first copy of a day stays as it is, so that what goes wrong during a day can be undone.
class ListCopies
{
public:
    /// The oldest ones go beyond that.
    static constexpr qsizetype maxKept = 30;

    /// Made when something is kept.
    explicit ListCopies(const QString &directory);

    /// Newest first.
    QList<ListCopy> copies() const;
    static ContactListReading read(const ListCopy &copy);

    /// Nothing is written where the day has its copy already, where the newest copy says the same, and for a
    /// list without anybody: it could only push out better ones.
    /// Errors: StorageFailed, the subject is the file.
    Outcome keep(const ListedContacts &contacts, const QDate &day) const;

private:
    void removeOldest() const;

    const QString m_directory;
};

/// Writes \p contacts to \p file, which holds all of it or stays as it was: `.ctt` by writeContactListFile(),
/// everything else by writeContactListJson(). Errors: StorageFailed, the subject is the file.
Outcome saveContactList(const QString &file, const ListedContacts &contacts);

} // namespace Msn
