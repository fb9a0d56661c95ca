#include "core/service/store/sqliteaccountstore.h"

#include "core/service/store/accountschema.h"
#include "core/sqlite/sqlitefile.h"

#include <utility>

namespace Msn {

namespace {

QString text(const QSqlQuery &row, int column)
{
    return row.value(column).toString();
}

QString idText(const QUuid &id)
{
    return id.toString(QUuid::WithoutBraces);
}

/// `,1,4,`: a number is found by looking for `,4,`.
QString groupsText(const QList<int> &groups)
{
    QString result;
    for (const int group : groups)
        result += QLatin1Char(',') + QString::number(group);
    return result.isEmpty() ? result : result + QLatin1Char(',');
}

QList<int> groupsOf(const QString &text)
{
    QList<int> groups;
    const auto numbers = QStringView(text).split(QLatin1Char(','), Qt::SkipEmptyParts);
    for (const QStringView number : numbers)
        groups.append(number.toInt());
    return groups;
}

/// Columns: address, name, lists, in_groups, id.
ContactRecord contactOf(const QSqlQuery &row)
{
    return {Address(text(row, 0)), FriendlyName(text(row, 1)), parseListBits(row.value(2).toInt()),
        groupsOf(text(row, 3)), QUuid::fromString(text(row, 4))};
}

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

template <typename Record, typename Convert>
QList<Record> all(
    SqliteStatements &statements, const char *sql, const QVariantList &values, const Convert &convert)
{
    QList<Record> records;
    statements.read(sql, values, [&](const QSqlQuery &row) { records.append(convert(row)); });
    return records;
}

std::optional<ContactRecord> onlyContact(
    SqliteStatements &statements, const char *sql, const QVariantList &values)
{
    std::optional<ContactRecord> found;
    statements.read(sql, values, [&found](const QSqlQuery &row) { found = contactOf(row); });
    return found;
}

Address addressOf(const QSqlQuery &row)
{
    return Address(text(row, 0));
}

} // namespace

SqliteAccountStore::SqliteAccountStore(std::unique_ptr<SqliteConnection> connection)
    : m_connection(std::move(connection))
    , m_statements(*m_connection)
{
}

Expected<std::unique_ptr<SqliteAccountStore>, Error> SqliteAccountStore::open(const QString &path)
{
    auto connection = SqliteConnection::open({path}, SqliteConnection::Access::Write);
    if (!connection)
        return Unexpected(connection.error());
    if (const Outcome migrated = migrateAccounts(**connection); !migrated)
        return Unexpected(migrated.error());
    return std::unique_ptr<SqliteAccountStore>(new SqliteAccountStore(std::move(connection).value()));
}

/// The first write of a change opens its transaction; after one that failed the rest is left out.
void SqliteAccountStore::write(const char *sql, const QVariantList &values)
{
    if (!std::exchange(m_isChanging, true))
        m_change = m_statements.run("BEGIN IMMEDIATE");
    if (m_change)
        m_change = m_statements.run(sql, values);
}

Outcome SqliteAccountStore::commit()
{
    if (!std::exchange(m_isChanging, false))
        return {};
    if (m_change)
        m_change = m_statements.run("COMMIT");
    if (!m_change)
        m_statements.run("ROLLBACK");
    return m_change;
}

void SqliteAccountStore::rollback()
{
    if (std::exchange(m_isChanging, false))
        m_statements.run("ROLLBACK");
}

int SqliteAccountStore::count(const char *sql, const QVariantList &values) const
{
    return m_statements.value(sql, values).value_or(QVariant()).toInt();
}

QList<Address> SqliteAccountStore::addresses() const
{
    return all<Address>(m_statements, "SELECT address FROM accounts ORDER BY key", {}, addressOf);
}

std::optional<AccountRecord> SqliteAccountStore::account(const Address &address) const
{
    std::optional<AccountRecord> account;
    m_statements.read(
        "SELECT address, name, list_version, privacy, prompt, member_id FROM accounts WHERE key = ?",
        {address.key()}, [&account](const QSqlQuery &row) {
            account
                = AccountRecord{Address(text(row, 0)), FriendlyName(text(row, 1)), row.value(2).toLongLong(),
                    parseDefaultPrivacy(text(row, 3).toLatin1()).value_or(DefaultPrivacy::AllowOthers),
                    parseAddPrompt(text(row, 4).toLatin1()).value_or(AddPrompt::Ask), {},
                    static_cast<quint64>(row.value(5).toLongLong())};
        });
    if (account)
        m_statements.read("SELECT name, value FROM properties WHERE owner_key = ?", {address.key()},
            [&account](
                const QSqlQuery &row) { account->properties.insert(text(row, 0).toLatin1(), text(row, 1)); });
    return account;
}

void SqliteAccountStore::saveAccount(const AccountRecord &account)
{
    write("INSERT INTO accounts (key, address, name, list_version, privacy, prompt, member_id)"
          " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (key) DO UPDATE SET address = excluded.address,"
          " name = excluded.name, list_version = excluded.list_version, privacy = excluded.privacy,"
          " prompt = excluded.prompt, member_id = excluded.member_id",
        {account.address.key(), account.address.toString(), account.name.text(), account.listVersion,
            QString::fromLatin1(encodeDefaultPrivacy(account.privacy)),
            QString::fromLatin1(encodeAddPrompt(account.prompt)), static_cast<qint64>(account.memberId)});
    saveProperties(account);
}

/// Only those that are not as they were.
void SqliteAccountStore::saveProperties(const AccountRecord &account)
{
    const auto known = this->account(account.address);
    QMap<QByteArray, QString> before = known ? known->properties : QMap<QByteArray, QString>();
    const QString owner = account.address.key();
    for (auto property = account.properties.cbegin(); property != account.properties.cend(); ++property) {
        const auto old = before.constFind(property.key());
        if (old == before.cend() || *old != property.value())
            write("INSERT OR REPLACE INTO properties (owner_key, name, value) VALUES (?, ?, ?)",
                {owner, QString::fromLatin1(property.key()), property.value()});
        before.remove(property.key());
    }
    for (auto gone = before.cbegin(); gone != before.cend(); ++gone)
        write("DELETE FROM properties WHERE owner_key = ? AND name = ?",
            {owner, QString::fromLatin1(gone.key())});
}

void SqliteAccountStore::removeAccount(const Address &address)
{
    write("DELETE FROM accounts WHERE key = ?", {address.key()});
}

PasswordHash SqliteAccountStore::passwordHash(const Address &address) const
{
    const auto password = m_statements.value("SELECT password FROM accounts WHERE key = ?", {address.key()});
    return {password.value_or(QVariant()).toString().toLatin1()};
}

void SqliteAccountStore::setPasswordHash(const Address &address, const PasswordHash &hash)
{
    write("UPDATE accounts SET password = ? WHERE key = ?", {QString::fromLatin1(hash.text), address.key()});
}

qint64 SqliteAccountStore::raiseListVersion(const Address &address)
{
    write("UPDATE accounts SET list_version = list_version + 1 WHERE key = ?", {address.key()});
    const auto version
        = m_statements.value("SELECT list_version FROM accounts WHERE key = ?", {address.key()});
    return version.value_or(QVariant()).toLongLong();
}

QList<ContactRecord> SqliteAccountStore::contacts(const Address &owner) const
{
    return all<ContactRecord>(m_statements,
        "SELECT address, name, lists, in_groups, id FROM contacts WHERE owner_key = ? ORDER BY key",
        {owner.key()}, contactOf);
}

std::optional<ContactRecord> SqliteAccountStore::contact(const Address &owner, const Address &address) const
{
    return onlyContact(m_statements,
        "SELECT address, name, lists, in_groups, id FROM contacts WHERE owner_key = ? AND key = ?",
        {owner.key(), address.key()});
}

std::optional<ContactRecord> SqliteAccountStore::contactById(const Address &owner, const QUuid &id) const
{
    return onlyContact(m_statements,
        "SELECT address, name, lists, in_groups, id FROM contacts WHERE owner_key = ? AND id = ?",
        {owner.key(), idText(id)});
}

QList<ContactRecord> SqliteAccountStore::contactsInGroup(const Address &owner, int group) const
{
    return all<ContactRecord>(m_statements,
        "SELECT address, name, lists, in_groups, id FROM contacts"
        " WHERE owner_key = ? AND instr(in_groups, ?) > 0 ORDER BY key",
        {owner.key(), groupsText({group})}, contactOf);
}

QList<Address> SqliteAccountStore::listed(const Address &owner, List list) const
{
    return all<Address>(m_statements,
        "SELECT address FROM contacts WHERE owner_key = ? AND (lists & ?) != 0 ORDER BY key",
        {owner.key(), static_cast<int>(list)}, addressOf);
}

int SqliteAccountStore::countListed(const Address &owner, List list) const
{
    return count("SELECT count(*) FROM contacts WHERE owner_key = ? AND (lists & ?) != 0",
        {owner.key(), static_cast<int>(list)});
}

QList<Address> SqliteAccountStore::ownersOf(const Address &address) const
{
    return all<Address>(m_statements,
        "SELECT accounts.address FROM contacts JOIN accounts ON accounts.key = contacts.owner_key"
        " WHERE contacts.key = ? ORDER BY accounts.key",
        {address.key()}, addressOf);
}

void SqliteAccountStore::saveContact(const Address &owner, const ContactRecord &contact)
{
    write("INSERT OR REPLACE INTO contacts (owner_key, key, address, name, lists, in_groups, id)"
          " SELECT key, ?, ?, ?, ?, ?, ? FROM accounts WHERE key = ?",
        {contact.address.key(), contact.address.toString(), contact.name.text(),
            static_cast<int>(contact.lists.toInt()), groupsText(contact.groups), idText(contact.id),
            owner.key()});
}

void SqliteAccountStore::removeContact(const Address &owner, const Address &address)
{
    write("DELETE FROM contacts WHERE owner_key = ? AND key = ?", {owner.key(), address.key()});
}

QList<GroupRecord> SqliteAccountStore::groups(const Address &owner) const
{
    return all<GroupRecord>(m_statements,
        "SELECT number, id, name FROM contact_groups WHERE owner_key = ? ORDER BY number", {owner.key()},
        [](const QSqlQuery &row) {
            return GroupRecord{
                row.value(0).toInt(), QUuid::fromString(text(row, 1)), FriendlyName(text(row, 2))};
        });
}

void SqliteAccountStore::saveGroup(const Address &owner, const GroupRecord &group)
{
    write("INSERT OR REPLACE INTO contact_groups (owner_key, number, id, name)"
          " SELECT key, ?, ?, ? FROM accounts WHERE key = ?",
        {group.number, idText(group.id), group.name.text(), owner.key()});
}

void SqliteAccountStore::removeGroup(const Address &owner, int number)
{
    write("DELETE FROM contact_groups WHERE owner_key = ? AND number = ?", {owner.key(), number});
}

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

QList<CircleRecord> SqliteAccountStore::circles() const
{
    auto circles = all<CircleRecord>(m_statements, "SELECT name, takes_everybody FROM circles ORDER BY name",
        {}, [](const QSqlQuery &row) {
            return CircleRecord{text(row, 0), row.value(1).toBool(), {}};
        });
    for (CircleRecord &circle : circles)
        circle.members = all<Address>(m_statements,
            "SELECT address FROM circle_members JOIN accounts ON key = member_key"
            " WHERE circle = ? ORDER BY key",
            {circle.name}, addressOf);
    return circles;
}

void SqliteAccountStore::saveCircle(const CircleRecord &circle)
{
    removeCircle(circle.name);
    write("INSERT INTO circles (name, takes_everybody) VALUES (?, ?)", {circle.name, circle.takesEverybody});
    for (const Address &member : circle.members)
        write("INSERT INTO circle_members (circle, member_key) SELECT ?, key FROM accounts WHERE key = ?",
            {circle.name, member.key()});
}

void SqliteAccountStore::removeCircle(const QString &name)
{
    write("DELETE FROM circles WHERE name = ?", {name});
}

Outcome SqliteAccountStore::copyTo(const QString &path) const
{
    return copySqliteFile(*m_connection, path);
}

} // namespace Msn
