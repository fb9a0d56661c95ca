#pragma once

#include "core/base/completion.h"
#include "core/service/store/accountstore.h"

namespace Msn {

/// Somebody as one of the others had them on the lists.
struct ListEntry
{
    Address owner;
    ContactRecord contact;
};

/// What the person who runs the service does with accounts. Nothing is committed here.
class AccountAdministration
{
public:
    explicit AccountAdministration(AccountStore &store)
        : m_store(store)
    {
    }

    /// Open to everybody; on the list are those of the circles that take everybody.
    /// Errors: InvalidArgument with the address as subject: malformed, or there is one already;
    /// StorageFailed if the password cannot be hashed.
    Outcome create(const Address &address, const FriendlyName &name, const QString &password,
        const PasswordCost &cost = {});
    /// The same with a password that was hashed elsewhere: it takes time.
    Outcome create(const Address &address, const FriendlyName &name, const PasswordHash &hash);
    /// Errors: InvalidArgument for an account that does not exist; StorageFailed as above.
    Outcome setPassword(const Address &address, const QString &password, const PasswordCost &cost = {});
    Outcome setPassword(const Address &address, const PasswordHash &hash);
    /// Also takes it off the lists of all others, who are returned. Errors: InvalidArgument as above.
    Expected<QList<ListEntry>, Error> remove(const Address &address);

    /// Puts \p contact on the forward and allow list of \p owner and \p owner on the reverse list
    /// of \p contact; where the owner asks for people this one is approved. The group is made if there is
    /// none of that name; empty: no group of its own.
    void befriend(const Address &owner, const Address &contact, const FriendlyName &group = {});

private:
    int groupNumber(const Address &owner, const FriendlyName &name);
    void approve(const Address &owner, const Address &contact);
    ContactRecord contactOf(const Address &owner, const Address &contact) const;

    AccountStore &m_store;
};

} // namespace Msn
