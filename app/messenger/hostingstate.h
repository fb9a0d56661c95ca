#pragma once

#include "core/service/store/accountcare.h"
#include "ui/hosting/hostingvalues.h"

namespace App {

class HostedNetwork;

// Between a network that is hosted here and the window that shows it.

/// All that \p network knows of itself. Reads its accounts.
Ui::HostingState shownState(HostedNetwork &network);
Msn::AccountCare careOf(const Ui::HostingCare &rules);

} // namespace App
