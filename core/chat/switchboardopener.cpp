#include "core/chat/switchboardopener.h"

#include "core/net/switchboardsource.h"
#include "core/protocol/servererror.h"

#include <QPointer>
#include <QTimer>

#include <utility>

namespace Msn {

SwitchboardOpener::SwitchboardOpener(SwitchboardSource &source, const Timing &timing, QObject *parent)
    : QObject(parent)
    , m_source(source)
    , m_tooFast(timing.tooFast)
{
}

bool SwitchboardOpener::hadNone(const Error &error)
{
    return error.serverNumber == 280 || error.serverNumber == 281;
}

bool SwitchboardOpener::endedByChance(const Error &error)
{
    // The cookie was stale; or it is gone, because it had been idle for too long.
    return error.serverNumber == 911 || error.code == ErrorCode::ConnectionClosed
        || error.code == ErrorCode::ConnectionLost;
}

void SwitchboardOpener::request()
{
    m_isUnderWay = true;
    m_source.request([self = QPointer(this)](const Expected<Transfer, Error> &transfer) {
        if (self)
            self->handleTransfer(transfer);
    });
}

bool SwitchboardOpener::tryAnother()
{
    if (std::exchange(m_hasRetried, true))
        return false;
    request();
    return true;
}

void SwitchboardOpener::handleTransfer(const Expected<Transfer, Error> &transfer)
{
    const int number = transfer ? 0 : transfer.error().serverNumber;
    if (number == tooManyRequests && !std::exchange(m_hasRetried, true)) {
        QTimer::singleShot(m_tooFast, this, &SwitchboardOpener::request);
        return; // still under way
    }
    m_isUnderWay = false;
    if (transfer)
        Q_EMIT granted(*transfer);
    else
        Q_EMIT failed(transfer.error());
}

} // namespace Msn
