#include "tests/bench/serviceclients.h"

#include "tests/bench/measure.h"

#include <QCoreApplication>
#include <QUrl>

#include <utility>

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

namespace Bench {

namespace {

constexpr int timeoutMs = 5000;

QByteArray percentEncoded(const QString &text)
{
    return QUrl::toPercentEncoding(text);
}

qsizetype payloadLength(const QByteArray &line)
{
    const bool hasPayload = line.startsWith("MSG ") || line.startsWith("NOT ");
    return hasPayload ? line.trimmed().split(' ').constLast().toLongLong() : 0;
}

} // namespace

PeerProcess::PeerProcess(const QStringList &arguments)
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(
        QCoreApplication::applicationDirPath() + QStringLiteral("/swallowtail-bench-service-peer"),
        arguments);
    QByteArray said;
    while (!said.contains('\n') && m_process.waitForReadyRead(timeoutMs))
        said += m_process.readAllStandardOutput();
    const QByteArrayList words = said.trimmed().split(' ');
    if (words.size() == 3) {
        m_port = words[1].toUShort();
        m_httpsPort = words[2].toUShort();
    }
}

PeerProcess::~PeerProcess()
{
    m_process.kill();
    m_process.waitForFinished();
}

double PeerProcess::residentKilobytes() const
{
    return residentMegabytes(m_process.processId()) * 1024;
}

LineSocket::LineSocket(LineSocket &&other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1))
    , m_buffer(std::move(other.m_buffer))
{
}

LineSocket &LineSocket::operator=(LineSocket &&other) noexcept
{
    std::swap(m_descriptor, other.m_descriptor);
    std::swap(m_buffer, other.m_buffer);
    return *this;
}

LineSocket::~LineSocket()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

bool LineSocket::connect(quint16 port)
{
    m_descriptor = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const timeval patience{timeoutMs / 1000, 0};
    const int on = 1;
    ::setsockopt(m_descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    ::setsockopt(m_descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return ::connect(m_descriptor, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0;
}

void LineSocket::write(const QByteArray &bytes) const
{
    qsizetype done = 0;
    while (done < bytes.size()) {
        const ssize_t sent = ::send(
            m_descriptor, bytes.constData() + done, static_cast<size_t>(bytes.size() - done), MSG_NOSIGNAL);
        if (sent > 0)
            done += sent;
        else if (errno != EAGAIN && errno != EINTR)
            return;
    }
}

bool LineSocket::fill()
{
    const QByteArray bytes = readAvailable();
    m_buffer += bytes;
    return !bytes.isEmpty();
}

QByteArray LineSocket::readAvailable()
{
    QByteArray bytes(64 * 1024, Qt::Uninitialized);
    const ssize_t count = ::recv(m_descriptor, bytes.data(), static_cast<size_t>(bytes.size()), 0);
    bytes.truncate(count > 0 ? count : 0);
    return bytes;
}

QByteArray LineSocket::readCommand()
{
    for (;;) {
        const qsizetype end = m_buffer.indexOf('\n');
        if (end >= 0) {
            const qsizetype whole = end + 1 + payloadLength(m_buffer.first(end));
            if (m_buffer.size() >= whole) {
                const QByteArray command = m_buffer.first(whole);
                m_buffer.remove(0, whole);
                return command;
            }
        }
        if (!fill())
            return {};
    }
}

QByteArray LineSocket::readUntil(const QByteArray &start)
{
    QByteArray command = readCommand();
    while (!command.isEmpty() && !command.startsWith(start))
        command = readCommand();
    return command;
}

void LineSocket::setNonBlocking() const
{
    ::fcntl(m_descriptor, F_SETFL, ::fcntl(m_descriptor, F_GETFL) | O_NONBLOCK);
}

LoginPage::LoginPage(quint16 port, const QSslConfiguration &trust, const QString &from)
{
    m_socket.setSslConfiguration(trust);
    m_socket.bind(QHostAddress(from));
    m_socket.connectToHostEncrypted(QStringLiteral("127.0.0.1"), port);
    m_socket.waitForEncrypted(timeoutMs);
}

QByteArray LoginPage::ask(const QString &address, const QByteArray &password, const QByteArray &policy)
{
    m_socket.write("GET /login2.srf?lc=1033 HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Passport1.4 "
                   "OrgVerb=GET,OrgURL=http%3A%2F%2Fexample%2Ecom,sign-in="
        + percentEncoded(address) + ",pwd=" + password + ',' + policy + "\r\n\r\n");
    QByteArray answer;
    // A wrong password may have to wait for its answer.
    while (!answer.contains("\r\n\r\n") && m_socket.waitForReadyRead(10 * timeoutMs))
        answer += m_socket.readAll();
    return answer;
}

QByteArray LoginPage::ticket(const QString &address, const QByteArray &password, const QByteArray &policy)
{
    const QByteArray answer = ask(address, password, policy);
    const qsizetype start = answer.indexOf("from-PP='");
    return start < 0 ? QByteArray() : answer.sliced(start + 9, answer.indexOf('\'', start + 9) - start - 9);
}

std::optional<LineSocket> signIn(quint16 port, LoginPage &page, const QString &address)
{
    const QByteArray own = address.toUtf8();
    LineSocket socket;
    QByteArray answer = "XFR";
    for (int hop = 0; hop < 3 && answer.startsWith("XFR"); ++hop) {
        socket = LineSocket();
        if (!socket.connect(port))
            return std::nullopt;
        socket.write("VER 1 MSNP8 CVR0\r\nCVR 2 0x0409 winnt 5.1 i386 MSNMSGR 5.0.0540 MSMSGS " + own
            + "\r\nUSR 3 TWN I " + own + "\r\n");
        socket.readUntil("CVR 2");
        answer = socket.readCommand();
    }
    const QByteArray policy = answer.trimmed().split(' ').value(4);
    socket.write("USR 4 TWN S " + page.ticket(address, "secret", policy) + "\r\n");
    if (!socket.readUntil("USR 4").startsWith("USR 4 OK"))
        return std::nullopt;
    // The list is the one that was made: nothing to send.
    socket.write("SYN 5 1\r\nCHG 6 NLN 0\r\n");
    if (socket.readUntil("CHG 6").isEmpty())
        return std::nullopt;
    return socket;
}

std::optional<Talk> openTalk(quint16 port, LineSocket &caller, const QString &callerAddress,
    LineSocket &called, const QString &calledAddress)
{
    Talk talk;
    caller.write("XFR 7 SB\r\n");
    const QByteArray cookie = caller.readUntil("XFR 7").trimmed().split(' ').value(5);
    if (cookie.isEmpty() || !talk.caller.connect(port))
        return std::nullopt;
    talk.caller.write(
        "USR 1 " + callerAddress.toUtf8() + ' ' + cookie + "\r\nCAL 2 " + calledAddress.toUtf8() + "\r\n");
    const QByteArrayList ring = called.readUntil("RNG").trimmed().split(' ');
    if (ring.size() < 5 || !talk.called.connect(port))
        return std::nullopt;
    talk.called.write("ANS 1 " + calledAddress.toUtf8() + ' ' + ring[4] + ' ' + ring[1] + "\r\n");
    const bool isOpen
        = !talk.called.readUntil("ANS 1 OK").isEmpty() && !talk.caller.readUntil("JOI").isEmpty();
    return isOpen ? std::optional(std::move(talk)) : std::nullopt;
}

} // namespace Bench
