#pragma once

#include "core/wire/command.h"
#include "core/wire/commandreader.h"
#include "tests/support/sender.h"

#include <QList>

namespace Test {

/// The framing rule for what \p sender sends.
Msn::FramingRule framingOf(Sender sender);

/// What a CommandReader makes of a stream.
struct ReadResult
{
    QList<Msn::Command> commands;
    std::optional<Msn::WireError> error;
    bool isMidCommand = false;
};
ReadResult readCommands(
    const QByteArray &stream, Sender sender, qsizetype chunkSize = 0, const Msn::WireLimits &limits = {});

/// The one command in \p bytes, CR LF and payload included; ends the test program if there is not
/// exactly one.
Msn::Command parseCommand(const QByteArray &bytes, Sender sender);
/// The same for a \p line without its CR LF and without a payload.
Msn::Command fromServer(const QByteArray &line);
Msn::Command fromClient(const QByteArray &line);

/// Every command of every transcript and every capture that \p sender sent.
enum class Recording { Transcript, Capture };
struct RecordedCommand
{
    QByteArray origin;
    Recording recording = Recording::Transcript;
    int protocolVersion = 9;
    Msn::Command command;

    /// Unique name of a test row.
    QByteArray rowName(qsizetype number) const;
};
QList<RecordedCommand> recordedCommands(Sender sender);

} // namespace Test

namespace Msn {
/// For QCOMPARE.
char *toString(const Command &command);
} // namespace Msn
