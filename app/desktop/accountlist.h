#pragma once

#include <QList>
#include <QObject>
#include <QString>

namespace Msn {
class Account;
class Address;
class ContactAnnotations;
} // namespace Msn

namespace App {

/// The accounts that somebody is signed in with, or was until the connection was lost a moment ago.
/// Alerts, tray, idle and D-Bus work on all of them.
class AccountList : public QObject
{
    Q_OBJECT

public:
    struct Entry
    {
        Msn::Account *account = nullptr;
        QString network; ///< name in the catalog: with the address it names the account for ever
        QString networkTitle; ///< as people read it
        /// Nicknames; may be null. As long as the entry.
        const Msn::ContactAnnotations *annotations = nullptr;

        /// The person's own name for somebody, else theirs, else the address.
        QString nameOf(const Msn::Address &address) const;
    };

    using QObject::QObject;

    const QList<Entry> &entries() const { return m_entries; }
    bool isEmpty() const { return m_entries.isEmpty(); }
    const Entry *find(const Msn::Account &account) const;
    /// Nullptr if nobody is signed in under \p address.
    const Entry *find(const Msn::Address &address) const;
    /// Whoever has \p contact on their list, else the first who is signed in; nullptr if nobody is.
    const Entry *bestFor(const Msn::Address &contact) const;
    /// Signed in, not waiting for a lost connection.
    QList<Msn::Account *> online() const;

    /// Once for each; \p account must outlive its entry.
    void add(const Entry &entry);
    void remove(Msn::Account &account);

Q_SIGNALS:
    void added(Msn::Account *account);
    /// The entry is gone already, the account still there.
    void removed(Msn::Account *account);

private:
    QList<Entry> m_entries;
};

} // namespace App
