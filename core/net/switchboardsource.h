#pragma once

#include "core/net/notificationconnection.h"
#include "core/net/switchboardconnection.h"

#include <memory>

namespace Msn {

/// Where switchboards come from: XFR t SB on the notification connection, then a connection of its
/// own.
class SwitchboardSource
{
public:
    using Handler = std::function<void(const Expected<Transfer, Error> &)>;

    /// \p log may be null; everything must outlive this object.
    SwitchboardSource(NotificationConnection &notification, TransportFactory transports, TrafficLog *log,
        const Timing &timing);

    /// What the profile of this session says; false until one has come.
    void setKeepsMessages(bool keeps) { m_keepsMessages = keeps; }
    /// Asks the notification server where to go. Refusals: 913 while hidden or before the first
    /// CHG, 280/281 none to be had, 800 too many requests. \p handler is called exactly once.
    void request(Handler handler);
    /// A connection that open() or answer() starts.
    std::unique_ptr<SwitchboardConnection> create(const Address &own) const;

private:
    NotificationConnection &m_notification;
    const TransportFactory m_transports;
    TrafficLog *m_log;
    const Timing m_timing;
    bool m_keepsMessages = false;
};

} // namespace Msn
