#include "core/wire/commandreader.h"

#include <algorithm>

namespace Msn {

namespace {

bool isUpperOrDigit(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/// Not what toInt() accepts: that takes a sign and blanks too.
bool isDecimal(const QByteArray &token)
{
    return !token.isEmpty()
        && std::all_of(token.cbegin(), token.cend(), [](char c) { return c >= '0' && c <= '9'; });
}

/// 1..7 decimal digits, no sign (wire-format.md §8 rule 2); -1 otherwise.
qsizetype parseLength(const QByteArray &token)
{
    return isDecimal(token) && token.size() <= 7 ? token.toInt() : -1;
}

std::optional<TransactionId> parseTransactionId(const QByteArray &token)
{
    bool ok = false;
    const TransactionId id = token.toUInt(&ok);
    return ok && isDecimal(token) ? std::optional(id) : std::nullopt;
}

/// A CR that does not end the line is no part of a token either: written out again it would end one.
bool separatesTokens(char c)
{
    return c == ' ' || c == '\r';
}

/// More only cost another allocation.
constexpr qsizetype usualTokens = 8;

/// Runs of SP separate tokens; a trailing SP means "absent", not "empty" (§1 "Receiving").
QByteArrayList splitTokens(QByteArrayView line)
{
    QByteArrayList tokens;
    tokens.reserve(usualTokens);
    qsizetype start = 0;
    while (start < line.size()) {
        qsizetype end = start;
        while (end < line.size() && !separatesTokens(line[end]))
            ++end;
        if (end > start)
            tokens.append(line.sliced(start, end - start).toByteArray());
        start = end + 1;
    }
    return tokens;
}

} // namespace

CommandReader::CommandReader(FramingRule framing, WireLimits limits)
    : m_framing(framing)
    , m_limits(limits)
{
}

void CommandReader::feed(QByteArrayView bytes)
{
    if (m_error)
        return;
    if (m_buffer.size() - m_position + bytes.size() > m_limits.maxBuffer) {
        fail(WireError::Code::BufferFull);
        return;
    }
    m_buffer.append(bytes);
}

Expected<std::optional<Command>, WireError> CommandReader::next()
{
    if (m_error)
        return Unexpected(*m_error);
    return std::holds_alternative<ReadingPayload>(m_state) ? readPayload() : readLine();
}

bool CommandReader::isMidCommand() const
{
    return std::holds_alternative<ReadingPayload>(m_state) || m_position < m_buffer.size();
}

Expected<std::optional<Command>, WireError> CommandReader::readLine()
{
    for (;;) {
        const qsizetype end = m_buffer.indexOf('\n', std::max(m_searched, m_position));
        const QByteArrayView rest = QByteArrayView(m_buffer).sliced(m_position);
        if (end < 0) {
            // Garbage is told apart at its fourth byte, not after 8 KB of it.
            if (!startsLikeACommand(rest))
                return fail(WireError::Code::NotACommand);
            if (rest.size() > m_limits.maxLine)
                return fail(WireError::Code::LineTooLong);
            m_searched = m_buffer.size();
            return std::optional<Command>();
        }
        QByteArrayView line = rest.first(end - m_position);
        if (line.size() > m_limits.maxLine)
            return fail(WireError::Code::LineTooLong);
        if (line.endsWith('\r'))
            line.chop(1);
        if (line.isEmpty()) { // harmless between commands
            consume(end + 1 - m_position);
            continue;
        }
        auto command = parseLine(line);
        if (!command)
            return command;
        consume(end + 1 - m_position);
        if (std::holds_alternative<ReadingPayload>(m_state))
            return readPayload();
        return command;
    }
}

Expected<std::optional<Command>, WireError> CommandReader::parseLine(QByteArrayView line)
{
    QByteArrayList tokens = splitTokens(line);
    if (!startsLikeACommand(line) || tokens.isEmpty() || tokens.constFirst().size() != 3
        || line.startsWith('\r'))
        return fail(WireError::Code::NotACommand);
    if (tokens.size() > m_limits.maxArguments)
        return fail(WireError::Code::TooManyArguments);

    Command command;
    command.verb = tokens.takeFirst();
    // An error's only sure argument is the transaction id, and even that may be missing.
    const Framing framing = command.isError() ? Framing{Framing::TransactionIdUse::Always, false}
                                              : m_framing(command.verb, tokens.size());
    if (framing.transactionId == Framing::TransactionIdUse::Always && !tokens.isEmpty()) {
        command.transactionId = parseTransactionId(tokens.constFirst());
        if (command.transactionId)
            tokens.removeFirst();
    }
    if (framing.hasPayload) {
        const qsizetype length = tokens.isEmpty() ? -1 : parseLength(tokens.takeLast());
        command.args = std::move(tokens);
        if (length < 0 || length > m_limits.maxPayload) {
            m_rejected = std::move(command);
            return fail(length < 0 ? WireError::Code::BadLength : WireError::Code::PayloadTooLong);
        }
        m_state = ReadingPayload{std::move(command), length};
        return std::optional<Command>();
    }
    command.args = std::move(tokens);
    return std::optional(std::move(command));
}

Expected<std::optional<Command>, WireError> CommandReader::readPayload()
{
    auto &reading = std::get<ReadingPayload>(m_state);
    if (m_buffer.size() - m_position < reading.length)
        return std::optional<Command>();
    Command command = std::move(reading.command);
    command.payload = m_buffer.sliced(m_position, reading.length);
    consume(reading.length);
    m_state = ReadingLine{};
    return std::optional(std::move(command));
}

Unexpected<WireError> CommandReader::fail(WireError::Code code)
{
    m_error = WireError{code, m_consumed};
    m_buffer.clear();
    m_position = 0;
    m_state = ReadingLine{};
    return Unexpected(*m_error);
}

bool CommandReader::startsLikeACommand(QByteArrayView line) const
{
    const qsizetype verbLength = std::min<qsizetype>(3, line.size());
    for (qsizetype i = 0; i < verbLength; ++i) {
        const bool blankLine = i == 0 && (line[0] == '\r' || line[0] == '\n');
        if (blankLine)
            return true;
        if (!isUpperOrDigit(line[i]))
            return false;
    }
    return line.size() <= 3 || line[3] == ' ' || line[3] == '\r' || line[3] == '\n';
}

void CommandReader::consume(qsizetype count)
{
    m_position += count;
    m_consumed += count;
    m_searched = m_position;
    // Moving the rest to the front for every command would make a burst cost its square.
    if (m_position == m_buffer.size()) {
        m_buffer.clear();
        m_position = 0;
        m_searched = 0;
    } else if (m_position > 64 * 1024) {
        m_buffer.remove(0, m_position);
        m_position = 0;
        m_searched = 0;
    }
}

} // namespace Msn
