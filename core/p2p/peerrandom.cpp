#include "core/p2p/peerrandom.h"

#include <QRandomGenerator>
#include <QUuid>

namespace Msn {

PeerRandom PeerRandom::system()
{
    return {
        [] { return QRandomGenerator::system()->generate(); },
        [] { return QUuid::createUuid().toByteArray(QUuid::WithBraces).toUpper(); },
    };
}

} // namespace Msn
