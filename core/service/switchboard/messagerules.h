#pragma once

#include <QByteArray>

namespace Msn {

/// What a switchboard lets through: not too long, and a text's font named first and not too long,
/// since longer ones have crashed clients.
/// Source: wire-format.md §4; errors.md, "Without a code".
bool isAcceptableMessage(const QByteArray &payload);

/// Only these may ask for acknowledgement `D`.
bool isPeerToPeer(const QByteArray &payload);

} // namespace Msn
