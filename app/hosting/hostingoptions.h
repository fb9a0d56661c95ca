#pragma once

#include "core/service/serviceoptions.h"

namespace App {

struct HostingChoices;

/// The options of a service that hosts a network as chosen, without a certificate; it listens on all
/// addresses.
Msn::ServiceOptions hostingOptions(const HostingChoices &choices);

} // namespace App
