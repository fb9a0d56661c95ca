#include "tests/support/proxyserver.h"

#include <QNetworkProxy>
#include <QTcpSocket>
#include <QUrl>

namespace Test {

namespace {

const QByteArray socksDone = QByteArray::fromHex("05000001000000000000");
const QByteArray socksRefused = QByteArray::fromHex("05020001000000000000");
const QByteArray socksUnreachable = QByteArray::fromHex("05050001000000000000");

QByteArray httpAnswer(const QByteArray &status, const QByteArray &more = {})
{
    return "HTTP/1.1 " + status + "\r\n" + more + "Content-Length: 0\r\n\r\n";
}

quint16 portAt(const QByteArray &bytes, qsizetype index)
{
    return static_cast<quint16>((quint8(bytes[index]) << 8) | quint8(bytes[index + 1]));
}

} // namespace

ProxyServer::ProxyServer(Kind kind)
    : m_kind(kind)
{
    if (!listen(QHostAddress::LocalHost))
        qFatal("cannot listen");
    connect(this, &QTcpServer::newConnection, this, &ProxyServer::take);
}

ProxyServer::~ProxyServer()
{
    // Their ends are nobody's business any more.
    const auto sockets = findChildren<QTcpSocket *>();
    for (QTcpSocket *socket : sockets)
        socket->disconnect();
}

void ProxyServer::take()
{
    QTcpSocket *client = nextPendingConnection();
    ++m_connections;
    m_guests.insert(client, {});
    connect(client, &QTcpSocket::readyRead, this, [this, client] { read(client); });
    connect(client, &QTcpSocket::disconnected, this, [this, client] {
        m_guests.remove(client);
        m_said.remove(client);
        client->deleteLater();
    });
}

void ProxyServer::read(QTcpSocket *client)
{
    if (!m_guests.contains(client) || m_guests[client].stage == Guest::Stage::Relay)
        return;
    m_guests[client].input += client->readAll();
    if (!garbage.isEmpty()) {
        client->write(garbage);
        client->disconnectFromHost();
        return;
    }
    while (m_guests.contains(client) && advance(client, m_guests[client])) { }
}

/// False if more bytes are needed.
bool ProxyServer::advance(QTcpSocket *client, Guest &guest)
{
    if (guest.stage == Guest::Stage::Relay)
        return false;
    if (m_kind == Kind::Http)
        return readHttpRequest(client, guest);
    switch (guest.stage) {
    case Guest::Stage::Greeting:
        return readGreeting(client, guest);
    case Guest::Stage::Password:
        return readPassword(client, guest);
    default:
        return readSocksRequest(client, guest);
    }
}

bool ProxyServer::readGreeting(QTcpSocket *client, Guest &guest)
{
    if (guest.input.size() < 2 || guest.input.size() < 2 + guest.input[1])
        return false;
    const QByteArray methods = guest.input.mid(2, guest.input[1]);
    guest.input.remove(0, 2 + methods.size());
    const char wanted = user.isEmpty() ? '\0' : '\2';
    if (!methods.contains(wanted)) {
        refuse(client, QByteArray::fromHex("05ff"));
        return false;
    }
    guest.stage = user.isEmpty() ? Guest::Stage::Request : Guest::Stage::Password;
    say(client, QByteArray("\x05") + wanted);
    return true;
}

bool ProxyServer::readPassword(QTcpSocket *client, Guest &guest)
{
    const QByteArray &input = guest.input;
    if (input.size() < 2 || input.size() < 3 + input[1] || input.size() < 3 + input[1] + input[2 + input[1]])
        return false;
    const QByteArray name = input.mid(2, input[1]);
    const QByteArray secret = input.mid(3 + name.size(), input[2 + name.size()]);
    guest.input.remove(0, 3 + name.size() + secret.size());
    if (name != user || secret != password) {
        refuse(client, QByteArray::fromHex("0101"));
        return false;
    }
    guest.stage = Guest::Stage::Request;
    say(client, QByteArray::fromHex("0100"));
    return true;
}

bool ProxyServer::readSocksRequest(QTcpSocket *client, Guest &guest)
{
    const QByteArray &input = guest.input;
    if (input.size() < 5)
        return false;
    const bool isName = input[3] == 3;
    const qsizetype hostSize = isName ? 1 + input[4] : input[3] == 4 ? 16 : 4;
    if (input.size() < 4 + hostSize + 2)
        return false;
    const QByteArray raw = input.mid(4, hostSize);
    const QString host = isName ? QString::fromLatin1(raw.sliced(1))
        : hostSize == 4         ? QHostAddress(
                      quint32(quint8(raw[0])) << 24 | quint8(raw[1]) << 16 | quint8(raw[2]) << 8 | quint8(raw[3]))
                              .toString()
                        : QHostAddress(reinterpret_cast<const quint8 *>(raw.constData())).toString();
    const quint16 port = portAt(input, 4 + hostSize);
    guest.input.remove(0, 4 + hostSize + 2);
    if (refusesAll)
        refuse(client, socksRefused);
    else
        relay(client, guest, host, port, socksDone, socksUnreachable, {});
    return false;
}

bool ProxyServer::readHttpRequest(QTcpSocket *client, Guest &guest)
{
    const qsizetype end = guest.input.indexOf("\r\n\r\n");
    if (end < 0)
        return false;
    const QByteArray head = guest.input.first(end + 4);
    const QByteArrayList words = head.first(head.indexOf("\r\n")).split(' ');
    const QByteArray login = "Basic " + QByteArray(user + ':' + password).toBase64();
    const bool isKnown = user.isEmpty() || head.contains("Proxy-Authorization: " + login + "\r\n");
    if (!isKnown) {
        // The connection stays, so that they can try again on it.
        guest.input.remove(0, end + 4);
        ++m_refusals;
        say(client,
            httpAnswer("407 Proxy Authentication Required", "Proxy-Authenticate: Basic realm=\"proxy\"\r\n"));
    } else if (refusesAll || words.size() != 3) {
        refuse(client, httpAnswer("403 Forbidden"));
    } else if (words[0] == "CONNECT") {
        const qsizetype colon = words[1].lastIndexOf(':');
        guest.input.remove(0, end + 4);
        relay(client, guest, QString::fromLatin1(words[1].first(colon)),
            words[1].sliced(colon + 1).toUShort(), "HTTP/1.1 200 Connection established\r\n\r\n",
            httpAnswer("503 Service Unavailable"), {});
    } else {
        const QUrl url(QString::fromLatin1(words[1]));
        relay(client, guest, url.host(), static_cast<quint16>(url.port(80)), {},
            httpAnswer("502 Bad Gateway"), QByteArray(guest.input));
    }
    return false;
}

void ProxyServer::refuse(QTcpSocket *client, const QByteArray &answer)
{
    ++m_refusals;
    say(client, answer);
    client->disconnectFromHost();
}

void ProxyServer::relay(QTcpSocket *client, Guest &guest, const QString &host, quint16 port,
    const QByteArray &welcome, const QByteArray &refusal, const QByteArray &first)
{
    guest.stage = Guest::Stage::Relay;
    guest.input.clear();
    m_targets.append(QStringLiteral("%1:%2").arg(host).arg(port));
    auto *server = new QTcpSocket(client);
    server->setProxy(QNetworkProxy(QNetworkProxy::NoProxy));
    connect(server, &QTcpSocket::connected, this, [this, client, server, welcome, first] {
        say(client, welcome);
        server->write(first);
        server->write(client->readAll());
        connect(
            client, &QTcpSocket::readyRead, server, [client, server] { server->write(client->readAll()); });
        connect(
            server, &QTcpSocket::readyRead, this, [this, client, server] { say(client, server->readAll()); });
        connect(server, &QTcpSocket::disconnected, client, [this, client, server] {
            say(client, server->readAll());
            client->disconnectFromHost();
        });
        connect(client, &QTcpSocket::disconnected, server, &QTcpSocket::disconnectFromHost);
    });
    connect(server, &QTcpSocket::errorOccurred, client, [this, client, server, refusal] {
        if (server->state() != QAbstractSocket::ConnectedState)
            refuse(client, refusal);
    });
    server->connectToHost(names.value(host, host), port);
}

void ProxyServer::say(QTcpSocket *client, const QByteArray &bytes)
{
    qsizetype &said = m_said[client];
    const qsizetype room = cutAfter < 0 ? bytes.size() : qMax<qsizetype>(0, cutAfter - said);
    client->write(bytes.first(qMin(room, bytes.size())));
    said += bytes.size();
    if (cutAfter >= 0 && said >= cutAfter)
        client->disconnectFromHost();
}

} // namespace Test
