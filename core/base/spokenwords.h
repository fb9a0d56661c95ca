#pragma once

#include <span>

namespace Msn {

/// 256 words, one for each value of a byte: short, easy to say on a telephone, no two alike. Never
/// translated, so that two people with different languages read the same to each other.
std::span<const char *const> spokenWords();

} // namespace Msn
