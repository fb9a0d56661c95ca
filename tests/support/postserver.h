#pragma once

#include <QHash>
#include <QList>
#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>

#include <optional>

namespace Test {

/// Plain HTTP on loopback with scripted answers to POST requests: a web gateway, or a proxy that is
/// asked for one. Knows nothing of either.
class PostServer : public QTcpServer
{
    Q_OBJECT

public:
    struct Request
    {
        QByteArray line; ///< `POST http://... HTTP/1.1`
        QByteArrayList headers; ///< `Name: value`, as they came
        QByteArray body;
        QByteArray header(const QByteArray &name) const;
        /// Whether the address ends in \p query.
        bool asks(const QByteArray &query) const { return line.endsWith('?' + query + " HTTP/1.1"); }
        bool isPoll() const { return line.contains("?Action=poll&"); }
    };
    struct Answer
    {
        QByteArray bytes; ///< all of it, head included; empty: silence
        bool hangsUp = false; ///< behind the bytes
    };

    explicit PostServer(const QHostAddress &address = QHostAddress::LocalHost, quint16 port = 0);

    /// The next request without an answer gets \p answer; answers queue up.
    void answer(const Answer &answer);
    /// What every request gets for which none is queued. Absent: it waits.
    void answerAll(const Answer &answer);

    const QList<Request> &requests() const { return m_requests; }
    const Request &last() const { return m_requests.constLast(); }
    int pollCount() const;
    int connectionCount() const { return m_connections; }
    /// Hangs up on everybody.
    void hangUp();

    /// Bytes per write; 0: at once.
    qsizetype chunkSize = 0;

    /// What a gateway answers: 200, `X-MSN-Messenger: \p ticket`, \p body.
    static Answer gateway(const QByteArray &ticket, const QByteArray &body = {});
    /// An answer without a body and without a ticket.
    static Answer status(int number);

private:
    void read(QTcpSocket &socket);
    void answerWaiting();
    void send(QTcpSocket &socket, const Answer &answer);

    QHash<QTcpSocket *, QByteArray> m_input;
    QList<Request> m_requests;
    QList<QPointer<QTcpSocket>> m_waiting;
    QList<Answer> m_answers;
    std::optional<Answer> m_default;
    int m_connections = 0;
};

} // namespace Test
