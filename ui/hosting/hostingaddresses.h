#pragma once

#include "core/base/address.h"

#include <QList>

namespace Ui {

// Addresses on a network of one's own look like e-mail and need not be: they end in `.example`, which is
// nobody's for good (RFC 2606).

/// `our-house.example` for "Our house"; `home.example` where a name has no letters for it.
QString domainOfNetwork(const QString &network);
/// `ana@our-house.example` for "Ana"; another one if that is among \p taken.
Msn::Address proposedAddress(const QString &person, const QString &network, const QList<Msn::Address> &taken);

} // namespace Ui
