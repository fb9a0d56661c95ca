#pragma once

#include "core/wire/commandreader.h"
#include "tests/support/wiretap.h"

#include <QByteArray>
#include <QSslSocket>
#include <QString>

#include <functional>
#include <optional>

namespace Test {

/// A strict client on a real socket: it says exactly what it is told to and takes nothing but
/// exactly what the server is to say, byte for byte.
class ScriptedClient
{
public:
    ScriptedClient();

    bool connectPlain(const QString &host, quint16 port);
    bool connectTls(const QString &host, quint16 port, const QSslConfiguration &configuration);
    quint16 localPort() const { return m_socket.localPort(); }

    void sendBytes(const QByteArray &bytes);
    /// Closes without a word.
    void abort() { m_socket.abort(); }
    /// Closes when everything is sent.
    void hangUp() { m_socket.disconnectFromHost(); }
    /// No longer takes what the server sends.
    void stopReading();

    /// The next whole command as it came, payload included; nothing within the time limit, if the
    /// server closes, or if the bytes are not in canonical form.
    std::optional<QByteArray> nextCommand();
    /// Waits for the server to close; false if it does not, or says something before.
    bool isClosedByServer();
    /// Bytes that were received and not asked for yet.
    QByteArray unread();

private:
    void readSome();

    QSslSocket m_socket;
    Msn::CommandReader m_reader;
    Wiretap m_wiretap{Ours::Service};
    QByteArray m_received;
    bool m_isReading = true;
};

} // namespace Test
