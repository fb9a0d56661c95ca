#pragma once

#include "tests/support/sender.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace Test {

/// A recorded exchange of tests/data/dialects; the notation stands in tests/data/README.md.
class Capture
{
public:
    struct Line
    {
        Sender sender = Sender::Client;
        QByteArray bytes;
    };

    /// What passed over one connection.
    struct Connection
    {
        /// `alice`, `alice-SB`: whose and, for a switchboard, which.
        QByteArray who;
        bool isHttp = false;
        QList<Line> lines;

        bool isSwitchboard() const { return who.contains("-SB"); }
        QByteArray sentBy(Sender sender) const;
    };

    /// `msnp8-01-login-syn`, ...: every capture there is.
    static QStringList names();
    static Capture load(const QString &name);

    /// 8, 9 or 10.
    int protocolVersion() const { return m_protocolVersion; }
    const QList<Connection> &connections() const { return m_connections; }

private:
    void appendEvent(const QByteArray &text);
    void appendLine(const QByteArray &who, const Line &line);
    qsizetype openConnection(const QByteArray &who, bool isHttp);

    int m_protocolVersion = 0;
    QList<Connection> m_connections;
};

} // namespace Test
