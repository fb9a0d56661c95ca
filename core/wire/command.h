#pragma once

#include "core/base/identifiers.h"

#include <QByteArray>
#include <QByteArrayList>

#include <optional>

namespace Msn {

/// One protocol command, whole, still in bytes.
/// Wire:   VERB[ SP transaction id][ SP argument]... CR LF [payload]
///         VERB = 3 upper-case letters, or 3 digits for an error. Where there is a payload its
///         length in bytes is the last token of the line; it is not part of `args`.
/// Source: wire-format.md §1, §2; MSNP9 analysis §2.
struct Command
{
    QByteArray verb;
    std::optional<TransactionId> transactionId;
    QByteArrayList args;
    std::optional<QByteArray> payload;

    /// The argument at \p index, empty if there is none: no parser indexes past the end.
    QByteArray argument(qsizetype index) const { return args.value(index); }
    /// Three digits: the server refuses the request with this transaction id.
    bool isError() const;
    /// The number of an error, 0 for any other command.
    int errorNumber() const;

    friend bool operator==(const Command &, const Command &) = default;
};

/// The exact bytes of \p command. A CR or LF in an argument is left out: it would begin another
/// command.
QByteArray encode(const Command &command);

/// The line without its payload and without CR LF, for logs.
QByteArray encodeLine(const Command &command);

} // namespace Msn
