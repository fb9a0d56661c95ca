#pragma once

#include <QHash>
#include <QList>
#include <QTcpServer>
#include <QUrl>

class QSslSocket;

namespace Test {

/// HTTPS on loopback with scripted answers, for the Passport part of a sign-in.
class TestHttpsServer : public QTcpServer
{
    Q_OBJECT

public:
    struct Request
    {
        QByteArray target; ///< path and query
        QList<std::pair<QByteArray, QByteArray>> headers;
        QByteArray header(const QByteArray &name) const;
    };
    struct Answer
    {
        /// Everything up to the empty line; Content-Length is added. Empty: the server stays silent.
        QByteArray head;
        QByteArray body;
        /// Hangs up instead of answering.
        bool hangsUp = false;
        /// No Content-Length, and yet the connection is left open: some servers do that.
        bool hasNoEnd = false;
        /// Hangs up after so many bytes of it; -1: never.
        qsizetype cutAfter = -1;
    };

    /// \p certificate names a pair of files of tests/data/certificates.
    explicit TestHttpsServer(
        const QString &certificate = QStringLiteral("server"), QObject *parent = nullptr);

    /// PEM of the certificate it shows.
    static QByteArray certificatePem(const QString &certificate = QStringLiteral("server"));
    /// SHA-256 of the same, 32 bytes.
    static QByteArray certificateDigest(const QString &certificate = QStringLiteral("server"));

    QUrl url(const QString &path) const;
    /// `127.0.0.1:port`
    QByteArray authority() const;

    /// Requests for \p path get \p answer, until another is set.
    void answer(const QByteArray &path, const Answer &answer) { m_answers.insert(path, answer); }
    /// The next request for \p path gets \p answer, before what answer() has set.
    void answerOnce(const QByteArray &path, const Answer &answer) { m_queue[path].append(answer); }

    // The usual ones.
    static Answer nexus(const QByteArray &loginUrl);
    static Answer ticket(const QByteArray &ticket);
    static Answer redirect(const QByteArray &location);
    static Answer wrongPassword(const QByteArray &explanation = {});
    /// /rdr/pprdr.asp leads to /login.srf, which gives \p ticket.
    void servePassport(const QByteArray &ticket);
    QUrl nexusUrl() const { return url(QStringLiteral("/rdr/pprdr.asp")); }

    const QList<Request> &requests() const { return m_requests; }
    QList<Request> requestsFor(const QByteArray &path) const;
    /// TCP connections taken, TLS handshakes finished.
    int connectionCount() const { return m_connections; }
    int handshakeCount() const { return m_handshakes; }

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    void read(QSslSocket &socket);
    void reply(QSslSocket &socket, const Request &request);
    Answer answerFor(const QByteArray &path);

    QString m_certificate;
    QHash<QByteArray, Answer> m_answers;
    QHash<QByteArray, QList<Answer>> m_queue;
    QHash<QSslSocket *, QByteArray> m_input;
    QList<Request> m_requests;
    int m_connections = 0;
    int m_handshakes = 0;
};

} // namespace Test
