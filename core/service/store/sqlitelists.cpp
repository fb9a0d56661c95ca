#include "core/service/store/sqliteaccountstore.h"

#include "core/service/store/sqliterows.h"

namespace Msn {

using namespace SqliteRows;

namespace {

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

std::optional<ContactRecord> onlyContact(
    SqliteStatements &statements, const char *sql, const QVariantList &values)
{
    std::optional<ContactRecord> found;
    statements.read(sql, values, [&found](const QSqlQuery &row) { found = contactOf(row); });
    return found;
}

} // namespace

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

} // namespace Msn
