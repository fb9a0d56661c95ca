#pragma once

namespace Msn {
class Address;
}

namespace Ui {

/// A new e-mail to \p address in the person's mail program; false if there is none.
bool openMailProgram(const Msn::Address &address);

} // namespace Ui
