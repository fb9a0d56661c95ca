#pragma once

#include "core/service/lists/contactbook.h"

namespace Msn {

/// What people set about themselves: name, privacy, prompt, telephone numbers. Signals fire when
/// the change is kept.
/// Source: contact-list.md §4, §8.
class SettingsBook : public QObject
{
    Q_OBJECT
public:
    SettingsBook(AccountChanges &changes, ContactBook &contacts, QObject *parent = nullptr);

    /// All return the new list version. Errors: 218 if nothing would change.
    Allowed<qint64> setPrivacy(const Address &owner, DefaultPrivacy privacy);
    Allowed<qint64> setPrompt(const Address &owner, AddPrompt prompt);
    qint64 setName(const Address &owner, const FriendlyName &name);
    /// An empty value clears. MOB stays N while MBE is N.
    qint64 setProperty(const Address &owner, const QByteArray &key, const QString &value);

    /// `N` for switches that are off, empty for the rest.
    QString property(const Address &owner, const QByteArray &key) const;

Q_SIGNALS:
    void nameChanged(const Msn::Address &owner);
    /// \p watcher may see this property of \p owner; \p version is the watcher's list version.
    void propertyChanged(
        const Msn::Address &watcher, const Msn::Address &owner, const QByteArray &key, qint64 version);

private:
    void tellWatchers(const Address &owner, const QByteArray &key);

    AccountChanges &m_changes;
    AccountStore &m_store;
    ContactBook &m_contacts;
};

} // namespace Msn
