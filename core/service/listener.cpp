#include "core/service/listener.h"

#include "core/base/logging.h"
#include "core/service/hostaddress.h"
#include "core/service/serviceoptions.h"

#include <QSslSocket>
#include <QTcpSocket>

#include <memory>

namespace Msn {

ConnectionCount::ConnectionCount(const ServiceLimits &limits, QObject *parent)
    : QObject(parent)
    , m_maxTotal(limits.maxConnections)
    , m_maxPerAddress(limits.maxConnectionsPerAddress)
{
}

bool ConnectionCount::admits(const QHostAddress &peer) const
{
    const QHostAddress address = unmapped(peer);
    return m_total < m_maxTotal && (address.isLoopback() || m_perAddress.value(address) < m_maxPerAddress);
}

void ConnectionCount::add(QTcpSocket *socket)
{
    const QHostAddress address = unmapped(socket->peerAddress());
    ++m_total;
    ++m_perAddress[address];
    connect(socket, &QObject::destroyed, this, [this, address] {
        --m_total;
        if (--m_perAddress[address] <= 0)
            m_perAddress.remove(address);
    });
}

Listener::Listener(ConnectionCount &count, std::optional<QSslConfiguration> tls, QObject *parent)
    : QTcpServer(parent)
    , m_count(count)
    , m_tls(std::move(tls))
{
}

void Listener::incomingConnection(qintptr descriptor)
{
    std::unique_ptr<QTcpSocket> socket
        = m_tls ? std::make_unique<QSslSocket>() : std::make_unique<QTcpSocket>();
    if (!socket->setSocketDescriptor(descriptor))
        return;
    if (!m_count.admits(socket->peerAddress())) {
        qCWarning(logService) << "too many connections, refused" << socket->peerAddress().toString();
        socket->abort();
        return;
    }
    m_count.add(socket.get());
    if (m_tls) {
        auto *tls = static_cast<QSslSocket *>(socket.get());
        tls->setSslConfiguration(*m_tls);
        tls->startServerEncryption();
    }
    Q_EMIT accepted(socket.release());
}

} // namespace Msn
