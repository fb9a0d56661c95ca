#include "core/account/ownstatus.h"

#include "core/protocol/servererror.h"

namespace Msn {

OwnStatus::OwnStatus(
    NotificationConnection &connection, ClientId clientId, const Timing &timing, QObject *parent)
    : QObject(parent)
    , m_connection(connection)
    , m_clientId(clientId)
{
    m_retryTimer.setSingleShot(true);
    m_retryTimer.setInterval(timing.tooFast);
    connect(&m_retryTimer, &QTimer::timeout, this, &OwnStatus::send);
    connect(
        &m_connection, &NotificationConnection::ownStatusForced, this, [this](const StatusChange &change) {
            m_asked = change.status;
            confirm(change.status);
        });
}

void OwnStatus::setWanted(Status status)
{
    m_wanted = status == Status::Offline ? Status::Hidden : status;
    m_retriedTooFast = false;
    if (m_announced && m_wanted != m_asked && !m_retryTimer.isActive())
        send();
}

void OwnStatus::setPicture(const QByteArray &object)
{
    if (std::exchange(m_picture, object) == object)
        return;
    if (m_announced && m_connection.dialect().pictureInPresence && !m_retryTimer.isActive())
        send();
}

void OwnStatus::announce()
{
    m_announced = true;
    m_retriedTooFast = false;
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
    m_asked = asked;
    const StatusChange change{asked, m_clientId, m_picture};
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
    } else if (reply.error().serverNumber == tooManyRequests && !std::exchange(m_retriedTooFast, true)) {
        m_retryTimer.start(); // the last wanted status, once (errors.md 800)
    } else if (reply.error().code == ErrorCode::ReplyTimedOut) {
        confirm(asked); // some servers apply CHG without answering (field-notes.md)
    } else {
        handleRefusal(asked, reply.error());
    }
}

void OwnStatus::handleRefusal(Status asked, const Error &error)
{
    if (error.code != ErrorCode::ServerRefused)
        return; // the connection is gone; the wish outlives it
    if (m_asked == asked) { // nothing newer is on its way
        m_asked = m_confirmed;
        if (m_confirmed != Status::Offline)
            m_wanted = m_confirmed;
    }
    Q_EMIT refused(error);
}

void OwnStatus::confirm(Status status)
{
    if (std::exchange(m_confirmed, status) != status)
        Q_EMIT changed(status);
}

} // namespace Msn
