#pragma once

#include "core/net/notificationconnection.h"
#include "core/protocol/presence.h"

#include <QObject>
#include <QTimer>

namespace Msn {

/// Our own status: what we want, what the server has confirmed, and CHG between the two. The
/// wanted status outlives a lost connection.
/// Source: presence.md §2.
class OwnStatus : public QObject
{
    Q_OBJECT

public:
    OwnStatus(NotificationConnection &connection, ClientId clientId, const Timing &timing,
        QObject *parent = nullptr);

    /// Offline while signed out.
    Status confirmed() const { return m_confirmed; }
    Status wanted() const { return m_wanted; }
    /// Sent at once while announced; Offline counts as Hidden, because CHG FLN must never be sent.
    void setWanted(Status status);
    /// The object of our display picture, XML; empty: none. Told to others at once while announced.
    void setPicture(const QByteArray &object);
    /// The list is there: the first CHG, with the wanted status.
    void announce();
    /// The session is over.
    void forget();

Q_SIGNALS:
    void changed(Msn::Status confirmed);
    /// The server refused a change; the confirmed status stands and is wanted again.
    void refused(const Msn::Error &error);

private:
    void send();
    void handleReply(Status asked, const Reply &reply);
    void handleRefusal(Status asked, const Error &error);
    void confirm(Status status);

    NotificationConnection &m_connection;
    const ClientId m_clientId;
    QByteArray m_picture;
    Status m_confirmed = Status::Offline;
    Status m_wanted = Status::Online;
    /// What the server was asked for last, or has done by itself since.
    Status m_asked = Status::Offline;
    bool m_announced = false;
    bool m_retriedTooFast = false;
    QTimer m_retryTimer;
};

} // namespace Msn
