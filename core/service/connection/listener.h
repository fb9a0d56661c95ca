#pragma once

#include <QHash>
#include <QHostAddress>
#include <QSslConfiguration>
#include <QTcpServer>

#include <optional>

QT_BEGIN_NAMESPACE
class QTcpSocket;
QT_END_NAMESPACE

namespace Msn {

struct ServiceLimits;

/// How many connections there are, in all and from each address. Shared by all listeners.
class ConnectionCount : public QObject
{
    Q_OBJECT
public:
    explicit ConnectionCount(const ServiceLimits &limits, QObject *parent = nullptr);

    bool admits(const QHostAddress &peer) const;
    /// Counts \p socket until it is destroyed.
    void add(QTcpSocket *socket);
    int total() const { return m_total; }
    /// Has refused() sent.
    void refuse(const QHostAddress &peer) { Q_EMIT refused(peer); }
    /// Only the spare ones are left: newcomers are told 600.
    bool isCrowded() const { return m_total > m_maxTotal - m_spare; }

Q_SIGNALS:
    /// Somebody was not let in.
    void refused(const QHostAddress &peer);

private:
    int m_maxTotal;
    int m_spare;
    int m_maxPerAddress;
    bool m_countsLoopback;
    int m_total = 0;
    QHash<QHostAddress, int> m_perAddress;
};

/// Accepts sockets on one port, plain or with TLS from the first byte.
class Listener : public QTcpServer
{
    Q_OBJECT
public:
    /// \p tls absent: plain.
    Listener(ConnectionCount &count, std::optional<QSslConfiguration> tls, QObject *parent = nullptr);

Q_SIGNALS:
    /// The receiver owns the socket. A TLS handshake has only begun.
    void accepted(QTcpSocket *socket);

private:
    void recover();
    void incomingConnection(qintptr descriptor) override;

    ConnectionCount &m_count;
    std::optional<QSslConfiguration> m_tls;
};

} // namespace Msn
