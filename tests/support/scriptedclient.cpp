#include "tests/support/scriptedclient.h"

#include "core/protocol/verb.h"
#include "tests/support/socketwait.h"

namespace Test {

ScriptedClient::ScriptedClient()
    : m_reader(Msn::framingFromServer)
{
    QObject::connect(&m_socket, &QIODevice::readyRead, &m_socket, [this] { readSome(); });
}

bool ScriptedClient::connectPlain(const QString &host, quint16 port)
{
    m_socket.connectToHost(host, port);
    return waitForSocket(m_socket, [this] { return m_socket.state() == QAbstractSocket::ConnectedState; });
}

bool ScriptedClient::connectTls(const QString &host, quint16 port, const QSslConfiguration &configuration)
{
    m_socket.setSslConfiguration(configuration);
    m_socket.connectToHostEncrypted(host, port);
    return waitForSocket(m_socket, [this] { return m_socket.isEncrypted(); });
}

void ScriptedClient::sendBytes(const QByteArray &bytes)
{
    m_socket.write(bytes);
    m_socket.flush();
    m_wiretap.hear(Sender::Client, bytes);
}

void ScriptedClient::stopReading()
{
    m_isReading = false;
    m_socket.setReadBufferSize(1);
}

void ScriptedClient::readSome()
{
    if (!m_isReading)
        return;
    const QByteArray bytes = m_socket.readAll();
    m_received += bytes;
    m_reader.feed(bytes);
}

std::optional<QByteArray> ScriptedClient::nextCommand()
{
    std::optional<Msn::Command> command;
    const auto arrived = [this, &command] {
        const auto next = m_reader.next();
        if (next)
            command = *next;
        return !next || command || m_socket.state() == QAbstractSocket::UnconnectedState;
    };
    waitForSocket(m_socket, arrived);
    if (!command)
        return std::nullopt;
    const QByteArray bytes = encode(*command);
    if (!m_received.startsWith(bytes))
        return std::nullopt;
    m_received.remove(0, bytes.size());
    m_wiretap.hear(Sender::Server, bytes);
    return bytes;
}

bool ScriptedClient::isClosedByServer()
{
    const auto closed = [this] { return m_socket.state() == QAbstractSocket::UnconnectedState; };
    return waitForSocket(m_socket, closed) && m_received.isEmpty();
}

QByteArray ScriptedClient::unread()
{
    return m_received;
}

} // namespace Test
