#include "core/storage/savedaccounts.h"

#include "core/storage/settings.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

namespace Msn {

namespace {

const QString accountsKey = QStringLiteral("accounts");

QJsonObject toJson(const SavedAccount &account)
{
    return {{QStringLiteral("address"), account.address.toString()},
        {QStringLiteral("network"), account.network},
        {QStringLiteral("status"), QString::fromLatin1(encodeStatus(account.initialStatus))},
        {QStringLiteral("passwordSaved"), account.passwordSaved},
        {QStringLiteral("signInAutomatically"), account.signInAutomatically},
        {QStringLiteral("throughGateway"), account.throughGateway}};
}

SavedAccount accountFromJson(const QJsonObject &json)
{
    SavedAccount account;
    account.address = Address(json.value(QLatin1String("address")).toString());
    account.network = json.value(QLatin1String("network")).toString();
    account.initialStatus
        = parseStatus(json.value(QLatin1String("status")).toString().toLatin1()).value_or(Status::Online);
    account.passwordSaved = json.value(QLatin1String("passwordSaved")).toBool();
    account.signInAutomatically = json.value(QLatin1String("signInAutomatically")).toBool();
    account.throughGateway = json.value(QLatin1String("throughGateway")).toBool();
    return account;
}

bool isSame(const SavedAccount &account, const Address &address, const QString &network)
{
    return account.address == address && account.network == network;
}

} // namespace

SavedAccounts::SavedAccounts(Settings &settings)
    : m_settings(settings)
{
}

QList<SavedAccount> SavedAccounts::all() const
{
    QList<SavedAccount> accounts;
    const QJsonArray array = m_settings.json(accountsKey).toArray();
    for (const auto &entry : array) {
        const SavedAccount account = accountFromJson(entry.toObject());
        if (account.address.isValid())
            accounts.append(account);
    }
    return accounts;
}

QList<SavedAccount> SavedAccounts::of(const QString &network) const
{
    QList<SavedAccount> accounts = all();
    accounts.removeIf([&](const SavedAccount &account) { return account.network != network; });
    return accounts;
}

SavedAccount SavedAccounts::find(const Address &address, const QString &network) const
{
    const QList<SavedAccount> accounts = all();
    const auto found = std::find_if(accounts.begin(), accounts.end(),
        [&](const SavedAccount &account) { return isSame(account, address, network); });
    return found == accounts.end() ? SavedAccount() : *found;
}

void SavedAccounts::remember(const SavedAccount &account)
{
    QList<SavedAccount> accounts = all();
    accounts.removeIf(
        [&](const SavedAccount &other) { return isSame(other, account.address, account.network); });
    accounts.prepend(account);
    store(accounts);
}

void SavedAccounts::update(const SavedAccount &account)
{
    QList<SavedAccount> accounts = all();
    for (SavedAccount &other : accounts) {
        if (isSame(other, account.address, account.network))
            other = account;
    }
    store(accounts);
}

void SavedAccounts::forget(const Address &address, const QString &network)
{
    QList<SavedAccount> accounts = all();
    accounts.removeIf([&](const SavedAccount &other) { return isSame(other, address, network); });
    store(accounts);
}

void SavedAccounts::store(const QList<SavedAccount> &accounts)
{
    QJsonArray array;
    for (const SavedAccount &account : accounts)
        array.append(toJson(account));
    m_settings.setJson(accountsKey, array);
}

} // namespace Msn
