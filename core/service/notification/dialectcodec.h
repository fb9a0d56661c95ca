#pragma once

#include "core/protocol/contactlist.h"
#include "core/protocol/listchange.h"
#include "core/protocol/verb.h"
#include "core/service/lists/contactbook.h"
#include "core/service/lists/groupbook.h"

#include <QList>

#include <optional>

namespace Msn {

/// The one place of the service where its version-neutral model meets a protocol version: how a
/// client names groups and contacts, and which columns an answer has.
/// MSNP10 clients see a migrated account: GUIDs for groups and contacts, time stamps for versions
/// (contact-list.md §2).
class DialectCodec
{
public:
    explicit DialectCodec(const Dialect &dialect)
        : m_dialect(dialect)
    {
    }

    /// Whether the profile has to say ABCHMigrated.
    bool hasMigratedLists() const { return m_dialect.prefixedContacts; }
    ContactBook::GroupZero groupZero() const
    {
        return hasMigratedLists() ? ContactBook::GroupZero::MeansNone : ContactBook::GroupZero::IsAGroup;
    }
    /// Keys of PRP and BPR; MFN is a command of its own where there is one.
    bool knowsProperty(const QByteArray &key) const;
    ListVersion listVersion(qint64 version) const;
    /// For replies and notifications; absent where the dialect has none.
    std::optional<QByteArray> replyVersion(qint64 version) const;

    /// Errors: 0 for something that cannot be a group id, 224 for no group of these.
    Allowed<GroupRecord> findGroup(const GroupId &id, const QList<GroupRecord> &groups) const;
    /// The contact on the forward list of \p owner that a client means. Errors: 216.
    Allowed<ContactRecord> findContact(
        const AccountStore &store, const Address &owner, const Address &address, const ContactId &id) const;

    /// LSG lines; group 0 does not exist on migrated accounts.
    QList<Command> groupLines(const QList<GroupRecord> &groups) const;
    /// LST line; none for somebody this dialect has no list for.
    std::optional<Command> contactLine(
        const ContactRecord &contact, const FriendlyName &name, const QList<GroupRecord> &groups) const;

    Command added(TransactionId id, const ContactAddition &request, const ListChange &change,
        const std::optional<GroupRecord> &group) const;
    Command removed(TransactionId id, const ContactRemoval &request, const ListChange &change) const;
    /// ADD 0 RL, ADC 0 RL: \p who has added the owner of this list.
    Command reverseAdded(const Address &who, const FriendlyName &name, qint64 version) const;
    /// REM 0: \p who is on \p list no more, by the doing of others.
    Command listRemoved(List list, const Address &who, const QUuid &contactId, qint64 version) const;
    /// ADG, REG, RMG.
    Command groupReply(Verb verb, TransactionId id, const GroupBook::Change &change) const;
    /// BPR outside SYN.
    Command contactProperty(
        const Address &contact, const QByteArray &key, const QString &value, qint64 version) const;

private:
    GroupId groupId(const GroupRecord &group) const;
    QList<GroupId> groupIds(const QList<int> &numbers, const QList<GroupRecord> &groups) const;

    const Dialect &m_dialect;
};

QByteArray guidText(const QUuid &id);

} // namespace Msn
