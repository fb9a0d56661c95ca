#include "tests/support/commands.h"

#include "core/protocol/verb.h"
#include "tests/support/capture.h"
#include "tests/support/chunks.h"
#include "tests/support/transcript.h"

#include <QRegularExpression>
#include <QTest>

namespace Test {

namespace {

/// The version a connection settled on as its VER reply says; a fragment names it in the event that
/// opens it or in the title, or it does not matter.
int protocolVersion(const Transcript::Connection &connection, const QByteArray &title)
{
    const auto fromServer = readCommands(connection.sentBy(Sender::Server), Sender::Server).commands;
    QByteArray text = connection.opening + ' ' + title;
    for (const Msn::Command &command : fromServer) {
        if (command.verb == "VER")
            text.prepend(command.argument(0) + ' ');
    }
    static const QRegularExpression version(QStringLiteral("MSNP(8|9|10)\\b"));
    const auto match = version.match(QString::fromUtf8(text));
    return match.hasMatch() ? match.captured(1).toInt() : 9;
}

void appendTranscripts(QList<RecordedCommand> &recorded, Sender sender)
{
    const QStringList names = Transcript::names();
    for (const QString &name : names) {
        const Transcript transcript = Transcript::load(name);
        const auto connections = transcript.connections();
        for (const auto &connection : connections) {
            if (connection.isHttp())
                continue;
            const int version = protocolVersion(connection, transcript.title());
            const auto commands = readCommands(connection.sentBy(sender), sender).commands;
            for (const Msn::Command &command : commands)
                recorded.append({name.toUtf8(), Recording::Transcript, version, command});
        }
    }
}

void appendCaptures(QList<RecordedCommand> &recorded, Sender sender)
{
    const QStringList names = Capture::names();
    for (const QString &name : names) {
        const Capture capture = Capture::load(name);
        for (const auto &connection : capture.connections()) {
            if (connection.isHttp)
                continue;
            const auto commands = readCommands(connection.sentBy(sender), sender).commands;
            for (const Msn::Command &command : commands)
                recorded.append({name.toUtf8(), Recording::Capture, capture.protocolVersion(), command});
        }
    }
}

} // namespace

Msn::FramingRule framingOf(Sender sender)
{
    return sender == Sender::Client ? Msn::framingFromClient : Msn::framingFromServer;
}

ReadResult readCommands(
    const QByteArray &stream, Sender sender, qsizetype chunkSize, const Msn::WireLimits &limits)
{
    Msn::CommandReader reader(framingOf(sender), limits);
    ReadResult result;
    const QByteArrayList pieces = chunks(stream, chunkSize);
    for (const QByteArray &piece : pieces) {
        reader.feed(piece);
        for (;;) {
            const auto command = reader.next();
            if (!command) {
                result.error = command.error();
                return result;
            }
            if (!*command)
                break;
            result.commands.append(**command);
        }
    }
    result.isMidCommand = reader.isMidCommand();
    return result;
}

Msn::Command parseCommand(const QByteArray &bytes, Sender sender)
{
    const ReadResult result = readCommands(bytes, sender);
    if (result.commands.size() != 1 || result.isMidCommand)
        qFatal("not exactly one command: %s", bytes.constData());
    return result.commands.constFirst();
}

Msn::Command fromServer(const QByteArray &line)
{
    return parseCommand(line + "\r\n", Sender::Server);
}

Msn::Command fromClient(const QByteArray &line)
{
    return parseCommand(line + "\r\n", Sender::Client);
}

QByteArray RecordedCommand::rowName(qsizetype number) const
{
    return origin + ' ' + QByteArray::number(number) + ' ' + Msn::encodeLine(command).left(60);
}

QList<RecordedCommand> recordedCommands(Sender sender)
{
    QList<RecordedCommand> recorded;
    appendTranscripts(recorded, sender);
    appendCaptures(recorded, sender);
    return recorded;
}

} // namespace Test

namespace Msn {

char *toString(const Command &command)
{
    QByteArray text = encodeLine(command);
    if (command.payload)
        text += " | " + *command.payload;
    return QTest::toString(text);
}

} // namespace Msn
