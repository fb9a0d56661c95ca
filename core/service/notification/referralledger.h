#pragma once

#include "core/base/address.h"

#include <QDeadlineTimer>
#include <QHash>
#include <QHostAddress>

#include <chrono>

namespace Msn {

/// Lets one port be dispatch and notification server: the first USR I of a client is referred on
/// by XFR, the next one, from the same place for the same account, is at the right door.
/// Old clients insist on being referred before they sign in (field-notes.md, "Clients").
class ReferralLedger
{
public:
    explicit ReferralLedger(std::chrono::milliseconds validity)
        : m_validity(validity)
    {
    }

    void refer(const Address &account, const QHostAddress &peer);
    /// True once for each referral that has not expired; and for everybody at \p peer while so many
    /// are open there that they can only be meant to fill the ledger.
    bool arrives(const Address &account, const QHostAddress &peer);

private:
    using Referrals = QHash<Address, QDeadlineTimer>;
    bool isFull(const QHostAddress &peer) const;

    std::chrono::milliseconds m_validity;
    QHash<QHostAddress, Referrals> m_referrals;
};

} // namespace Msn
