#include "app/messenger/networkwatch.h"

#include <QNetworkInformation>

namespace App {

using Msn::Account;

void NetworkWatch::watch(Account &account)
{
    if (m_account)
        disconnect(m_account, nullptr, this, nullptr);
    m_account = &account;
    connect(&account, &Account::stateChanged, this, &NetworkWatch::handleState);
}

void NetworkWatch::handleState(Account::State state)
{
    if (state == Account::State::WaitingToReconnect)
        listenToSystem();
}

void NetworkWatch::listenToSystem()
{
    if (std::exchange(m_isListening, true))
        return;
    // Without a backend (no NetworkManager) the pauses decide alone.
    if (!QNetworkInformation::loadBackendByFeatures(QNetworkInformation::Feature::Reachability))
        return;
    connect(QNetworkInformation::instance(), &QNetworkInformation::reachabilityChanged, this,
        [this](QNetworkInformation::Reachability reachability) {
            if (reachability == QNetworkInformation::Reachability::Online)
                handleReachable();
        });
}

void NetworkWatch::handleReachable()
{
    if (m_account)
        m_account->reconnectNow();
}

} // namespace App
