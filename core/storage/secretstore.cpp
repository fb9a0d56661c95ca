#include "core/storage/secretstore.h"

namespace Msn {

QString passwordKey(const Address &address, const QString &network)
{
    return QStringLiteral("%1 on %2").arg(address.key(), network);
}

} // namespace Msn
