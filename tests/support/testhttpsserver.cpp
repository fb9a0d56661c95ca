#include "tests/support/testhttpsserver.h"

#include "tests/support/testdata.h"

#include <QCryptographicHash>
#include <QFile>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslSocket>

namespace Test {

namespace {

QByteArray pathOf(const QByteArray &target)
{
    const qsizetype query = target.indexOf('?');
    return query < 0 ? target : target.left(query);
}

TestHttpsServer::Request parseRequest(const QByteArray &head)
{
    TestHttpsServer::Request request;
    const QByteArrayList lines = head.split('\n');
    request.target = lines.constFirst().split(' ').value(1);
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const qsizetype colon = lines[i].indexOf(':');
        if (colon > 0)
            request.headers.append({lines[i].left(colon).toLower(), lines[i].mid(colon + 1).trimmed()});
    }
    return request;
}

} // namespace

QByteArray TestHttpsServer::Request::header(const QByteArray &name) const
{
    for (const auto &[key, value] : headers) {
        if (key == name.toLower())
            return value;
    }
    return {};
}

TestHttpsServer::TestHttpsServer(const QString &certificate, QObject *parent)
    : QTcpServer(parent)
    , m_certificate(certificate)
{
    if (!listen(QHostAddress::LocalHost))
        qFatal("the test server cannot listen: %s", qPrintable(errorString()));
}

QByteArray TestHttpsServer::certificatePem(const QString &certificate)
{
    return readData(QStringLiteral("certificates/%1.pem").arg(certificate));
}

QByteArray TestHttpsServer::certificateDigest(const QString &certificate)
{
    return QSslCertificate(certificatePem(certificate)).digest(QCryptographicHash::Sha256);
}

QUrl TestHttpsServer::url(const QString &path) const
{
    return QUrl(QStringLiteral("https://127.0.0.1:%1%2").arg(serverPort()).arg(path));
}

QByteArray TestHttpsServer::authority() const
{
    return "127.0.0.1:" + QByteArray::number(serverPort());
}

TestHttpsServer::Answer TestHttpsServer::nexus(const QByteArray &loginUrl)
{
    return {
        "HTTP/1.1 200 OK\r\nPassportURLs: DARealm=Passport.Net,DALogin=" + loginUrl + ",ConfigVersion=11\r\n",
        {}};
}

TestHttpsServer::Answer TestHttpsServer::ticket(const QByteArray &ticket)
{
    return {"HTTP/1.1 200 OK\r\nAuthentication-Info: Passport1.4 "
            "da-status=success,tname=MSPAuth,tname=MSPProf,tname=MSPSec,from-PP='"
            + ticket + "',ru=http://messenger.msn.com\r\n",
        {}};
}

TestHttpsServer::Answer TestHttpsServer::redirect(const QByteArray &location)
{
    return {"HTTP/1.1 302 Found\r\nAuthentication-Info: Passport1.4 da-status=redir\r\nLocation: " + location
            + "\r\n",
        {}};
}

TestHttpsServer::Answer TestHttpsServer::wrongPassword(const QByteArray &explanation)
{
    const QByteArray text = explanation.isEmpty() ? QByteArray() : ",cbtxt=" + explanation;
    return {"HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Passport1.4 "
            "da-status=failed,srealm=Passport.NET,ts=-2,prompt,cburl=http://login.example.net/logo.gif"
            + text + "\r\n",
        {}};
}

void TestHttpsServer::servePassport(const QByteArray &ticketText)
{
    answer("/rdr/pprdr.asp", nexus(authority() + "/login.srf"));
    answer("/login.srf", ticket(ticketText));
}

QList<TestHttpsServer::Request> TestHttpsServer::requestsFor(const QByteArray &path) const
{
    QList<Request> found;
    for (const Request &request : m_requests) {
        if (pathOf(request.target) == path)
            found.append(request);
    }
    return found;
}

void TestHttpsServer::incomingConnection(qintptr descriptor)
{
    ++m_connections;
    auto *socket = new QSslSocket(this);
    socket->setSocketDescriptor(descriptor);
    socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificate(QSslCertificate(certificatePem(m_certificate)));
    configuration.setPrivateKey(
        QSslKey(readData(QStringLiteral("certificates/%1.key").arg(m_certificate)), QSsl::Ec));
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    socket->setSslConfiguration(configuration);
    connect(socket, &QSslSocket::encrypted, this, [this] { ++m_handshakes; });
    connect(socket, &QSslSocket::readyRead, this, [this, socket] { read(*socket); });
    connect(socket, &QSslSocket::disconnected, this, [this, socket] {
        m_input.remove(socket);
        socket->deleteLater();
    });
    socket->startServerEncryption();
}

void TestHttpsServer::read(QSslSocket &socket)
{
    QByteArray &input = m_input[&socket];
    input += socket.readAll();
    const qsizetype end = input.indexOf("\r\n\r\n");
    if (end < 0)
        return;
    const Request request = parseRequest(input.left(end));
    input.remove(0, end + 4);
    m_requests.append(request);
    reply(socket, request);
}

void TestHttpsServer::reply(QSslSocket &socket, const Request &request)
{
    const Answer answer = answerFor(pathOf(request.target));
    QByteArray bytes;
    if (answer.hasNoEnd)
        bytes = answer.head + "\r\n" + answer.body;
    else if (!answer.head.isEmpty())
        bytes = answer.head + "Content-Length: " + QByteArray::number(answer.body.size()) + "\r\n\r\n"
            + answer.body;
    socket.write(answer.cutAfter < 0 ? bytes : bytes.left(answer.cutAfter));
    if (answer.hangsUp || answer.cutAfter >= 0)
        socket.disconnectFromHost();
}

TestHttpsServer::Answer TestHttpsServer::answerFor(const QByteArray &path)
{
    QList<Answer> &queue = m_queue[path];
    if (!queue.isEmpty())
        return queue.takeFirst();
    return m_answers.value(path, {"HTTP/1.1 404 Not Found\r\n", {}});
}

} // namespace Test
