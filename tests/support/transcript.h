#pragma once

#include "tests/support/sender.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace Test {

/// A replayable exchange of tests/data/transcripts; the notation stands in tests/data/README.md.
class Transcript
{
public:
    struct Step
    {
        enum class Kind {
            Client, ///< bytes sent by the client, payload included
            Server, ///< bytes sent by the server, payload included
            Event, ///< `connect host:port`, `server closes`, ...
        };
        Kind kind = Kind::Event;
        QByteArray bytes;
    };

    /// What passed over one connection.
    struct Connection
    {
        /// The event that opened it; empty for the connection a fragment starts on.
        QByteArray opening;
        QList<Step> steps;

        /// An HTTP exchange, not MSNP.
        bool isHttp() const { return opening.startsWith("connect http"); }
        QByteArray sentBy(Sender sender) const;
    };

    /// `s1`, `l10`, ...: every transcript there is.
    static QStringList names();
    static Transcript load(const QString &name);
    static Transcript parse(const QByteArray &text);

    const QByteArray &title() const { return m_title; }
    const QList<Step> &steps() const { return m_steps; }
    QList<Connection> connections() const;

private:
    void appendLine(const QByteArray &line);

    QByteArray m_title;
    QList<Step> m_steps;
};

/// Resolves `\r \n \t \xHH \\`; everything else is taken as it is.
QByteArray unescaped(const QByteArray &text);
/// The other way: everything but printable ASCII as `\xHH`.
QByteArray escaped(const QByteArray &bytes);

} // namespace Test
