#pragma once

#include "core/service/store/accountstore.h"

namespace Msn {

/// Accounts that are gone when the program ends.
class MemoryAccountStore : public AccountStore
{
public:
    QList<Address> addresses() const override;
    std::optional<AccountRecord> account(const Address &address) const override;
    void saveAccount(const AccountRecord &account) override;
    void removeAccount(const Address &address) override;
    PasswordHash passwordHash(const Address &address) const override;
    void setPasswordHash(const Address &address, const PasswordHash &hash) override;
    QList<ContactRecord> contacts(const Address &owner) const override;
    std::optional<ContactRecord> contact(const Address &owner, const Address &address) const override;
    void saveContact(const Address &owner, const ContactRecord &contact) override;
    void removeContact(const Address &owner, const Address &address) override;
    QList<GroupRecord> groups(const Address &owner) const override;
    void saveGroup(const Address &owner, const GroupRecord &group) override;
    void removeGroup(const Address &owner, int number) override;
    QList<InvitationRecord> invitations() const override;
    void addInvitation(const InvitationRecord &invitation) override;
    void removeInvitationsTo(const Address &address) override;
    Outcome commit() override;
    /// Forgets all writes since the last commit.
    void rollback();

protected:
    /// Whether there are writes since the last commit.
    bool isChanged() const { return m_isChanged; }

private:
    struct Entry
    {
        AccountRecord account;
        PasswordHash password;
        QMap<Address, ContactRecord> contacts;
        QMap<int, GroupRecord> groups;
    };
    Entry *findForChange(const Address &address);
    const Entry *find(const Address &address) const;

    struct State
    {
        QMap<Address, Entry> entries;
        QList<InvitationRecord> invitations;
    };
    State &changing();

    State m_state;
    State m_kept; ///< as of the last commit
    bool m_isChanged = false;
};

} // namespace Msn
