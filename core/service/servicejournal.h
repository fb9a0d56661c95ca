#pragma once

#include "core/base/address.h"

#include <QHostAddress>
#include <QObject>

#include <array>

namespace Msn {

/// Something that whoever runs a service may want to know. Never a text, a password or a ticket.
struct ServiceEvent
{
    enum class Kind {
        SignedIn,
        SignedOut,
        WrongPassword,
        LoginPostponed, ///< too many are being checked
        ConnectionRefused, ///< too many, in all or from one address
        SlowReader, ///< cut off: does not read what is sent
        RequestRefused, ///< 800: asks too often
        NotKept, ///< 500: the disk does not take a change
    };
    static constexpr std::size_t kinds = 8;

    Kind kind = Kind::SignedIn;
    Address account; ///< may be empty
    QHostAddress peer; ///< may be null
};

/// Counts what happens in a service, and tells it.
class ServiceJournal : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    void note(const ServiceEvent &event)
    {
        ++m_counts[static_cast<std::size_t>(event.kind)];
        Q_EMIT noted(event);
    }
    qint64 count(ServiceEvent::Kind kind) const { return m_counts[static_cast<std::size_t>(kind)]; }

    void noteMessage() { ++m_messages; }
    /// Messages that were passed on or kept.
    qint64 messages() const { return m_messages; }

Q_SIGNALS:
    void noted(const Msn::ServiceEvent &event);

private:
    std::array<qint64, ServiceEvent::kinds> m_counts{};
    qint64 m_messages = 0;
};

/// How a service is doing. Counts are since its start.
struct ServiceStatistics
{
    qint64 signIns = 0;
    int usersOnline = 0;
    int connections = 0;
    int switchboards = 0;
    qint64 messages = 0;
    qint64 wrongPasswords = 0;
    qint64 postponedLogins = 0;
    qint64 refusedConnections = 0;
    qint64 refusedRequests = 0;
    qint64 slowReaders = 0;
    qint64 changesNotKept = 0;

    friend bool operator==(const ServiceStatistics &, const ServiceStatistics &) = default;
};

} // namespace Msn
