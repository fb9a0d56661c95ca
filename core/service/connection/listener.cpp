#include "core/service/connection/listener.h"

#include "core/base/logging.h"
#include "core/service/connection/hostaddress.h"
#include "core/service/serviceoptions.h"

#include <QSslSocket>
#include <QTcpSocket>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <climits>
#include <memory>

#include <sys/resource.h>

namespace Msn {

namespace {

/// Descriptors that the rest of the program needs for files, windows and other sockets.
constexpr rlim_t reservedDescriptors = 128;
/// After an accept() that failed for want of descriptors.
constexpr std::chrono::milliseconds recoveryTime{200};

int affordableConnections()
{
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur > rlim_t(INT_MAX))
        return INT_MAX;
    return static_cast<int>(std::max<rlim_t>(limit.rlim_cur, 2 * reservedDescriptors) - reservedDescriptors);
}

} // namespace

ConnectionCount::ConnectionCount(const ServiceLimits &limits, QObject *parent)
    : QObject(parent)
    , m_maxTotal(std::min(limits.maxConnections, affordableConnections()))
    , m_spare(std::min(limits.spareConnections, m_maxTotal / 20))
    , m_maxPerAddress(limits.maxConnectionsPerAddress)
    , m_countsLoopback(limits.countsLoopback)
{
}

bool ConnectionCount::admits(const QHostAddress &peer) const
{
    const QHostAddress address = unmapped(peer);
    const bool isFree = address.isLoopback() && !m_countsLoopback;
    return m_total < m_maxTotal && (isFree || m_perAddress.value(address) < m_maxPerAddress);
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
    connect(this, &QTcpServer::acceptError, this, &Listener::recover);
}

/// QTcpServer takes nobody any more once accept() has failed, whatever it failed for.
void Listener::recover()
{
    qCWarning(logService) << "cannot take a connection:" << errorString();
    pauseAccepting();
    QTimer::singleShot(recoveryTime, this, &QTcpServer::resumeAccepting);
}

void Listener::incomingConnection(qintptr descriptor)
{
    std::unique_ptr<QTcpSocket> socket
        = m_tls ? std::make_unique<QSslSocket>() : std::make_unique<QTcpSocket>();
    if (!socket->setSocketDescriptor(descriptor))
        return;
    if (!m_count.admits(socket->peerAddress())) {
        qCDebug(logService) << "too many connections, refused" << socket->peerAddress().toString();
        m_count.refuse(socket->peerAddress());
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
