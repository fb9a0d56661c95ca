#include "tests/soak/livememory.h"

#include "tests/bench/measure.h"

#include <cstddef>

extern "C" {
/// Only there with the address sanitizer.
__attribute__((weak)) std::size_t
__sanitizer_get_current_allocated_bytes(); // NOLINT(bugprone-reserved-identifier): the sanitizer's name
}

namespace Soak {

double liveMegabytes()
{
    if (__sanitizer_get_current_allocated_bytes)
        return static_cast<double>(__sanitizer_get_current_allocated_bytes()) / (1024 * 1024);
    return Bench::residentMegabytes();
}

} // namespace Soak
