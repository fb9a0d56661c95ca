#pragma once

#include "core/account/account.h"

#include <QObject>
#include <QPointer>

namespace App {

/// Brings an account back the moment the computer's network does, instead of at the end of its
/// pause. Asks the system for its network state only once a connection has been lost: most starts
/// never need it.
class NetworkWatch : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// From now on for \p account; the one before is forgotten.
    void watch(Msn::Account &account);

    /// What the system's news leads to; public for whoever learns of it in another way.
    void handleReachable();

private:
    void handleState(Msn::Account::State state);
    void listenToSystem();

    QPointer<Msn::Account> m_account;
    bool m_isListening = false;
};

} // namespace App
