#pragma once

#include "core/net/gatewayaddress.h"
#include "core/net/httpchannel.h"
#include "core/net/timing.h"
#include "core/protocol/networkdescription.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <optional>

namespace Msn {

/// One MSNP connection through a web gateway: whole commands go out in POST requests, one at a
/// time; while there is nothing to say the gateway is asked for news.
/// Source: http-gateway.md.
class GatewaySession : public QObject
{
    Q_OBJECT

public:
    GatewaySession(const NetworkDescription &network, const ProxySettings &proxy, const Timing &timing,
        QObject *parent = nullptr);
    ~GatewaySession() override;

    /// \p server is the MSNP server behind the gateway; its port is understood. Ends in opened() or
    /// closed().
    void open(const Endpoint &server);
    /// Queues \p commands, which are whole. The first ones tell what kind of server is wanted: USR and
    /// ANS begin a switchboard.
    void write(const QByteArray &commands);
    /// While this is set nothing is delivered and the gateway is not asked for more.
    void setPaused(bool paused);
    /// Sends what is queued, waits for the answer to it within Timing::gatewayFarewell, and deletes
    /// itself. No signal follows.
    void finish();

Q_SIGNALS:
    /// The gateway has been reached. The session begins with the first write().
    void opened();
    void received(const QByteArray &bytes);
    /// Last signal. GatewayRefused: it is no gateway, or does not want us. ConnectionLost: the session
    /// is gone. ProxyPasswordNeeded and the other errors of the way to the gateway.
    void closed(const Msn::Error &error);

private:
    enum class State {
        Connecting, ///< to the gateway for the first time
        Open,
        Finishing, ///< nobody listens any more
        Closed,
    };
    struct Request
    {
        GatewayQuery query;
        QByteArray body;
        bool isSent = false;
        bool isPoll() const { return query.action == GatewayQuery::Action::Poll; }
    };

    /// To where the address leads now.
    void connectToGateway();
    void connectToFirst();
    void dropChannel();
    void handleConnected();
    void handleEnded(const Error &error);
    void handleAnswer(const HttpAnswer &answer);
    void handleTimeout();
    void scheduleNext();
    void startNext();
    Request nextRequest();
    void send();
    bool retryPoll();
    void takeTicket(const GatewayTicket &ticket);
    void deliver();
    void noteActivity();
    std::chrono::milliseconds pause() const;
    void refuse(const HttpAnswer &answer);
    void lose(const QString &detail);
    void fail(Error error);

    /// For Error::subject.
    QString gateway() const { return QString::fromLatin1(m_address.authority()); }

    GatewayAddress m_address;
    const int m_lifespanSeconds;
    const ServerTrust m_trust;
    const ProxySettings m_proxy;
    const Timing m_timing;

    State m_state = State::Connecting;
    QString m_wantedHost; ///< of the MSNP server
    QByteArray m_sessionId;
    HttpChannel *m_channel = nullptr;
    QByteArrayList m_queue;
    std::optional<Request> m_request; ///< the one that is under way
    QByteArray m_inbox; ///< received and not delivered
    std::optional<Error> m_end; ///< to be told once the inbox is empty
    bool m_isPaused = false;
    bool m_pollFailed = false; ///< once; it is tried again before anything else is asked
    bool m_isQuiet = false; ///< nothing has come for Timing::gatewayQuiet
    bool m_isHeldBack = false; ///< the gateway does hold back its answers, as it was asked
    QElapsedTimer m_sinceSent;
    QTimer m_nextTimer;
    QTimer m_deadline;
    QTimer m_quietTimer;
};

} // namespace Msn
