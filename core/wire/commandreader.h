#pragma once

#include "core/base/expected.h"
#include "core/wire/command.h"

#include <QByteArrayView>

#include <optional>
#include <variant>

namespace Msn {

/// What the reader must know of a verb to stay in step; the verb table of core/protocol answers.
struct Framing
{
    enum class TransactionIdUse {
        Never, ///< the first token is an argument even if it is a number (`RNG <session>`)
        Always, ///< the first token, if it is a number
    };
    TransactionIdUse transactionId = TransactionIdUse::Never;
    bool hasPayload = false;
};

/// Framing of \p verb given the number of tokens behind it (`QRY t` has no payload,
/// `QRY t product 32` has).
using FramingRule = Framing (*)(QByteArrayView verb, qsizetype tokenCount);

/// Caps on what a peer may make us keep. Bytes, unless named otherwise.
struct WireLimits
{
    qsizetype maxLine = 8 * 1024;
    qsizetype maxPayload = 64 * 1024;
    qsizetype maxBuffer = 1024 * 1024;
    qsizetype maxArguments = 128;
};

struct WireError
{
    enum class Code {
        NotACommand, ///< the stream is out of step, or this is not MSNP at all
        LineTooLong,
        TooManyArguments,
        BadLength, ///< the payload length is not 1..7 decimal digits
        PayloadTooLong,
        BufferFull,
    };
    Code code = Code::NotACommand;
    /// Position in the stream, counted from the first byte fed.
    qint64 offset = 0;

    friend bool operator==(const WireError &, const WireError &) = default;
};

/// Turns a byte stream, cut anywhere, into whole commands. It is always in one of two states:
/// reading a line, or reading a payload of N bytes.
/// After an error the stream has lost its step: the reader repeats the error and the connection
/// must be closed.
/// Source: wire-format.md §1, §8.
class CommandReader
{
public:
    explicit CommandReader(FramingRule framing, WireLimits limits = {});

    /// Adds bytes as they came from the network.
    void feed(QByteArrayView bytes);

    /// The next whole command; nothing if more bytes are needed.
    Expected<std::optional<Command>, WireError> next();

    /// After BadLength or PayloadTooLong: the command whose payload could not be read, without it.
    const std::optional<Command> &rejected() const { return m_rejected; }

    /// True in the middle of a command: the peer closed mid-way if the stream ends here.
    bool isMidCommand() const;

private:
    struct ReadingLine
    {
    };
    struct ReadingPayload
    {
        Command command;
        qsizetype length = 0;
    };

    Expected<std::optional<Command>, WireError> readLine();
    Expected<std::optional<Command>, WireError> readPayload();
    Expected<std::optional<Command>, WireError> parseLine(QByteArrayView line);
    Unexpected<WireError> fail(WireError::Code code);
    bool startsLikeACommand(QByteArrayView line) const;
    void consume(qsizetype count);

    FramingRule m_framing;
    WireLimits m_limits;
    QByteArray m_buffer;
    qsizetype m_position = 0; ///< start of what is not consumed yet
    qsizetype m_searched = 0; ///< no LF before this position
    qint64 m_consumed = 0;
    std::variant<ReadingLine, ReadingPayload> m_state;
    std::optional<WireError> m_error;
    std::optional<Command> m_rejected;
};

} // namespace Msn
