#pragma once

#include "core/service/serviceoptions.h"
#include "core/service/web/httprequest.h"

#include <QObject>
#include <QTimer>

QT_BEGIN_NAMESPACE
class QTcpSocket;
QT_END_NAMESPACE

namespace Msn {

/// One HTTP/1.1 connection, requests strictly one after the other, with caps on size and time.
class HttpConnection : public QObject
{
    Q_OBJECT
public:
    /// Takes over \p socket; deletes itself when the connection is gone.
    HttpConnection(QTcpSocket *socket, const ServiceOptions &options, QObject *parent);

    /// The answer to the last request; the next one is read then.
    void respond(HttpResponse response);
    QHostAddress peerAddress() const;
    QHostAddress localAddress() const;
    quint16 localPort() const;

Q_SIGNALS:
    /// To be answered by respond(), now or later.
    void requestReceived(const Msn::HttpRequest &request);

private:
    void readSome();
    void close();

    QTcpSocket *m_socket;
    HttpLimits m_limits;
    ServiceTimings m_timings;
    QByteArray m_buffer;
    QTimer m_limit;
    bool m_isAnswering = false;
    bool m_keepAlive = false;
    bool m_continued = false; ///< `100 Continue` was sent for the request that is being read
};

} // namespace Msn
