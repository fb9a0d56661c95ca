#include "core/account/ownstatus.h"

namespace Msn {

namespace {

constexpr int tooFast = 800;
constexpr std::chrono::seconds tooFastPause{30};

} // namespace

OwnStatus::OwnStatus(NotificationConnection &connection, ClientId clientId, QObject *parent)
    : QObject(parent)
    , m_connection(connection)
    , m_clientId(clientId)
{
    m_retryTimer.setSingleShot(true);
    m_retryTimer.setInterval(tooFastPause);
    connect(&m_retryTimer, &QTimer::timeout, this, &OwnStatus::send);
    connect(&m_connection, &NotificationConnection::ownStatusForced, this,
        [this](const StatusChange &change) { confirm(change.status); });
}

void OwnStatus::setWanted(Status status)
{
    m_wanted = status == Status::Offline ? Status::Hidden : status;
    if (m_announced && m_wanted != m_confirmed)
        send();
}

void OwnStatus::announce()
{
    m_announced = true;
    send();
}

void OwnStatus::forget()
{
    m_announced = false;
    m_retryTimer.stop();
    confirm(Status::Offline);
}

void OwnStatus::send()
{
    const Status asked = m_wanted;
    const StatusChange change{asked, m_clientId, {}};
    m_connection.request(
        [this, change](TransactionId id) { return encodeStatusChange(id, change, m_connection.dialect()); },
        {Verb::Chg},
        [self = QPointer(this), asked](const Reply &reply) {
            if (self)
                self->handleReply(asked, reply);
        });
}

void OwnStatus::handleReply(Status asked, const Reply &reply)
{
    if (!m_announced)
        return;
    if (reply) {
        const auto change = parseStatusChange(*reply);
        confirm(change ? change->status : asked);
    } else if (reply.error().serverNumber == tooFast) {
        m_retryTimer.start(); // the last wanted status, once (errors.md 800)
    } else if (reply.error().code == ErrorCode::ReplyTimedOut) {
        confirm(asked); // some servers apply CHG without answering (field-notes.md)
    } else {
        Q_EMIT refused(reply.error());
    }
}

void OwnStatus::confirm(Status status)
{
    if (std::exchange(m_confirmed, status) != status)
        Q_EMIT changed(status);
}

} // namespace Msn
