#include "core/service/referralledger.h"

namespace Msn {

namespace {

constexpr qsizetype maxReferrals = 20'000;

} // namespace

void ReferralLedger::refer(const Address &account, const QHostAddress &peer)
{
    m_referrals.removeIf([](const auto &entry) { return entry->hasExpired(); });
    if (m_referrals.size() < maxReferrals)
        m_referrals.insert({account, peer}, QDeadlineTimer(m_validity));
}

bool ReferralLedger::arrives(const Address &account, const QHostAddress &peer)
{
    const auto entry = m_referrals.constFind({account, peer});
    if (entry == m_referrals.cend())
        return false;
    const bool valid = !entry->hasExpired();
    m_referrals.erase(entry);
    return valid;
}

} // namespace Msn
