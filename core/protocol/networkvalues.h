#pragma once

#include "core/protocol/networkdescription.h"

namespace Msn {

// What network files and network links have in common.

/// \p key is at fault.
Unexpected<NetworkFileError> networkFailure(NetworkFileError::Code code, const char *key);

/// The SHA-256 of a certificate: 64 hexadecimal digits, with or without colons between them.
/// Errors: BadValue for `certificate.sha256`.
Expected<QByteArray, NetworkFileError> parseFingerprint(const QString &text);

} // namespace Msn
