#include "core/service/web/httpconnection.h"

#include "core/service/connection/hostaddress.h"

#include <QTcpSocket>

namespace Msn {

HttpConnection::HttpConnection(QTcpSocket *socket, const ServiceOptions &options, QObject *parent)
    : QObject(parent)
    , m_socket(socket)
    , m_limits{options.limits.maxHttpRequestBytes, options.limits.maxHttpBodyBytes}
    , m_timings(options.timings)
{
    socket->setParent(this);
    socket->setReadBufferSize(2 * m_limits.head);
    m_limit.setSingleShot(true);
    connect(&m_limit, &QTimer::timeout, socket, &QAbstractSocket::abort);
    connect(socket, &QIODevice::readyRead, this, &HttpConnection::readSome);
    connect(socket, &QAbstractSocket::disconnected, this, &QObject::deleteLater);
    connect(
        socket, &QAbstractSocket::errorOccurred, this,
        [this] {
            m_socket->abort();
            deleteLater();
        },
        Qt::QueuedConnection);
    // The messenger opens this connection ahead of time, so the first request may take its time.
    m_limit.start(m_timings.httpKeepAlive);
    QMetaObject::invokeMethod(this, &HttpConnection::readSome, Qt::QueuedConnection);
}

void HttpConnection::respond(HttpResponse response)
{
    if (!m_isAnswering)
        return;
    m_isAnswering = false;
    response.close = response.close || !m_keepAlive;
    m_socket->write(encodeHttpResponse(response));
    if (response.close)
        return close();
    m_limit.start(m_timings.httpKeepAlive);
    QMetaObject::invokeMethod(this, &HttpConnection::readSome, Qt::QueuedConnection);
}

QHostAddress HttpConnection::peerAddress() const
{
    return unmapped(m_socket->peerAddress());
}

QHostAddress HttpConnection::localAddress() const
{
    return unmapped(m_socket->localAddress());
}

quint16 HttpConnection::localPort() const
{
    return m_socket->localPort();
}

void HttpConnection::readSome()
{
    if (m_isAnswering || m_socket->state() != QAbstractSocket::ConnectedState)
        return;
    const bool wasEmpty = m_buffer.isEmpty();
    m_buffer += m_socket->read(m_limits.head + m_limits.body + 4 - m_buffer.size());
    const auto request = takeHttpRequest(m_buffer, m_limits);
    if (!request) {
        m_isAnswering = true;
        return respond({request.error(), {}, true, {}});
    }
    if (!*request) {
        if (wasEmpty && !m_buffer.isEmpty())
            m_limit.start(m_timings.httpRequest);
        if (!m_continued && awaitsContinue(m_buffer)) {
            m_continued = true;
            m_socket->write("HTTP/1.1 100 Continue\r\n\r\n");
        }
        return;
    }
    m_continued = false;
    m_isAnswering = true;
    m_keepAlive = (*request)->keepAlive;
    m_limit.start(m_timings.httpKeepAlive);
    Q_EMIT requestReceived(**request);
}

void HttpConnection::close()
{
    m_limit.start(m_timings.linger);
    m_socket->disconnectFromHost();
}

} // namespace Msn
