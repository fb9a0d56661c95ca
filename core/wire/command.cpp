#include "core/wire/command.h"

#include <algorithm>

namespace Msn {

namespace {

/// Whatever a caller let through, one command stays one command.
void append(QByteArray &line, const QByteArray &token)
{
    if (token.contains('\r') || token.contains('\n'))
        line += QByteArray(token).replace('\r', "").replace('\n', "");
    else
        line += token;
}

/// Room for \p more bytes is behind it: a service spends much of its time here.
QByteArray lineOf(const Command &command, qsizetype more)
{
    constexpr qsizetype longestNumber = 11;
    qsizetype size = command.verb.size() + 2 * longestNumber + more;
    for (const QByteArray &argument : command.args)
        size += 1 + argument.size();
    QByteArray line;
    line.reserve(size);
    append(line, command.verb);
    if (command.transactionId)
        (line += ' ') += QByteArray::number(*command.transactionId);
    for (const QByteArray &argument : command.args)
        append(line += ' ', argument);
    if (command.payload)
        (line += ' ') += QByteArray::number(command.payload->size());
    return line;
}

} // namespace

bool Command::isError() const
{
    return verb.size() == 3
        && std::all_of(verb.cbegin(), verb.cend(), [](char c) { return c >= '0' && c <= '9'; });
}

int Command::errorNumber() const
{
    return isError() ? verb.toInt() : 0;
}

QByteArray encodeLine(const Command &command)
{
    return lineOf(command, 0);
}

QByteArray encode(const Command &command)
{
    const QByteArray payload = command.payload.value_or(QByteArray());
    QByteArray bytes = lineOf(command, 2 + payload.size());
    bytes += "\r\n";
    return bytes += payload;
}

} // namespace Msn
