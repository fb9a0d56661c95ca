#pragma once

#include <QByteArray>
#include <QProcess>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QString>
#include <QStringList>

#include <optional>

namespace Bench {

/// A program of servicepeer.cpp, running. Ended when this goes.
class PeerProcess
{
public:
    explicit PeerProcess(const QStringList &arguments);
    ~PeerProcess();
    /// 0 if it did not start.
    quint16 port() const { return m_port; }
    quint16 httpsPort() const { return m_httpsPort; }
    double residentKilobytes() const;

private:
    QProcess m_process;
    quint16 m_port = 0;
    quint16 m_httpsPort = 0;
};

/// A connection without an event loop, so that thousands of them cost the measuring side little.
class LineSocket
{
public:
    LineSocket() = default;
    LineSocket(LineSocket &&other) noexcept;
    LineSocket &operator=(LineSocket &&other) noexcept;
    ~LineSocket();

    bool connect(quint16 port);
    int descriptor() const { return m_descriptor; }
    void write(const QByteArray &bytes) const;
    /// The next command, its payload behind it; empty after five seconds without one, or if the
    /// connection has ended.
    QByteArray readCommand();
    /// Skips what does not begin with \p start.
    QByteArray readUntil(const QByteArray &start);
    /// From here on readAvailable() alone.
    void setNonBlocking() const;
    /// Whatever there is now; empty if there is nothing.
    QByteArray readAvailable();

private:
    bool fill();

    int m_descriptor = -1;
    QByteArray m_buffer;
};

/// The log-in page, over one connection that is kept.
class LoginPage
{
public:
    /// \p from: the own network address.
    LoginPage(
        quint16 port, const QSslConfiguration &trust, const QString &from = QStringLiteral("127.0.0.1"));
    bool isOpen() const { return m_socket.isEncrypted(); }
    /// The head of the answer.
    QByteArray ask(const QString &address, const QByteArray &password, const QByteArray &policy = {});
    QByteArray ticket(const QString &address, const QByteArray &password, const QByteArray &policy);

private:
    QSslSocket m_socket;
};

/// Signs in with MSNP8, up to the answer to `CHG NLN`; nothing if that fails.
std::optional<LineSocket> signIn(quint16 port, LoginPage &page, const QString &address);

/// Two people on a switchboard: who has opened it, and who was called.
struct Talk
{
    LineSocket caller;
    LineSocket called;
};
/// Both must be signed in on these connections.
std::optional<Talk> openTalk(quint16 port, LineSocket &caller, const QString &callerAddress,
    LineSocket &called, const QString &calledAddress);

} // namespace Bench
