#pragma once

#include "tests/support/scriptedclient.h"

#include <QHash>
#include <QSslConfiguration>
#include <QString>

#include <map>
#include <memory>

namespace Test {

/// A script in which several clients talk to one server, played over real sockets.
/// One line each, blank lines and lines with # are skipped:
///
///     alice connect                     opens a plain connection; `connect tls` one with TLS
///     alice > VER 1 MSNP8 CVR0          alice says this line
///     alice > MSG 3 A # | Hi\r\n        with a payload; # is its length
///     alice < VER 1 MSNP8 CVR0          the server must say exactly this next
///     alice < USR 3 TWN S <policy>      remembers a token; <policy> stands for it from then on
///     alice < ILN 6 * bob@example.com ..  * is any token, .. any rest of the line and payload
///     alice silent                      the server has said nothing more (asked by PNG)
///     alice closed                      the server closes and has said nothing more
///     alice abort                       alice is gone
class Dialogue
{
public:
    void setPlainServer(const QString &host, quint16 port);
    void setTlsServer(const QString &host, quint16 port, const QSslConfiguration &configuration);

    /// Empty if all went as written; else what did not.
    QString play(const QByteArray &script);

    QByteArray value(const QByteArray &name) const { return m_values.value(name); }
    void setValue(const QByteArray &name, const QByteArray &value) { m_values.insert(name, value); }
    void forget(const QByteArray &name) { m_values.remove(name); }
    ScriptedClient &client(const QByteArray &name);

private:
    struct Server
    {
        QString host;
        quint16 port = 0;
    };
    QString playLine(const QByteArray &line);
    bool connectClient(const QByteArray &name, bool tls);
    void say(ScriptedClient &client, const QByteArray &text);
    QString expect(ScriptedClient &client, const QByteArray &text);
    QString expectSilence(ScriptedClient &client);
    QByteArray substituted(QByteArray text) const;

    Server m_plain;
    Server m_tls;
    QSslConfiguration m_tlsConfiguration;
    std::map<QByteArray, std::unique_ptr<ScriptedClient>> m_clients;
    QHash<QByteArray, QByteArray> m_values;
};

} // namespace Test

/// Fails the test with what did not go as written.
#define PLAY(dialogue, script)                              \
    do {                                                    \
        const QString failure_ = (dialogue).play(script);   \
        QVERIFY2(failure_.isEmpty(), qPrintable(failure_)); \
    } while (false)
