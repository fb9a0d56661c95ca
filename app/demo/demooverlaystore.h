#pragma once

#include "core/service/store/memoryaccountstore.h"

namespace App {

/// Adds the demo accounts to a store without writing them there: what belongs to an account of
/// the demo network stays in memory, everything else goes to the store below.
class DemoOverlayStore : public Msn::AccountStore
{
public:
    /// \p below must outlive this.
    explicit DemoOverlayStore(Msn::AccountStore &below);

    QList<Msn::Address> addresses() const override;
    std::optional<Msn::AccountRecord> account(const Msn::Address &address) const override;
    void saveAccount(const Msn::AccountRecord &account) override;
    void removeAccount(const Msn::Address &address) override;
    Msn::PasswordHash passwordHash(const Msn::Address &address) const override;
    void setPasswordHash(const Msn::Address &address, const Msn::PasswordHash &hash) override;
    qint64 raiseListVersion(const Msn::Address &address) override;
    QByteArray picture(const Msn::Address &address) const override;
    void setPicture(const Msn::Address &address, const QByteArray &png) override;
    QList<Msn::ContactRecord> contacts(const Msn::Address &owner) const override;
    std::optional<Msn::ContactRecord> contact(
        const Msn::Address &owner, const Msn::Address &address) const override;
    std::optional<Msn::ContactRecord> contactById(const Msn::Address &owner, const QUuid &id) const override;
    QList<Msn::ContactRecord> contactsInGroup(const Msn::Address &owner, int group) const override;
    QList<Msn::Address> listed(const Msn::Address &owner, Msn::List list) const override;
    int countListed(const Msn::Address &owner, Msn::List list) const override;
    QList<Msn::Address> ownersOf(const Msn::Address &address) const override;
    void saveContact(const Msn::Address &owner, const Msn::ContactRecord &contact) override;
    void removeContact(const Msn::Address &owner, const Msn::Address &address) override;
    QList<Msn::GroupRecord> groups(const Msn::Address &owner) const override;
    void saveGroup(const Msn::Address &owner, const Msn::GroupRecord &group) override;
    void removeGroup(const Msn::Address &owner, int number) override;
    QList<Msn::InvitationRecord> invitations() const override;
    QList<Msn::InvitationRecord> invitationsTo(const Msn::Address &address) const override;
    int countInvitationsFrom(const Msn::Address &address) const override;
    void addInvitation(const Msn::InvitationRecord &invitation) override;
    void removeInvitationsTo(const Msn::Address &address) override;
    QList<Msn::StoredMessage> storedMessages(const Msn::Address &to) const override;
    int countStoredMessages(const Msn::Address &to) const override;
    int countStoredMessages(const Msn::Address &to, const Msn::Address &from) const override;
    void addStoredMessage(const Msn::StoredMessage &message) override;
    void removeStoredMessages(const Msn::Address &to, const Msn::Address &from) override;
    QList<Msn::CircleRecord> circles() const override;
    void saveCircle(const Msn::CircleRecord &circle) override;
    void removeCircle(const QString &name) override;
    Msn::Outcome commit() override;

private:
    Msn::AccountStore &storeOf(const Msn::Address &address);
    const Msn::AccountStore &storeOf(const Msn::Address &address) const;

    Msn::AccountStore &m_below;
    Msn::MemoryAccountStore m_demo;
};

} // namespace App
