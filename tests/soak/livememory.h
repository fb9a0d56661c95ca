#pragma once

namespace Soak {

/// What this process has in use, in megabytes: the blocks that were asked for and not given back where a
/// sanitizer counts them, else what is resident. With sanitizers the resident memory grows by what they
/// remember of each place that asks for memory, for as long as new ones come.
double liveMegabytes();

} // namespace Soak
