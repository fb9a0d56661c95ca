#pragma once

#include "core/base/address.h"
#include "core/protocol/status.h"

#include <QList>
#include <QString>

namespace Msn {

class Settings;

/// An account the sign-in page remembers. Its password, if remembered, is in the keychain.
struct SavedAccount
{
    Address address;
    QString network;
    Status initialStatus = Status::Online;
    bool passwordSaved = false;
    bool signInAutomatically = false;
    /// The way that worked last: the web gateway of the network instead of the direct one.
    bool throughGateway = false;

    friend bool operator==(const SavedAccount &, const SavedAccount &) = default;
};

/// The remembered accounts of a profile, the one used last first.
class SavedAccounts
{
public:
    /// \p settings must outlive this object.
    explicit SavedAccounts(Settings &settings);

    QList<SavedAccount> all() const;
    /// The accounts of \p network.
    QList<SavedAccount> of(const QString &network) const;
    /// Nothing is found: an account with an empty address.
    SavedAccount find(const Address &address, const QString &network) const;

    /// Remembers, or changes, and moves to the front.
    void remember(const SavedAccount &account);
    /// Changes one that is remembered, where it stands; nothing if it is not.
    void update(const SavedAccount &account);
    void forget(const Address &address, const QString &network);

private:
    void store(const QList<SavedAccount> &accounts);

    Settings &m_settings;
};

} // namespace Msn
