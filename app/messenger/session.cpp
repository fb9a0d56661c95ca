#include "app/messenger/session.h"

#include "core/storage/contactannotations.h"
#include "core/storage/networkcatalog.h"

#include <QTimer>

namespace App {

using namespace Msn;

namespace {

constexpr int demoFarewellMs = 1000;

} // namespace

Session::Session(const ProfileDirectories &directories, NetworkCatalog &networks, TrafficLog *traffic,
    DemoService demo, QObject *parent)
    : QObject(parent)
    , m_directories(directories)
    , m_networks(networks)
    , m_traffic(traffic)
    , m_demo(std::move(demo))
{
}

Session::~Session() = default;

void Session::signIn(const Ui::SignInRequest &request)
{
    release();
    m_network = request.network;
    const auto description = describe(request.network);
    if (!description) {
        Q_EMIT failed(description.error());
        return;
    }
    AccountOptions options;
    options.cacheDirectory = m_directories.accountCache(request.address, request.network);
    options.trafficLog = m_traffic;
    m_annotations = std::make_unique<ContactAnnotations>(
        m_directories.annotationsFile(request.address, request.network));
    m_account = std::make_unique<Account>(*description, request.address, options);
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

Expected<NetworkDescription, Error> Session::describe(const QString &network)
{
    const KnownNetwork *known = m_networks.find(network);
    if (!known)
        return Unexpected(Error{ErrorCode::InvalidArgument, 0, network, {}, {}, {}});
    if (known->source == KnownNetwork::Source::Demo)
        return m_demo.start();
    return known->description;
}

void Session::handleState(Account::State state)
{
    if (state == Account::State::SignedIn && !std::exchange(m_wasSignedIn, true))
        Q_EMIT signedIn();
    if (state != Account::State::SignedOut)
        return;
    const Error error = m_account->lastError();
    if (std::exchange(m_wasSignedIn, false))
        Q_EMIT ended(error);
    else
        Q_EMIT failed(error);
    if (isDemo())
        stopDemoSoon();
}

/// Not at once: the last words of the account are still on their way to it.
void Session::stopDemoSoon()
{
    QTimer::singleShot(demoFarewellMs, this, [this] {
        if (!m_account || m_account->state() == Account::State::SignedOut || !isDemo())
            m_demo.stop();
    });
}

bool Session::isDemo() const
{
    const KnownNetwork *known = m_networks.find(m_network);
    return known && known->source == KnownNetwork::Source::Demo;
}

void Session::release()
{
    if (!m_account)
        return;
    Q_EMIT accountAboutToGo();
    disconnect(m_account.get(), nullptr, this, nullptr);
    // It may be the one that is telling us about its end.
    m_account.release()->deleteLater();
    m_wasSignedIn = false;
}

} // namespace App
