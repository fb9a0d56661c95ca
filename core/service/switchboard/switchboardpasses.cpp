#include "core/service/switchboard/switchboardpasses.h"

#include "core/service/security/randomtoken.h"

namespace Msn {

std::optional<QByteArray> SwitchboardPasses::issue(const Address &address, const QByteArray &session)
{
    m_passes.removeIf([](const auto &entry) { return entry->expiry.hasExpired(); });
    if (m_passes.size() >= m_limit)
        return std::nullopt;
    // Digits and dots: the classic form.
    const QByteArray cookie = randomDecimal() + '.' + randomDecimal() + '.' + randomDecimal();
    m_passes.insert(cookie, {address, session, QDeadlineTimer(m_validity)});
    return cookie;
}

bool SwitchboardPasses::redeem(const QByteArray &cookie, const Address &address, const QByteArray &session)
{
    // Used up by any try. One that nobody was given comes back expired.
    const Pass pass = m_passes.take(cookie);
    return !pass.expiry.hasExpired() && pass.address == address && pass.session == session;
}

} // namespace Msn
