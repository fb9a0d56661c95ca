#include "app/messenger/session.h"

#include "core/history/historyrecorder.h"
#include "core/history/historystore.h"
#include "core/net/trafficlog.h"
#include "core/storage/connectionchoices.h"
#include "core/storage/contactannotations.h"

namespace App {

using namespace Msn;

Session::Session(const ProfileDirectories &directories, NetworkAccess &networks,
    ConnectionChoices &connection, TrafficLog *traffic, QObject *parent)
    : QObject(parent)
    , m_directories(directories)
    , m_networks(networks)
    , m_connection(connection)
    , m_traffic(traffic)
{
    connect(&connection, &ConnectionChoices::changed, this, [this] {
        if (m_account)
            m_account->setConnection(way());
    });
}

Session::~Session() = default;

void Session::signIn(const Ui::SignInRequest &request)
{
    release();
    m_network = request.network;
    m_address = request.address;
    m_throughGateway = false;
    // The keychain may have to be asked for the password of a proxy.
    const int attempt = ++m_attempt;
    m_connection.prepare({this, [this, attempt, request](const Expected<std::monostate, Error> &) {
                              if (attempt == m_attempt)
                                  begin(request);
                          }});
}

ConnectionSettings Session::way() const
{
    return {m_connection.proxy(), m_throughGateway};
}

void Session::begin(const Ui::SignInRequest &request)
{
    const auto network = m_networks.open(request.network);
    if (!network) {
        Q_EMIT failed(network.error());
        return;
    }
    m_hold = network.value().hold;
    AccountOptions options;
    options.cacheDirectory = m_directories.accountCache(request.address, request.network);
    options.pictureFile = m_directories.pictureFile(request.address, request.network);
    m_annotations = std::make_unique<ContactAnnotations>(
        m_directories.annotationsFile(request.address, request.network));
    const bool always = m_connection.gatewayUse() == GatewayUse::Always;
    m_throughGateway = (request.throughGateway || always) && !network.value().description.gateway.isEmpty();
    options.connection = way();
    if (m_traffic)
        options.trafficLog = m_traffic->partOf(nameInLog());
    m_account = std::make_unique<Account>(network.value().description, request.address, options);
    m_history = std::make_unique<HistoryStore>(
        SqliteOptions{m_directories.historyFile(request.address, request.network)});
    m_recorder = std::make_unique<HistoryRecorder>(m_account->conversations(), *m_history);
    connect(m_account.get(), &Account::progressChanged, this, &Session::progressChanged);
    connect(m_account.get(), &Account::stateChanged, this, &Session::handleState);
    m_networkWatch.watch(*m_account);
    m_account->signIn(request.password, request.status);
}

QString Session::nameInLog() const
{
    //: %1: an address. %2: the name of a network.
    return tr("%1 on %2").arg(m_address.toString(), m_networks.titleOf(m_network));
}

void Session::signOut()
{
    ++m_attempt;
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
    m_recorder.reset();
    disconnect(m_account.get(), nullptr, this, nullptr);
    // It may be the one that is telling us about its end.
    m_account.release()->deleteLater();
    m_history.reset();
    m_hold.reset();
}

} // namespace App
