#pragma once

#include "core/service/store/memoryaccountstore.h"

#include <QDateTime>
#include <QLockFile>
#include <QString>

namespace Msn {

/// Accounts in one JSON file. Several processes may use it at once: a change is made under a lock,
/// on what the file says at that moment, and written whole or not at all.
class FileAccountStore : public AccountStore
{
public:
    /// The file need not exist yet; its folder must.
    explicit FileAccountStore(const QString &path);
    ~FileAccountStore() override;

    /// Reads the file. Errors: StorageFailed with the path as subject.
    Outcome open();

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

private:
    /// What the file looked like when it was last read or written.
    struct Stamp
    {
        QDateTime modified;
        qint64 size = -1;
        friend bool operator==(const Stamp &, const Stamp &) = default;
    };

    Stamp currentStamp() const;
    Outcome load() const;
    Outcome write() const;
    const MemoryAccountStore &current() const;
    MemoryAccountStore &changing();

    QString m_path;
    QLockFile m_lock;
    mutable MemoryAccountStore m_memory;
    mutable Stamp m_stamp;
    mutable bool m_isReadable = true;
    bool m_isChanging = false;
};

} // namespace Msn
