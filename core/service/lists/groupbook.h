#pragma once

#include "core/service/lists/contactbook.h"

namespace Msn {

/// The rules of groups. Source: contact-list.md §7.
class GroupBook
{
public:
    struct Change
    {
        qint64 version = 0;
        GroupRecord group;
    };

    GroupBook(AccountStore &store, ContactBook &contacts)
        : m_store(store)
        , m_contacts(contacts)
    {
    }

    /// Errors: 223 too many; 228 there is one of this name. The classic server let names be twice,
    /// others did not (contact-list.md §7); twice the same name only confuses people.
    Allowed<Change> add(const Address &owner, const FriendlyName &name);
    /// Errors: 224 no such group, 228.
    Allowed<Change> rename(const Address &owner, int number, const FriendlyName &name);
    /// Its people stay on the list, those who were in no other group without one.
    /// Errors: 224, 230 for group 0.
    Allowed<Change> remove(const Address &owner, int number);

    std::optional<GroupRecord> find(const Address &owner, int number) const;

private:
    bool isTaken(const Address &owner, const FriendlyName &name, int exceptBy) const;
    int freeNumber(const Address &owner) const;

    AccountStore &m_store;
    ContactBook &m_contacts;
};

} // namespace Msn
