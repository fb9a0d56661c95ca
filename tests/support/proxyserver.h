#pragma once

#include <QHash>
#include <QStringList>
#include <QTcpServer>

class QTcpSocket;

namespace Test {

/// A proxy on loopback: SOCKS5 (RFC 1928, 1929) or HTTP (CONNECT, and POST with a whole address).
/// Names are looked up in `names`, then taken as addresses.
class ProxyServer : public QTcpServer
{
    Q_OBJECT

public:
    enum class Kind { Socks5, Http };

    explicit ProxyServer(Kind kind);
    ~ProxyServer() override;

    /// Empty: nobody is asked who they are.
    QByteArray user;
    QByteArray password;
    /// Host name -> address.
    QHash<QString, QString> names;
    /// Everything is refused: SOCKS reply code 2, HTTP 403.
    bool refusesAll = false;
    /// Hangs up after so many bytes of its own; -1: never.
    qsizetype cutAfter = -1;
    /// Says this and nothing else, whatever it is asked.
    QByteArray garbage;

    /// `host:port` of every tunnel that was wanted by somebody who was let in.
    const QStringList &targets() const { return m_targets; }
    int connectionCount() const { return m_connections; }
    int refusalCount() const { return m_refusals; }

private:
    struct Guest
    {
        QByteArray input;
        enum class Stage { Greeting, Password, Request, Relay } stage = Stage::Greeting;
    };

    void take();
    void read(QTcpSocket *client);
    bool advance(QTcpSocket *client, Guest &guest);
    bool readGreeting(QTcpSocket *client, Guest &guest);
    bool readPassword(QTcpSocket *client, Guest &guest);
    bool readSocksRequest(QTcpSocket *client, Guest &guest);
    bool readHttpRequest(QTcpSocket *client, Guest &guest);
    void refuse(QTcpSocket *client, const QByteArray &answer);
    void relay(QTcpSocket *client, Guest &guest, const QString &host, quint16 port, const QByteArray &welcome,
        const QByteArray &refusal, const QByteArray &first);
    void say(QTcpSocket *client, const QByteArray &bytes);

    const Kind m_kind;
    QHash<QTcpSocket *, Guest> m_guests;
    QHash<QTcpSocket *, qsizetype> m_said;
    QStringList m_targets;
    int m_connections = 0;
    int m_refusals = 0;
};

} // namespace Test
