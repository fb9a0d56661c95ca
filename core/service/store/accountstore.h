#pragma once

#include "core/base/address.h"
#include "core/base/completion.h"
#include "core/base/friendlyname.h"
#include "core/protocol/lists.h"
#include "core/service/security/passwordhash.h"
#include "core/service/store/accountcare.h"

#include <QDateTime>
#include <QList>
#include <QMap>
#include <QUuid>

#include <optional>

namespace Msn {

/// Everything an account has once. Independent of any protocol version.
struct AccountRecord
{
    Address address;
    FriendlyName name;
    /// Goes up by one with every change of lists, groups and settings (contact-list.md §11).
    qint64 listVersion = 1;
    DefaultPrivacy privacy = DefaultPrivacy::AllowOthers;
    AddPrompt prompt = AddPrompt::Ask;
    /// PHH PHW PHM MOB MBE WWE; empty values are not kept.
    QMap<QByteArray, QString> properties;
    quint64 memberId = 0;
    /// What the host has settled for this person.
    AccountCare care;

    friend bool operator==(const AccountRecord &, const AccountRecord &) = default;
};

/// Somebody on at least one list of an account.
struct ContactRecord
{
    Address address;
    /// As the owner calls them; the address itself where the owner does not know better.
    FriendlyName name;
    Lists lists;
    /// Numbers of groups, ascending; 0 alone = in no group of its own. Forward list only.
    QList<int> groups;
    /// Contact id of MSNP10.
    QUuid id;

    friend bool operator==(const ContactRecord &, const ContactRecord &) = default;
};

/// A group of an account. Group 0 always exists.
struct GroupRecord
{
    int number = 0; ///< id in MSNP8 and MSNP9
    QUuid id; ///< id in MSNP10
    FriendlyName name;

    friend bool operator==(const GroupRecord &, const GroupRecord &) = default;
};

/// SDC: somebody was invited who had no account here.
struct InvitationRecord
{
    Address from;
    FriendlyName fromName;
    Address to;
    QString text;
    QDateTime time;

    friend bool operator==(const InvitationRecord &, const InvitationRecord &) = default;
};

/// A message that came while the person it is for was not there.
struct StoredMessage
{
    Address from;
    FriendlyName fromName;
    Address to;
    QDateTime time;
    QByteArray payload; ///< as it was sent

    friend bool operator==(const StoredMessage &, const StoredMessage &) = default;
};

/// People who have each other on their lists to begin with (circleadministration.h).
struct CircleRecord
{
    QString name;
    bool takesEverybody = false; ///< also those who come later
    QList<Address> members; ///< in the order of the addresses

    friend bool operator==(const CircleRecord &, const CircleRecord &) = default;
};

/// Where accounts live. Reads see what was written before; writes are kept for good by commit().
/// A write about an account that does not exist does nothing. What one change reads and writes does
/// not grow with the account, nor with the number of accounts: whole lists are for those who show them.
class AccountStore
{
public:
    AccountStore() = default;
    virtual ~AccountStore() = default;

    virtual QList<Address> addresses() const = 0;
    virtual std::optional<AccountRecord> account(const Address &address) const = 0;
    /// Whether AccountCare::asks; asked with every change of a status.
    virtual bool asksForPeople(const Address &address) const
    {
        const auto known = account(address);
        return known && known->care.asks;
    }
    /// Adds or replaces.
    virtual void saveAccount(const AccountRecord &account) = 0;
    /// With its lists, groups, password and picture; not what others have of it.
    virtual void removeAccount(const Address &address) = 0;
    /// Empty if there is no such account.
    virtual PasswordHash passwordHash(const Address &address) const = 0;
    virtual void setPasswordHash(const Address &address, const PasswordHash &hash) = 0;
    /// One more than it was, and that is returned; 0 if there is no such account.
    virtual qint64 raiseListVersion(const Address &address) = 0;

    /// A PNG that the host has given (givenpicture.h), empty if there is none. Not in AccountRecord: it is
    /// large, and seldom needed.
    virtual QByteArray picture(const Address &address) const = 0;
    /// Empty: none.
    virtual void setPicture(const Address &address, const QByteArray &png) = 0;

    /// In the order of the addresses.
    virtual QList<ContactRecord> contacts(const Address &owner) const = 0;
    virtual std::optional<ContactRecord> contact(const Address &owner, const Address &address) const = 0;
    /// By its id, which no two contacts of an owner share.
    virtual std::optional<ContactRecord> contactById(const Address &owner, const QUuid &id) const = 0;
    /// Those in one group, in the order of the addresses.
    virtual QList<ContactRecord> contactsInGroup(const Address &owner, int group) const = 0;
    /// Those on one list, in the order of the addresses.
    virtual QList<Address> listed(const Address &owner, List list) const = 0;
    virtual int countListed(const Address &owner, List list) const = 0;
    /// Accounts that have \p address on any list.
    virtual QList<Address> ownersOf(const Address &address) const = 0;
    virtual void saveContact(const Address &owner, const ContactRecord &contact) = 0;
    virtual void removeContact(const Address &owner, const Address &address) = 0;

    /// In the order of the numbers.
    virtual QList<GroupRecord> groups(const Address &owner) const = 0;
    virtual void saveGroup(const Address &owner, const GroupRecord &group) = 0;
    virtual void removeGroup(const Address &owner, int number) = 0;

    /// Oldest first.
    virtual QList<InvitationRecord> invitations() const = 0;
    virtual QList<InvitationRecord> invitationsTo(const Address &address) const = 0;
    virtual int countInvitationsFrom(const Address &address) const = 0;
    virtual void addInvitation(const InvitationRecord &invitation) = 0;
    virtual void removeInvitationsTo(const Address &address) = 0;

    /// Oldest first.
    virtual QList<StoredMessage> storedMessages(const Address &to) const = 0;
    virtual int countStoredMessages(const Address &to) const = 0;
    virtual int countStoredMessages(const Address &to, const Address &from) const = 0;
    /// Nothing is kept for somebody who has no account.
    virtual void addStoredMessage(const StoredMessage &message) = 0;
    virtual void removeStoredMessages(const Address &to, const Address &from) = 0;

    /// In the order of the names.
    virtual QList<CircleRecord> circles() const = 0;
    /// Adds or replaces. Members without an account are left out.
    virtual void saveCircle(const CircleRecord &circle) = 0;
    virtual void removeCircle(const QString &name) = 0;

    /// Keeps all writes since the last commit, or forgets them all. Errors: StorageFailed, StorageBusy,
    /// StorageFull, StorageDamaged.
    virtual Outcome commit() = 0;

protected:
    AccountStore(const AccountStore &) = default;
    AccountStore &operator=(const AccountStore &) = default;
};

} // namespace Msn
