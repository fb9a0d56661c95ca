#pragma once

#include "core/base/address.h"
#include "core/service/serviceoptions.h"

#include <QByteArray>
#include <QDeadlineTimer>
#include <QHash>

namespace Msn {

/// Policies and tickets: what ties the two USR commands on a notification server to the visit at
/// the log-in page in between.
/// Source: sign-in.md §3, §5.
class TicketOffice
{
public:
    explicit TicketOffice(const ServiceTimings &timings)
        : m_timings(timings)
    {
    }

    /// A new policy string for \p address; one token.
    QByteArray openPolicy(const Address &address);

    enum class Refusal { UnknownPolicy, OtherAddress };
    /// The ticket for a person who has shown the right password with \p policy. Clients cut and
    /// rewrite parts of the policy (libpurple, BitlBee), so only its `tpf` counts.
    Expected<QByteArray, Refusal> issueTicket(const QByteArray &policy, const Address &address);

    /// True once, for the ticket issued for exactly this policy and address, while it is valid.
    /// A wrong ticket uses the policy up as well.
    bool redeem(const QByteArray &policy, const Address &address, const QByteArray &ticket);

    /// Nobody waits for this one any more.
    void closePolicy(const QByteArray &policy);

private:
    struct Policy
    {
        Address address;
        QDeadlineTimer expiry;
        QByteArray ticket;
    };
    void forgetExpired();

    ServiceTimings m_timings;
    QHash<QByteArray, Policy> m_policies; ///< by tpf
};

} // namespace Msn
