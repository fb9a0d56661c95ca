#include "app/messenger/session.h"

#include "core/storage/contactannotations.h"

namespace App {

using namespace Msn;

Session::Session(
    const ProfileDirectories &directories, NetworkAccess &networks, TrafficLog *traffic, QObject *parent)
    : QObject(parent)
    , m_directories(directories)
    , m_networks(networks)
    , m_traffic(traffic)
{
}

Session::~Session() = default;

void Session::signIn(const Ui::SignInRequest &request)
{
    release();
    m_network = request.network;
    m_address = request.address;
    const auto network = m_networks.open(request.network);
    if (!network) {
        Q_EMIT failed(network.error());
        return;
    }
    m_hold = network.value().hold;
    AccountOptions options;
    options.cacheDirectory = m_directories.accountCache(request.address, request.network);
    options.trafficLog = m_traffic;
    m_annotations = std::make_unique<ContactAnnotations>(
        m_directories.annotationsFile(request.address, request.network));
    m_account = std::make_unique<Account>(network.value().description, request.address, options);
    connect(m_account.get(), &Account::progressChanged, this, &Session::progressChanged);
    connect(m_account.get(), &Account::stateChanged, this, &Session::handleState);
    m_networkWatch.watch(*m_account);
    m_account->signIn(request.password, request.status);
}

void Session::signOut()
{
    if (m_account)
        m_account->signOut();
}

bool Session::isOver() const
{
    return !m_account || m_account->state() == Account::State::SignedOut;
}

void Session::handleState(Account::State state)
{
    if (state == Account::State::SignedIn && !std::exchange(m_wasSignedIn, true)) {
        m_wasEverSignedIn = true;
        Q_EMIT signedIn();
    }
    if (state != Account::State::SignedOut)
        return;
    m_hold.reset();
    const Error error = m_account->lastError();
    if (std::exchange(m_wasSignedIn, false))
        Q_EMIT ended(error);
    else
        Q_EMIT failed(error);
}

void Session::release()
{
    if (!m_account)
        return;
    m_wasSignedIn = false;
    Q_EMIT accountAboutToGo();
    disconnect(m_account.get(), nullptr, this, nullptr);
    // It may be the one that is telling us about its end.
    m_account.release()->deleteLater();
    m_hold.reset();
}

} // namespace App
