#pragma once

#include "core/net/transport.h"
#include "tests/support/wiretap.h"

#include <QList>
#include <QObject>
#include <QPointer>

#include <memory>
#include <vector>

namespace Test {

class FakeTransport;

/// The server's end of one connection that a client opened through a FakeNetwork. Outlives the
/// client's end, so that a test can still ask what was sent.
class FakeConnection : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Where the client wanted to go; empty until it did.
    const Msn::Endpoint &endpoint() const { return m_endpoint; }
    bool isOpen() const { return m_state == State::Open; }
    /// It is open, or was.
    bool hasBegun() const { return m_state != State::Idle && m_state != State::Opening; }
    /// The client has ended it.
    bool isLeft() const { return m_state == State::Left; }
    bool isReadingPaused() const { return m_readingPaused; }

    void accept();
    void refuse(Msn::ErrorCode code = Msn::ErrorCode::ConnectionRefused);
    /// The server sends \p bytes, in pieces of \p chunkSize, 0 = at once.
    void say(const QByteArray &bytes, qsizetype chunkSize = 0);
    /// The server hangs up; what was said before arrives before.
    void hangUp(Msn::ErrorCode code = Msn::ErrorCode::ConnectionClosed);

    /// What the client has sent and nobody has taken yet.
    const QByteArray &sent() const { return m_sent; }
    QByteArray takeSent();
    void dropSent(qsizetype count) { m_sent.remove(0, count); }

private:
    friend class FakeTransport;
    enum class State { Idle, Opening, Open, Ended, Left };

    void flush();
    void breakOff(const QByteArray &lastWords);

    State m_state = State::Idle;
    Msn::Endpoint m_endpoint;
    QPointer<FakeTransport> m_transport;
    QByteArray m_sent;
    QByteArrayList m_unread; ///< said while the client did not read
    std::optional<Msn::ErrorCode> m_unreadEnd;
    bool m_readingPaused = false;
    bool m_isBroken = false;
    Wiretap m_wiretap{Ours::Client};
};

/// Every connection that clients open, in order.
class FakeNetwork : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    Msn::TransportFactory transports();

    /// Connections are accepted by themselves, in a later turn of the event loop.
    bool acceptsAll = true;

    /// The connection on which the clients write the byte behind the next \p bytes, all connections
    /// counted together, breaks there: the server has got what stands before it, says \p lastWords and
    /// is gone. Others are not touched.
    void breakAfterSent(qsizetype bytes, const QByteArray &lastWords = {});
    void doNotBreak() { m_untilBreak.reset(); }
    bool hasBroken() const { return m_hasBroken; }

    qsizetype count() const { return static_cast<qsizetype>(m_connections.size()); }
    FakeConnection &at(qsizetype index) const { return *m_connections[static_cast<size_t>(index)]; }
    FakeConnection &last() const { return *m_connections.back(); }
    /// Forgets connections that have ended; the count starts anew.
    void forget() { m_connections.clear(); }
    /// Waits until the client has begun to open connection number \p index; nullptr if it does not.
    FakeConnection *await(qsizetype index, int timeoutMs = 5000);

private:
    friend class FakeTransport;

    /// How many of \p bytes get through.
    qsizetype passOn(qsizetype bytes);

    std::vector<std::unique_ptr<FakeConnection>> m_connections;
    std::optional<qsizetype> m_untilBreak;
    QByteArray m_lastWords;
    bool m_hasBroken = false;
};

/// The client's end.
class FakeTransport : public Msn::Transport
{
    Q_OBJECT

public:
    FakeTransport(FakeNetwork &network, FakeConnection &connection);
    ~FakeTransport() override;

    void open(const Msn::Endpoint &endpoint) override;
    void write(const QByteArray &bytes) override;
    void close() override;
    void setReadingPaused(bool paused) override;
    Msn::Endpoint localEndpoint() const override { return {QStringLiteral("192.0.2.99"), 3000}; }

private:
    QPointer<FakeNetwork> m_network;
    QPointer<FakeConnection> m_connection;
};

} // namespace Test
