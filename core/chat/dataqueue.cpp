#include "core/chat/dataqueue.h"

#include "core/net/switchboardconnection.h"

#include <QPointer>
#include <QTimer>

#include <utility>

namespace Msn {

namespace {

constexpr int window = 3;
/// Where nothing is acknowledged: as many as a turn of the event loop should write.
constexpr int blindWindow = 16;

} // namespace

void DataQueue::add(const QByteArray &payload, Completion<std::monostate> done)
{
    m_waiting.append(Item{payload, std::move(done)});
}

void DataQueue::sendThrough(SwitchboardConnection &switchboard)
{
    const QPointer<DataQueue> self(this);
    const int most = m_isAcknowledged ? window : blindWindow;
    while (self && !m_waiting.isEmpty() && m_onTheWire < most && switchboard.isOpen())
        send(m_waiting.takeFirst(), switchboard);
}

void DataQueue::send(const Item &item, SwitchboardConnection &switchboard)
{
    ++m_onTheWire;
    if (!m_isAcknowledged) {
        sendBlindly(item, switchboard);
        return;
    }
    switchboard.sendData(item.payload, [self = QPointer(this), done = item.done](const Reply &reply) {
        if (!self)
            return;
        const bool isSilent = !reply && reply.error().code == ErrorCode::ReplyTimedOut;
        if (isSilent)
            self->m_isAcknowledged = false;
        self->handleSent(done, reply || isSilent ? Outcome() : Unexpected(reply.error()));
    });
}

void DataQueue::sendBlindly(const Item &item, SwitchboardConnection &switchboard)
{
    switchboard.sendUnacknowledged(AckMode::Data, item.payload);
    QTimer::singleShot(0, this, [this, done = item.done] { handleSent(done, {}); });
}

void DataQueue::handleSent(Completion<std::monostate> done, const Outcome &outcome)
{
    const QPointer<DataQueue> self(this);
    --m_onTheWire;
    if (outcome) {
        done(std::monostate());
        if (self && hasWaiting())
            Q_EMIT roomForMore();
        return;
    }
    done(Unexpected(outcome.error()));
    if (self)
        failWaiting(outcome.error());
}

void DataQueue::failWaiting(const Error &error)
{
    QList<Item> failed = std::exchange(m_waiting, {});
    for (Item &item : failed)
        item.done(Unexpected(error));
}

} // namespace Msn
