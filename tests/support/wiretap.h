#pragma once

#include "core/wire/commandreader.h"
#include "tests/support/evidence.h"
#include "tests/support/sender.h"

#include <QByteArray>
#include <QHash>
#include <QList>

namespace Test {

/// Listens to one connection between a client and a server and notes every whole command that
/// crosses it as evidence. A fact names direction, server, protocol version and the shape of the
/// line, in which words in capitals stand and anything else is `*`:
///
///     > NS 9 ADD FL * * *               > from the client
///     < NS 9 205 ADD                    < from the server; a number names the request it answers
///     > SB 10 MSG A text/plain          a message names its acknowledgement mode and its content
class Wiretap
{
public:
    explicit Wiretap(Ours ours);

    void hear(Sender sender, const QByteArray &bytes);

private:
    struct Ear
    {
        Msn::CommandReader reader;
        bool isOutOfStep = false;
    };
    struct Heard
    {
        Sender sender = Sender::Client;
        QByteArray shape;
    };

    void take(Sender sender, const Msn::Command &command);
    void learnFromClient(const Msn::Command &command);
    void learnVersion(int version, const char *server);
    QByteArray shapeOf(Sender sender, const Msn::Command &command) const;
    void note(const Heard &heard) const;

    Ours m_ours;
    Ear m_fromClient;
    Ear m_fromServer;
    QByteArray m_server;
    int m_version = 0; ///< 0 = not known yet
    int m_offered = 0; ///< what the client likes best
    QList<Heard> m_early; ///< before the version was known
    QHash<quint32, QByteArray> m_requests; ///< transaction id -> verb
};

} // namespace Test
