#pragma once

#include "core/service/security/servercertificate.h"
#include "core/service/store/accountstore.h"
#include "core/sqlite/sqlitestatements.h"

namespace Msn {

/// Accounts in an SQLite file. Several processes may use it at once: each sees what the others have
/// committed. A change writes only the rows it is about, all of them or none. A source for each kind of
/// record; this one's own is about opening, keeping and copying.
class SqliteAccountStore : public AccountStore
{
public:
    /// Brings the tables up to date (accountschema.h). The file need not exist yet; its folder must.
    /// Waits \p patienceMs for another process that writes, here and with each change.
    /// Errors: as SqliteConnection, and StorageTooNew; the path is the subject.
    static Expected<std::unique_ptr<SqliteAccountStore>, Error> open(
        const QString &path, int patienceMs = briefPatienceMs);

    QList<Address> addresses() const override;
    std::optional<AccountRecord> account(const Address &address) const override;
    bool asksForPeople(const Address &address) const override;
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

    /// The certificate that was kept beside the accounts; empty if none was.
    ServerCertificate certificate() const;
    void saveCertificate(const ServerCertificate &certificate);

    Outcome commit() override;
    /// Forgets all writes since the last commit.
    void rollback();

    /// Another number than the last time if another process, or another store on the file, has committed
    /// something meanwhile.
    qint64 changesOfOthers() const;

    /// Makes a copy of all that is committed now; others may go on writing. \p path must not exist.
    /// Errors: as SqliteConnection with \p path as subject.
    Outcome copyTo(const QString &path) const;

private:
    explicit SqliteAccountStore(std::unique_ptr<SqliteConnection> connection);
    void write(const char *sql, const QVariantList &values);
    void saveProperties(const AccountRecord &account, const std::optional<AccountRecord> &known);
    void savePeople(const AccountRecord &account, const std::optional<AccountRecord> &before);
    int count(const char *sql, const QVariantList &values) const;

    const std::unique_ptr<SqliteConnection> m_connection;
    mutable SqliteStatements m_statements; ///< prepared when they are first needed
    bool m_isChanging = false; ///< a transaction is open
    Outcome m_change; ///< how its writes have gone; one that failed must not be committed
};

} // namespace Msn
