#include "core/service/connection/hostaddress.h"

namespace Msn {

QHostAddress unmapped(const QHostAddress &address)
{
    bool isIpv4 = false;
    const quint32 ipv4 = address.toIPv4Address(&isIpv4);
    return isIpv4 ? QHostAddress(ipv4) : address;
}

QString hostText(const QHostAddress &address)
{
    QHostAddress plain = unmapped(address);
    plain.setScopeId({});
    return plain.toString();
}

} // namespace Msn
