#pragma once

#include <QByteArray>

namespace Msn {

/// What a switchboard lets through: not too long, and a text's font named first and not too long,
/// since longer ones have crashed clients.
/// Source: wire-format.md §4; errors.md, "Without a code".
bool isAcceptableMessage(const QByteArray &payload);

/// Offers a file to the others, by invitation (MSNP8) or between the two clients (MSNP9 and later).
/// Source: wire-format.md; the numbers of the file transfer in both.
bool isFileOffer(const QByteArray &payload);

/// Only these may ask for acknowledgement `D`.
bool isPeerToPeer(const QByteArray &payload);

} // namespace Msn
