#pragma once

#include "core/base/address.h"
#include "core/base/error.h"
#include "core/net/networkroute.h"
#include "core/net/servergreeting.h"
#include "core/net/servertrust.h"
#include "core/net/timing.h"
#include "core/protocol/networkdescription.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QObject>

#include <chrono>
#include <functional>
#include <memory>

namespace Msn {

class PassportLogin;
class ServerProbe;

/// One step of a NetworkTest and what came of it.
struct NetworkTestStep
{
    /// In the order in which they are walked. Through the web gateway of the network the messenger
    /// server of the first three is that gateway.
    enum class Kind {
        FindServer, ///< DNS of the messenger server; `detail`: its numbers
        ReachServer, ///< TCP
        EncryptServer, ///< TLS; skipped where the network does not encrypt messages
        GreetServer, ///< VER, CVR, USR I; `detail`: the protocol version
        FollowTransfer, ///< the same at the server we are passed on to; `subject`: that server
        FindSignIn, ///< DNS of the nexus
        ReachSignIn,
        EncryptSignIn,
        AskNexus, ///< `detail`: the login page's host
        CheckClock, ///< by the nexus' Date header; see `clockOffset`
        ReachLogin, ///< TLS with the login page
        LogIn, ///< the redirect chain; `detail`: its hosts in order; skipped without a password
    };
    enum class State {
        Waiting,
        Running,
        Passed,
        Skipped, ///< does not apply here, or is the proxy's business: then `detail` names it
        NotReached, ///< something it needs has failed
        Failed, ///< `error` tells why, except for CheckClock
    };

    Kind kind = Kind::FindServer;
    State state = State::Waiting;
    /// `host:port` or a host.
    QString subject;
    /// Raw words, see Kind. TLS steps: protocol version and last day of the certificate.
    QString detail;
    Error error;
    std::chrono::milliseconds took{0};
    /// CheckClock: how far this computer is ahead of the server.
    std::chrono::seconds clockOffset{0};
};

/// Walks the way of a sign-in step by step, through the proxy and the gateway that a sign-in would
/// take, and tells where it ends. Sends the password only to the
/// login page, where one is given at all, and never signs in: nobody is signed out elsewhere.
class NetworkTest : public QObject
{
    Q_OBJECT

public:
    /// Further apart than this, certificates and tickets begin to be refused.
    static constexpr std::chrono::seconds toleratedClockOffset = std::chrono::minutes(5);

    /// \p log may be null.
    explicit NetworkTest(const NetworkDescription &network, const ConnectionSettings &connection = {},
        const Timing &timing = {}, TrafficLog *log = nullptr, QObject *parent = nullptr);
    ~NetworkTest() override;

    /// Both may be empty; without an address the server is asked for its version only. Once per
    /// object.
    void start(const Address &address = {}, const QString &password = {});
    /// Stops where it is; finished() follows.
    void cancel();

    const NetworkDescription &network() const { return m_network; }
    const QList<NetworkTestStep> &steps() const { return m_steps; }
    bool isRunning() const { return m_isRunning; }

Q_SIGNALS:
    void stepChanged(int index);
    /// Once, when no step is waiting any more.
    void finished();

private:
    using Kind = NetworkTestStep::Kind;
    using State = NetworkTestStep::State;
    struct Row;
    static const QList<Row> &rows();

    NetworkTestStep &step(Kind kind) { return m_steps[static_cast<int>(kind)]; }
    void proceed();
    bool isOutOfReach(Kind kind) const;
    void end(State state, const Error &error = {});
    void pass(const QString &detail = {});
    void skip(const QString &detail = {});

    void lookUp(const Endpoint &server);
    void connectTo(const Endpoint &server, NetworkDescription::Security security);
    ServerProbe &newProbe();
    void greet(const Endpoint &server);
    void handleAnswer(const ServerGreeting::Answer &answer);

    void findServer();
    void reachServer();
    void encryptServer();
    void greetServer();
    void followTransfer();
    void findSignIn();
    void reachSignIn();
    void encryptSignIn();
    void askNexus();
    void checkClock();
    void reachLogin();
    void logIn();
    void dropHelpers();

    const NetworkDescription m_network;
    const ConnectionSettings m_connection;
    const NetworkRoute m_route;
    const Timing m_timing;
    const ServerTrust m_trust;
    TrafficLog *m_log;
    Address m_address;
    QString m_password;

    QList<NetworkTestStep> m_steps;
    int m_current = -1;
    bool m_isRunning = false;
    QElapsedTimer m_clock;
    std::unique_ptr<ServerProbe> m_probe;
    std::unique_ptr<ServerGreeting> m_greeting;
    std::unique_ptr<PassportLogin> m_passport;

    ServerGreeting::Answer m_answer;
    int m_transfers = 0;
    QUrl m_loginUrl;
    QDateTime m_serverTime;
    QStringList m_chain;
};

} // namespace Msn
