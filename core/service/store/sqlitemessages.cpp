#include "core/service/store/sqliteaccountstore.h"

#include "core/service/store/sqliterows.h"

namespace Msn {

using namespace SqliteRows;

namespace {

/// Columns: sender, sender_name, recipient, text, time.
InvitationRecord invitationOf(const QSqlQuery &row)
{
    return {Address(text(row, 0)), FriendlyName(text(row, 1)), Address(text(row, 2)), text(row, 3),
        QDateTime::fromMSecsSinceEpoch(row.value(4).toLongLong(), Qt::UTC)};
}

/// Columns: sender, sender_name, recipient, time, payload.
StoredMessage messageOf(const QSqlQuery &row)
{
    return {Address(text(row, 0)), FriendlyName(text(row, 1)), Address(text(row, 2)),
        QDateTime::fromMSecsSinceEpoch(row.value(3).toLongLong(), Qt::UTC), row.value(4).toByteArray()};
}

} // namespace

QList<InvitationRecord> SqliteAccountStore::invitations() const
{
    return all<InvitationRecord>(m_statements,
        "SELECT sender, sender_name, recipient, text, time FROM invitations ORDER BY number", {},
        invitationOf);
}

QList<InvitationRecord> SqliteAccountStore::invitationsTo(const Address &address) const
{
    return all<InvitationRecord>(m_statements,
        "SELECT sender, sender_name, recipient, text, time FROM invitations"
        " WHERE recipient_key = ? ORDER BY number",
        {address.key()}, invitationOf);
}

int SqliteAccountStore::countInvitationsFrom(const Address &address) const
{
    return count("SELECT count(*) FROM invitations WHERE sender_key = ?", {address.key()});
}

void SqliteAccountStore::addInvitation(const InvitationRecord &invitation)
{
    write("INSERT INTO invitations (sender_key, sender, sender_name, recipient_key, recipient, text, time)"
          " VALUES (?, ?, ?, ?, ?, ?, ?)",
        {invitation.from.key(), invitation.from.toString(), invitation.fromName.text(), invitation.to.key(),
            invitation.to.toString(), invitation.text, invitation.time.toMSecsSinceEpoch()});
}

void SqliteAccountStore::removeInvitationsTo(const Address &address)
{
    write("DELETE FROM invitations WHERE recipient_key = ?", {address.key()});
}

QList<StoredMessage> SqliteAccountStore::storedMessages(const Address &to) const
{
    return all<StoredMessage>(m_statements,
        "SELECT sender, sender_name, address, time, payload FROM offline_messages"
        " JOIN accounts ON key = recipient_key WHERE recipient_key = ? ORDER BY number",
        {to.key()}, messageOf);
}

int SqliteAccountStore::countStoredMessages(const Address &to) const
{
    return count("SELECT count(*) FROM offline_messages WHERE recipient_key = ?", {to.key()});
}

void SqliteAccountStore::addStoredMessage(const StoredMessage &message)
{
    write("INSERT INTO offline_messages (recipient_key, sender_key, sender, sender_name, time, payload)"
          " SELECT key, ?, ?, ?, ?, ? FROM accounts WHERE key = ?",
        {message.from.key(), message.from.toString(), message.fromName.text(),
            message.time.toMSecsSinceEpoch(), message.payload, message.to.key()});
}

void SqliteAccountStore::removeStoredMessages(const Address &to, const Address &from)
{
    write("DELETE FROM offline_messages WHERE recipient_key = ? AND sender_key = ?", {to.key(), from.key()});
}

int SqliteAccountStore::countStoredMessages(const Address &to, const Address &from) const
{
    return count("SELECT count(*) FROM offline_messages WHERE recipient_key = ? AND sender_key = ?",
        {to.key(), from.key()});
}

} // namespace Msn
