#pragma once

#include <QString>

#include <functional>

namespace Msn {
class Address;
}

namespace Ui {

/// What the person calls somebody; empty: as they call themselves.
using Nicknames = std::function<QString(const Msn::Address &address)>;

} // namespace Ui
