#pragma once

#include "core/service/store/accountstore.h"

#include <functional>
#include <vector>

namespace Msn {

/// Accounts that are gone when the program ends.
class MemoryAccountStore : public AccountStore
{
public:
    MemoryAccountStore() = default;
    MemoryAccountStore(const MemoryAccountStore &) = delete;
    MemoryAccountStore &operator=(const MemoryAccountStore &) = delete;

    QList<Address> addresses() const override;
    std::optional<AccountRecord> account(const Address &address) const override;
    void saveAccount(const AccountRecord &account) override;
    void removeAccount(const Address &address) override;
    PasswordHash passwordHash(const Address &address) const override;
    void setPasswordHash(const Address &address, const PasswordHash &hash) override;
    qint64 raiseListVersion(const Address &address) override;
    QByteArray picture(const Address &address) const override;
    void setPicture(const Address &address, const QByteArray &png) override;
    QList<ContactRecord> contacts(const Address &owner) const override;
    std::optional<ContactRecord> contact(const Address &owner, const Address &address) const override;
    std::optional<ContactRecord> contactById(const Address &owner, const QUuid &id) const override;
    QList<ContactRecord> contactsInGroup(const Address &owner, int group) const override;
    QList<Address> listed(const Address &owner, List list) const override;
    int countListed(const Address &owner, List list) const override;
    QList<Address> ownersOf(const Address &address) const override;
    void saveContact(const Address &owner, const ContactRecord &contact) override;
    void removeContact(const Address &owner, const Address &address) override;
    QList<GroupRecord> groups(const Address &owner) const override;
    void saveGroup(const Address &owner, const GroupRecord &group) override;
    void removeGroup(const Address &owner, int number) override;
    QList<InvitationRecord> invitations() const override;
    QList<InvitationRecord> invitationsTo(const Address &address) const override;
    int countInvitationsFrom(const Address &address) const override;
    void addInvitation(const InvitationRecord &invitation) override;
    void removeInvitationsTo(const Address &address) override;
    QList<StoredMessage> storedMessages(const Address &to) const override;
    int countStoredMessages(const Address &to) const override;
    int countStoredMessages(const Address &to, const Address &from) const override;
    void addStoredMessage(const StoredMessage &message) override;
    void removeStoredMessages(const Address &to, const Address &from) override;
    QList<CircleRecord> circles() const override;
    void saveCircle(const CircleRecord &circle) override;
    void removeCircle(const QString &name) override;
    Outcome commit() override;
    /// Forgets all writes since the last commit.
    void rollback();

protected:
    /// Whether there are writes since the last commit.
    bool isChanged() const { return !m_undo.empty(); }

private:
    struct Entry
    {
        AccountRecord account;
        PasswordHash password;
        QByteArray picture;
        QMap<Address, ContactRecord> contacts;
        QMap<int, GroupRecord> groups;
        QList<StoredMessage> messages;
    };
    Entry *find(const Address &address);
    const Entry *find(const Address &address) const;
    /// Changes the contact or group \p key of \p owner; nothing there afterwards if \p value is empty.
    template <typename Key, typename Value>
    void replace(QMap<Key, Value> Entry::*part, const Address &owner, const Key &key,
        const std::optional<Value> &value);

    QMap<Address, Entry> m_entries;
    QList<InvitationRecord> m_invitations;
    QMap<QString, CircleRecord> m_circles;
    std::vector<std::function<void()>> m_undo; ///< takes the writes since the last commit back
};

} // namespace Msn
