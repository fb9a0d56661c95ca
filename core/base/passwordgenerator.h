#pragma once

#include <QString>

namespace Msn {

/// A password nobody has used anywhere: 16 letters and digits, as long as every network takes, none
/// that looks like another. From the system's generator for secrets; about 92 bits.
QString generatePassword();

/// One for somebody who is told it: four spoken words with a dash between, all lower case; 32 bits,
/// enough where guessing is slowed down.
QString generatePassphrase();

} // namespace Msn
