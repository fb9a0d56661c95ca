#pragma once

#include <QHostAddress>

namespace Msn {

/// A dual-stack socket shows IPv4 peers as ::ffff:a.b.c.d; the protocol wants a.b.c.d.
QHostAddress unmapped(const QHostAddress &address);
/// Without the zone of a link-local address, which means nothing on another machine.
QString hostText(const QHostAddress &address);

} // namespace Msn
