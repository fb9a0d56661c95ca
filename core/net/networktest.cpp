#include "core/net/networktest.h"

#include "core/net/maketransport.h"
#include "core/net/passportlogin.h"
#include "core/net/serverprobe.h"

#include <QTimer>

#include <optional>
#include <utility>

namespace Msn {

using Security = NetworkDescription::Security;

namespace {

constexpr int maxWalkedTransfers = 5;

} // namespace

struct NetworkTest::Row
{
    Kind kind;
    void (NetworkTest::*begin)();
    /// What must have passed, or not apply.
    std::optional<Kind> needs;
};

const QList<NetworkTest::Row> &NetworkTest::rows()
{
    static const QList<Row> table{
        {Kind::FindServer, &NetworkTest::findServer, {}},
        {Kind::ReachServer, &NetworkTest::reachServer, Kind::FindServer},
        {Kind::EncryptServer, &NetworkTest::encryptServer, Kind::ReachServer},
        {Kind::GreetServer, &NetworkTest::greetServer, Kind::EncryptServer},
        {Kind::FollowTransfer, &NetworkTest::followTransfer, Kind::GreetServer},
        {Kind::FindSignIn, &NetworkTest::findSignIn, {}},
        {Kind::ReachSignIn, &NetworkTest::reachSignIn, Kind::FindSignIn},
        {Kind::EncryptSignIn, &NetworkTest::encryptSignIn, Kind::ReachSignIn},
        {Kind::AskNexus, &NetworkTest::askNexus, Kind::EncryptSignIn},
        {Kind::CheckClock, &NetworkTest::checkClock, Kind::AskNexus},
        {Kind::ReachLogin, &NetworkTest::reachLogin, Kind::AskNexus},
        {Kind::LogIn, &NetworkTest::logIn, Kind::ReachLogin},
    };
    return table;
}

NetworkTest::NetworkTest(const NetworkDescription &network, const ConnectionSettings &connection,
    const Timing &timing, TrafficLog *log, QObject *parent)
    : QObject(parent)
    , m_network(network)
    , m_connection(connection)
    , m_route(network, connection)
    , m_timing(timing)
    , m_trust(network)
    , m_log(log)
{
    for (const Row &row : rows()) {
        NetworkTestStep step;
        step.kind = row.kind;
        m_steps.append(step);
    }
}

NetworkTest::~NetworkTest()
{
    m_isRunning = false;
    dropHelpers();
}

void NetworkTest::start(const Address &address, const QString &password)
{
    m_address = address;
    m_password = password;
    m_isRunning = true;
    proceed();
}

void NetworkTest::cancel()
{
    if (!std::exchange(m_isRunning, false))
        return;
    dropHelpers();
    m_password.clear();
    for (NetworkTestStep &step : m_steps) {
        if (step.state == State::Waiting || step.state == State::Running)
            step.state = State::NotReached;
    }
    Q_EMIT finished();
}

void NetworkTest::proceed()
{
    while (m_isRunning && ++m_current < m_steps.size()) {
        const Row &row = rows().at(m_current);
        if (isOutOfReach(row.kind)) {
            step(row.kind).state = State::NotReached;
            Q_EMIT stepChanged(m_current);
            continue;
        }
        step(row.kind).state = State::Running;
        m_clock.start();
        Q_EMIT stepChanged(m_current);
        if (m_isRunning) // whoever listens may have cancelled
            (this->*row.begin)();
        return;
    }
    if (!std::exchange(m_isRunning, false))
        return;
    m_password.clear();
    dropHelpers();
    Q_EMIT finished();
}

bool NetworkTest::isOutOfReach(Kind kind) const
{
    const std::optional<Kind> needs = rows().at(static_cast<int>(kind)).needs;
    if (!needs)
        return false;
    const State state = m_steps.at(static_cast<int>(*needs)).state;
    return state == State::Failed || state == State::NotReached;
}

/// The next step begins in a turn of its own: what has ended may be calling us.
void NetworkTest::end(State state, const Error &error)
{
    if (!m_isRunning)
        return;
    NetworkTestStep &current = m_steps[m_current];
    current.state = state;
    current.error = error;
    current.took = std::chrono::milliseconds(m_clock.elapsed());
    Q_EMIT stepChanged(m_current);
    QTimer::singleShot(0, this, &NetworkTest::proceed);
}

void NetworkTest::pass(const QString &detail)
{
    m_steps[m_current].detail = detail;
    end(State::Passed);
}

void NetworkTest::skip(const QString &detail)
{
    m_steps[m_current].detail = detail;
    end(State::Skipped);
}

ServerProbe &NetworkTest::newProbe()
{
    if (m_probe) {
        m_probe->disconnect(this);
        m_probe.release()->deleteLater(); // it may be calling us
    }
    m_probe = std::make_unique<ServerProbe>(m_trust, m_connection.proxy, m_timing);
    connect(m_probe.get(), &ServerProbe::passed, this, &NetworkTest::pass);
    connect(
        m_probe.get(), &ServerProbe::failed, this, [this](const Error &error) { end(State::Failed, error); });
    return *m_probe;
}

void NetworkTest::lookUp(const Endpoint &server)
{
    m_steps[m_current].subject = server.host;
    if (const QString proxy = m_route.proxyBefore(server); proxy.isEmpty())
        newProbe().lookUp(server.host);
    else
        skip(proxy);
}

void NetworkTest::connectTo(const Endpoint &server, Security security)
{
    m_steps[m_current].subject = server.toString();
    newProbe().connectTo(server, security);
}

void NetworkTest::greet(const Endpoint &server)
{
    m_steps[m_current].subject = server.toString();
    m_greeting = std::make_unique<ServerGreeting>(
        makeTransport(m_network, m_connection, m_timing), m_network.protocols, m_timing, m_log);
    connect(m_greeting.get(), &ServerGreeting::answered, this, &NetworkTest::handleAnswer);
    connect(m_greeting.get(), &ServerGreeting::failed, this,
        [this](const Error &error) { end(State::Failed, error); });
    m_greeting->start(server, m_address);
}

void NetworkTest::handleAnswer(const ServerGreeting::Answer &answer)
{
    m_answer = answer;
    const bool isPassedOnAgain = answer.transfer && m_steps.at(m_current).kind == Kind::FollowTransfer;
    if (!isPassedOnAgain)
        pass(QString::fromLatin1(encodeProtocolVersion(answer.version)));
    else if (++m_transfers < maxWalkedTransfers)
        QTimer::singleShot(0, this, &NetworkTest::followTransfer);
    else
        end(State::Failed, makeError(ErrorCode::TooManyTransfers, answer.transfer->toString()));
}

void NetworkTest::findServer()
{
    lookUp(m_route.messenger());
}

void NetworkTest::reachServer()
{
    if (m_route.asksProxyForMessenger())
        skip(m_route.proxyBefore(m_route.messenger()));
    else
        connectTo(m_route.messenger(), Security::None);
}

void NetworkTest::encryptServer()
{
    if (m_route.messengerSecurity() == Security::Tls)
        connectTo(m_route.messenger(), Security::Tls);
    else
        skip();
}

void NetworkTest::greetServer()
{
    greet(m_network.dispatch);
}

/// Most networks have one transfer; the step shows the last server of a chain.
void NetworkTest::followTransfer()
{
    if (m_answer.transfer)
        greet(*std::exchange(m_answer.transfer, std::nullopt));
    else
        skip();
}

void NetworkTest::findSignIn()
{
    lookUp(m_route.nexus());
}

void NetworkTest::reachSignIn()
{
    connectTo(m_route.nexus(), Security::None);
}

void NetworkTest::encryptSignIn()
{
    connectTo(m_route.nexus(), Security::Tls);
}

void NetworkTest::askNexus()
{
    m_steps[m_current].subject = m_network.nexus.host();
    m_passport = std::make_unique<PassportLogin>(m_network, QUrl(), m_timing, m_log, m_connection.proxy);
    connect(m_passport.get(), &PassportLogin::answered, this,
        [this](const QUrl &url, const QDateTime &serverTime) {
            m_serverTime = serverTime;
            m_chain.append(url.host());
        });
    connect(m_passport.get(), &PassportLogin::loginUrlLearned, this, [this](const QUrl &url) {
        m_loginUrl = url;
        m_chain.clear();
        pass(url.host());
    });
    connect(m_passport.get(), &PassportLogin::nexusFailed, this,
        [this](const Error &error) { end(State::Failed, error); });
    m_passport->prepare();
}

void NetworkTest::checkClock()
{
    m_steps[m_current].subject = m_network.nexus.host();
    if (!m_serverTime.isValid()) {
        skip();
        return;
    }
    const std::chrono::seconds offset(m_serverTime.secsTo(QDateTime::currentDateTimeUtc()));
    m_steps[m_current].clockOffset = offset;
    const bool isWrong = offset > toleratedClockOffset || offset < -toleratedClockOffset;
    end(isWrong ? State::Failed : State::Passed);
}

void NetworkTest::reachLogin()
{
    connectTo(endpointOfUrl(m_loginUrl), Security::Tls);
}

void NetworkTest::logIn()
{
    m_steps[m_current].subject = m_loginUrl.host();
    if (m_password.isEmpty() || m_address.isEmpty()) {
        skip();
        return;
    }
    if (m_answer.policy.isEmpty()) {
        end(State::NotReached);
        return;
    }
    connect(m_passport.get(), &PassportLogin::ticketReceived, this,
        [this] { pass(m_chain.join(QStringLiteral(" → "))); });
    connect(m_passport.get(), &PassportLogin::failed, this, [this](const Error &error) {
        m_steps[m_current].detail = m_chain.join(QStringLiteral(" → "));
        end(State::Failed, error);
    });
    m_passport->logIn(m_address, std::exchange(m_password, {}), m_answer.policy);
}

/// Later: one of them may be telling us of its end.
void NetworkTest::dropHelpers()
{
    if (m_passport)
        m_passport->cancel();
    for (QObject *helper : {static_cast<QObject *>(m_probe.release()),
             static_cast<QObject *>(m_greeting.release()), static_cast<QObject *>(m_passport.release())}) {
        if (!helper)
            continue;
        helper->disconnect(this);
        helper->deleteLater();
    }
}

} // namespace Msn
