#pragma once

#include <QString>

namespace Msn {

/// A password nobody has used anywhere: 16 letters and digits, as long as every network takes, none
/// that looks like another. From the system's generator for secrets; about 92 bits.
QString generatePassword();

} // namespace Msn
