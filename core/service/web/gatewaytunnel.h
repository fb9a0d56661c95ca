#pragma once

#include "core/protocol/gateway.h"
#include "core/service/serviceoptions.h"

#include <QHostAddress>
#include <QObject>
#include <QPointer>
#include <QTimer>

namespace Msn {

class HttpConnection;

/// One session of the web gateway: the bytes of one MSNP connection, brought and fetched by HTTP
/// requests one after the other. Each answer names a new id, which only the next request may use.
/// Source: http-gateway.md §2, §3.
class GatewayTunnel : public QObject
{
    Q_OBJECT
public:
    /// \p key: nobody can guess it; the id is this, a dot and a counter.
    GatewayTunnel(const QByteArray &key, const QHostAddress &peer, const QHostAddress &local,
        const ServiceOptions &options, QObject *parent = nullptr);
    ~GatewayTunnel() override;

    const QByteArray &key() const { return m_key; }
    QHostAddress peerAddress() const { return m_peer; }
    QHostAddress localAddress() const { return m_local; }

    /// A request of the client, to be answered now or later. \p counter is the part of the id behind
    /// the dot. \p host is told to the client as the one to go on with.
    void handle(HttpConnection *connection, const GatewayQuery &query, qint64 counter, const QByteArray &body,
        const QByteArray &host);
    /// The counter of the id that the next request has to name.
    qint64 counter() const { return m_counter; }

    // The service's end.
    QByteArray takeArrived(qint64 maxBytes);
    void put(const QByteArray &bytes);
    qint64 waitingBytes() const { return m_outgoing.size(); }
    /// Nothing more will be put; the tunnel goes once the client has fetched the rest.
    void finish();
    /// Goes at once.
    void cut();

Q_SIGNALS:
    void arrived();
    /// The tunnel is no more. Once; last signal.
    void gone();

private:
    void answer();
    void refuse(HttpConnection *connection);

    const QByteArray m_key;
    const QHostAddress m_peer;
    const QHostAddress m_local;
    const qsizetype m_maxArrived;
    const std::chrono::milliseconds m_patience;
    qint64 m_counter = 10000;
    QByteArray m_host;
    QByteArray m_arrived;
    QByteArray m_outgoing;
    QPointer<HttpConnection> m_waiting; ///< for our answer
    /// The last answer, for a poll that is asked again because the answer never came.
    QByteArray m_lastBody;
    QByteArray m_lastTicket;
    bool m_isFinished = false;
    bool m_isGone = false;
    QTimer m_hold; ///< until an empty answer is given
    QTimer m_silence;
};

} // namespace Msn
