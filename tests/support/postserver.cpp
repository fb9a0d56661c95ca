#include "tests/support/postserver.h"

#include "tests/support/chunks.h"

#include <algorithm>

namespace Test {

QByteArray PostServer::Request::header(const QByteArray &name) const
{
    for (const QByteArray &field : headers) {
        if (field.toLower().startsWith(name.toLower() + ": "))
            return field.sliced(name.size() + 2);
    }
    return {};
}

PostServer::PostServer(const QHostAddress &address, quint16 port)
{
    if (!listen(address, port))
        qFatal("cannot listen");
    connect(this, &QTcpServer::newConnection, this, [this] {
        QTcpSocket *socket = nextPendingConnection();
        ++m_connections;
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(*socket); });
        connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
            m_input.remove(socket);
            socket->deleteLater();
        });
    });
}

void PostServer::answer(const Answer &answer)
{
    m_answers.append(answer);
    answerWaiting();
}

void PostServer::answerAll(const Answer &answer)
{
    m_default = answer;
    answerWaiting();
}

int PostServer::pollCount() const
{
    return static_cast<int>(
        std::count_if(m_requests.cbegin(), m_requests.cend(), [](const Request &r) { return r.isPoll(); }));
}

void PostServer::hangUp()
{
    const auto sockets = findChildren<QTcpSocket *>();
    for (QTcpSocket *socket : sockets)
        socket->abort();
}

void PostServer::read(QTcpSocket &socket)
{
    QByteArray &input = m_input[&socket];
    input += socket.readAll();
    for (;;) {
        const qsizetype headEnd = input.indexOf("\r\n\r\n");
        if (headEnd < 0)
            return;
        Request request;
        request.headers = input.first(headEnd).replace("\r\n", "\n").split('\n');
        request.line = request.headers.takeFirst();
        const qsizetype length = request.header("Content-Length").toLongLong();
        if (input.size() < headEnd + 4 + length)
            return;
        request.body = input.sliced(headEnd + 4, length);
        input.remove(0, headEnd + 4 + length);
        m_requests.append(request);
        m_waiting.append(&socket);
        answerWaiting();
        if (!m_input.contains(&socket))
            return; // hung up on
    }
}

void PostServer::answerWaiting()
{
    while (!m_waiting.isEmpty() && (!m_answers.isEmpty() || m_default)) {
        const QPointer<QTcpSocket> socket = m_waiting.takeFirst();
        const Answer answer = m_answers.isEmpty() ? *m_default : m_answers.takeFirst();
        if (socket)
            send(*socket, answer);
    }
}

void PostServer::send(QTcpSocket &socket, const Answer &answer)
{
    const QByteArrayList pieces = chunks(answer.bytes, chunkSize);
    for (const QByteArray &piece : pieces) {
        socket.write(piece);
        socket.flush();
    }
    if (answer.hangsUp)
        socket.disconnectFromHost();
}

PostServer::Answer PostServer::gateway(const QByteArray &ticket, const QByteArray &body)
{
    return {"HTTP/1.1 200 OK\r\nX-MSN-Messenger: " + ticket
        + "\r\nContent-Type: application/x-msn-messenger\r\nContent-Length: "
        + QByteArray::number(body.size()) + "\r\n\r\n" + body};
}

PostServer::Answer PostServer::status(int number)
{
    return {"HTTP/1.1 " + QByteArray::number(number) + " Whatever\r\nContent-Length: 0\r\n\r\n"};
}

} // namespace Test
