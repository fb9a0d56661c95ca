#pragma once

#include "core/wire/command.h"
#include "tests/support/fakenetwork.h"

#include <QByteArray>
#include <QHash>

namespace Test {

/// Plays one side of a connection from a script in the notation of the transcripts: `C ` bytes the
/// client must send next, `S ` bytes the server says, `. ` more in the same direction, `@ server
/// closes`, `#` comment. Leading blanks do not count. Transaction ids are mapped: the script's may
/// begin anywhere.
class ServerScript
{
public:
    explicit ServerScript(FakeConnection &connection, qsizetype chunkSize = 0);

    /// False, and the test has failed with the difference, if the client says something else or
    /// nothing.
    bool play(const QByteArray &script);
    /// The client has nothing more to say in the next few turns of the event loop.
    bool nothingMoreSent();

private:
    bool expect(const QByteArray &wanted);
    void say(const QByteArray &bytes);

    FakeConnection &m_connection;
    qsizetype m_chunkSize;
    QHash<QByteArray, QByteArray> m_ids; ///< of the script -> of the client
};

/// Lets queued events and timers that are due happen.
void turnEventLoop();

/// `MSG sender name length` and the payload, as a server says it; for scripts.
QByteArray serverMessage(const QByteArray &sender, const QByteArray &name, const QByteArray &payload);
/// \p command as a server sends it.
QByteArray serverLine(const Msn::Command &command);
/// A text/plain payload.
QByteArray plainText(const QByteArray &text);

} // namespace Test
