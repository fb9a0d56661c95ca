#include "core/service/lists/settingsbook.h"

namespace Msn {

namespace {

bool isSwitch(const QByteArray &key)
{
    return key == "MOB" || key == "MBE";
}

/// What others may learn of somebody (contact-list.md §3 "BPR").
bool isPublic(const QByteArray &key)
{
    return key != "MBE";
}

} // namespace

SettingsBook::SettingsBook(AccountChanges &changes, ContactBook &contacts, QObject *parent)
    : QObject(parent)
    , m_changes(changes)
    , m_store(changes.store())
    , m_contacts(contacts)
{
}

Allowed<qint64> SettingsBook::setPrivacy(const Address &owner, DefaultPrivacy privacy)
{
    auto account = m_store.account(owner);
    if (!account || account->privacy == privacy)
        return Unexpected(218);
    account->privacy = privacy;
    m_store.saveAccount(*account);
    const qint64 version = m_contacts.raiseVersion(owner);
    const auto watchers = m_contacts.watchers(owner);
    for (const Address &watcher : watchers)
        m_contacts.noteVisibilityChange(owner, watcher);
    return version;
}

Allowed<qint64> SettingsBook::setPrompt(const Address &owner, AddPrompt prompt)
{
    auto account = m_store.account(owner);
    if (!account || account->prompt == prompt)
        return Unexpected(218);
    account->prompt = prompt;
    m_store.saveAccount(*account);
    return m_contacts.raiseVersion(owner);
}

qint64 SettingsBook::setName(const Address &owner, const FriendlyName &name)
{
    auto account = m_store.account(owner);
    if (!account)
        return 0;
    account->name = name;
    m_store.saveAccount(*account);
    const qint64 version = m_contacts.raiseVersion(owner);
    m_changes.whenKept([this, owner] { Q_EMIT nameChanged(owner); });
    return version;
}

qint64 SettingsBook::setProperty(const Address &owner, const QByteArray &key, const QString &value)
{
    auto account = m_store.account(owner);
    if (!account)
        return 0;
    const bool off = value.isEmpty() || (isSwitch(key) && value == QLatin1String("N"));
    const bool needsDevice = key == "MOB" && account->properties.value("MBE") != QLatin1String("Y");
    if (off || needsDevice)
        account->properties.remove(key);
    else
        account->properties.insert(key, value);
    if (key == "MBE" && off)
        account->properties.remove("MOB");
    m_store.saveAccount(*account);
    const qint64 version = m_contacts.raiseVersion(owner);
    if (isPublic(key))
        tellWatchers(owner, key);
    return version;
}

QString SettingsBook::property(const Address &owner, const QByteArray &key) const
{
    const auto account = m_store.account(owner);
    const QString value = account ? account->properties.value(key) : QString();
    return value.isEmpty() && isSwitch(key) ? QStringLiteral("N") : value;
}

void SettingsBook::tellWatchers(const Address &owner, const QByteArray &key)
{
    const auto watchers = m_contacts.watchers(owner);
    for (const Address &watcher : watchers) {
        if (!m_contacts.allows(owner, watcher))
            continue;
        const qint64 version = m_contacts.raiseVersion(watcher);
        m_changes.whenKept([=, this] { Q_EMIT propertyChanged(watcher, owner, key, version); });
    }
}

} // namespace Msn
