#pragma once

#include "core/wire/command.h"
#include "tests/support/fakenetwork.h"
#include "tests/support/transcript.h"

#include <QByteArray>
#include <QHash>

#include <functional>

namespace Test {

/// Plays one side of a connection from a script in the notation of the transcripts: `C ` bytes the
/// client must send next, `S ` bytes the server says, `. ` more in the same direction, `@ server
/// closes`, `#` comment. Leading blanks do not count. Transaction ids are mapped: the script's may
/// begin anywhere.
class ServerScript
{
public:
    /// Whether what the client has said is as good as what the script wants.
    using Comparison = std::function<bool(const Msn::Command &wanted, const Msn::Command &said)>;

    explicit ServerScript(FakeConnection &connection, qsizetype chunkSize = 0);

    /// Instead of isSame().
    void setComparison(Comparison comparison) { m_isSame = std::move(comparison); }
    /// Equal but for the value of the transaction id; of CVR, which tells what program we are, the
    /// verb alone counts.
    static bool isSame(const Msn::Command &wanted, const Msn::Command &said);

    /// False, and the test has failed with the difference, if the client says something else or
    /// nothing.
    bool play(const QByteArray &script);
    bool play(const Transcript::Step &step);
    /// The client has nothing more to say in the next few turns of the event loop.
    bool nothingMoreSent();

private:
    bool expect(const QByteArray &wanted);
    void say(const QByteArray &bytes);

    FakeConnection &m_connection;
    qsizetype m_chunkSize;
    Comparison m_isSame = &ServerScript::isSame;
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
