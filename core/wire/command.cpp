#include "core/wire/command.h"

#include <algorithm>

namespace Msn {

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
    QByteArray line = command.verb;
    if (command.transactionId)
        line += ' ' + QByteArray::number(*command.transactionId);
    for (const QByteArray &argument : command.args)
        line += ' ' + argument;
    if (command.payload)
        line += ' ' + QByteArray::number(command.payload->size());
    // Whatever a caller let through, one command stays one command.
    line.replace('\r', "").replace('\n', "");
    return line;
}

QByteArray encode(const Command &command)
{
    QByteArray bytes = encodeLine(command) + "\r\n";
    if (command.payload)
        bytes += *command.payload;
    return bytes;
}

} // namespace Msn
