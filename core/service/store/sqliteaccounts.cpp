#include "core/service/store/sqliteaccountstore.h"

#include "core/service/store/sqliterows.h"

namespace Msn {

using namespace SqliteRows;

namespace {

constexpr int msPerMinute = 60'000;

int minuteOf(const std::optional<QuietHours> &quiet, QTime QuietHours::*edge)
{
    return quiet ? ((*quiet).*edge).msecsSinceStartOfDay() / msPerMinute : -1;
}

/// Columns from \p first on: asks, quiet_from, quiet_until, refuses_files.
AccountCare careIn(const QSqlQuery &row, int first)
{
    AccountCare care;
    care.asks = row.value(first).toBool();
    const int from = row.value(first + 1).toInt();
    const int until = row.value(first + 2).toInt();
    if (from >= 0 && until >= 0)
        care.quiet = QuietHours{QTime::fromMSecsSinceStartOfDay(from * msPerMinute),
            QTime::fromMSecsSinceStartOfDay(until * msPerMinute)};
    care.refusesFiles = row.value(first + 3).toBool();
    return care;
}

} // namespace

QList<Address> SqliteAccountStore::addresses() const
{
    return all<Address>(m_statements, "SELECT address FROM accounts ORDER BY key", {}, addressOf);
}

std::optional<AccountRecord> SqliteAccountStore::account(const Address &address) const
{
    std::optional<AccountRecord> account;
    m_statements.read(
        "SELECT address, name, list_version, privacy, prompt, member_id, asks, quiet_from, quiet_until,"
        " refuses_files FROM accounts WHERE key = ?",
        {address.key()}, [&account](const QSqlQuery &row) {
            account
                = AccountRecord{Address(text(row, 0)), FriendlyName(text(row, 1)), row.value(2).toLongLong(),
                    parseDefaultPrivacy(text(row, 3).toLatin1()).value_or(DefaultPrivacy::AllowOthers),
                    parseAddPrompt(text(row, 4).toLatin1()).value_or(AddPrompt::Ask), {},
                    static_cast<quint64>(row.value(5).toLongLong()), careIn(row, 6)};
        });
    if (account)
        m_statements.read("SELECT name, value FROM properties WHERE owner_key = ?", {address.key()},
            [&account](
                const QSqlQuery &row) { account->properties.insert(text(row, 0).toLatin1(), text(row, 1)); });
    if (account && account->care.asks)
        m_statements.read("SELECT address, approved FROM care_people WHERE owner_key = ?", {address.key()},
            [&account](const QSqlQuery &row) {
                account->care.people.insert(addressOf(row), row.value(1).toBool());
            });
    return account;
}

bool SqliteAccountStore::asksForPeople(const Address &address) const
{
    return m_statements.value("SELECT asks FROM accounts WHERE key = ?", {address.key()})
        .value_or(QVariant())
        .toBool();
}

void SqliteAccountStore::saveAccount(const AccountRecord &account)
{
    const auto before = this->account(account.address);
    write("INSERT INTO accounts (key, address, name, list_version, privacy, prompt, member_id, asks,"
          " quiet_from, quiet_until, refuses_files)"
          " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (key) DO UPDATE SET"
          " address = excluded.address, name = excluded.name, list_version = excluded.list_version,"
          " privacy = excluded.privacy, prompt = excluded.prompt, member_id = excluded.member_id,"
          " asks = excluded.asks, quiet_from = excluded.quiet_from, quiet_until = excluded.quiet_until,"
          " refuses_files = excluded.refuses_files",
        {account.address.key(), account.address.toString(), account.name.text(), account.listVersion,
            QString::fromLatin1(encodeDefaultPrivacy(account.privacy)),
            QString::fromLatin1(encodeAddPrompt(account.prompt)), static_cast<qint64>(account.memberId),
            account.care.asks, minuteOf(account.care.quiet, &QuietHours::from),
            minuteOf(account.care.quiet, &QuietHours::until), account.care.refusesFiles});
    saveProperties(account, before);
    savePeople(account, before);
}

/// Only those that are not as they were.
void SqliteAccountStore::savePeople(const AccountRecord &account, const std::optional<AccountRecord> &before)
{
    QMap<Address, bool> known = before ? before->care.people : QMap<Address, bool>();
    const QString owner = account.address.key();
    const QMap<Address, bool> &people = account.care.people;
    for (auto person = people.cbegin(); person != people.cend(); ++person) {
        if (!known.contains(person.key()) || known.value(person.key()) != person.value())
            write("INSERT OR REPLACE INTO care_people (owner_key, key, address, approved)"
                  " VALUES (?, ?, ?, ?)",
                {owner, person.key().key(), person.key().toString(), person.value()});
        known.remove(person.key());
    }
    for (auto gone = known.cbegin(); gone != known.cend(); ++gone)
        write("DELETE FROM care_people WHERE owner_key = ? AND key = ?", {owner, gone.key().key()});
}

/// Only those that are not as they were.
void SqliteAccountStore::saveProperties(
    const AccountRecord &account, const std::optional<AccountRecord> &known)
{
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

} // namespace Msn
