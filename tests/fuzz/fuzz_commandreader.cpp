#include "core/protocol/verb.h"
#include "core/wire/commandreader.h"
#include "tests/fuzz/fuzzinput.h"

using namespace Msn;

namespace {

/// Every command in \p stream, fed in pieces of \p chunk bytes.
QList<Command> readAll(
    FramingRule framing, const QByteArray &stream, qsizetype chunk, std::optional<WireError> &error)
{
    CommandReader reader(framing);
    QList<Command> commands;
    for (qsizetype start = 0; start < stream.size() && !error; start += chunk) {
        reader.feed(QByteArrayView(stream).sliced(start, std::min(chunk, stream.size() - start)));
        for (auto command = reader.next();; command = reader.next()) {
            if (!command)
                error = command.error();
            if (!command || !*command)
                break;
            commands.append(**command);
        }
    }
    return commands;
}

void check(FramingRule framing, const QByteArray &stream)
{
    std::optional<WireError> wholeError;
    std::optional<WireError> cutError;
    const QList<Command> whole = readAll(framing, stream, std::max<qsizetype>(1, stream.size()), wholeError);
    const QList<Command> cut = readAll(framing, stream, 3, cutError);
    Fuzz::require(whole == cut, "the same commands however the stream is cut");
    Fuzz::require(
        wholeError.has_value() == cutError.has_value(), "the same verdict however the stream is cut");
    for (const Command &command : whole) {
        std::optional<WireError> error;
        const QList<Command> again = readAll(framing, encode(command), 1, error);
        Fuzz::require(
            !error && again == QList<Command>{command}, "what was read can be written and read again");
    }
}

} // namespace

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    const QByteArray stream = Fuzz::bytes(data, size);
    check(framingFromServer, stream);
    check(framingFromClient, stream);
    return 0;
}
