#include "core/service/notification/referralledger.h"

namespace Msn {

namespace {

constexpr qsizetype maxPeers = 10'000;
/// Behind one network address may be many people, but not so many who sign in within a minute.
constexpr qsizetype maxPerPeer = 500;

} // namespace

void ReferralLedger::refer(const Address &account, const QHostAddress &peer)
{
    if (m_referrals.size() >= maxPeers)
        m_referrals.removeIf([](const auto &entry) {
            entry->removeIf([](const auto &referral) { return referral->hasExpired(); });
            return entry->isEmpty();
        });
    if (isFull(peer))
        return;
    Referrals &referrals = m_referrals[peer];
    referrals.removeIf([](const auto &referral) { return referral->hasExpired(); });
    referrals.insert(account, QDeadlineTimer(m_validity));
}

bool ReferralLedger::arrives(const Address &account, const QHostAddress &peer)
{
    const auto referrals = m_referrals.find(peer);
    const auto referral = referrals == m_referrals.end() ? Referrals::iterator() : referrals->find(account);
    if (referrals == m_referrals.end() || referral == referrals->end())
        return isFull(peer);
    const bool valid = !referral->hasExpired();
    referrals->erase(referral);
    if (referrals->isEmpty())
        m_referrals.erase(referrals);
    return valid;
}

bool ReferralLedger::isFull(const QHostAddress &peer) const
{
    const auto referrals = m_referrals.constFind(peer);
    return referrals == m_referrals.cend() ? m_referrals.size() >= maxPeers : referrals->size() >= maxPerPeer;
}

} // namespace Msn
