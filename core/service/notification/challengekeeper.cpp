#include "core/service/notification/challengekeeper.h"

#include "core/protocol/challenge.h"
#include "core/service/notification/notificationsession.h"
#include "core/service/security/randomtoken.h"
#include "core/service/servicecore.h"

namespace Msn {

namespace {

/// A challenge has no number of its own (presence.md §5), and neither has the answer that never came.
constexpr TransactionId challengeId = 0;

} // namespace

ChallengeKeeper::ChallengeKeeper(NotificationSession &session)
    : m_session(session)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &ChallengeKeeper::proceed);
}

void ChallengeKeeper::start()
{
    if (m_started)
        return;
    m_started = true;
    m_timer.start(m_session.core().options.timings.challengeDelay);
}

void ChallengeKeeper::stop()
{
    m_timer.stop();
    m_open.clear();
}

bool ChallengeKeeper::accept(const ChallengeAnswer &answer)
{
    const auto product = findProduct(answer.productId);
    if (m_open.isEmpty() || !product
        || !equalInConstantTime(answer.digest, challengeResponse(m_open, *product)))
        return false;
    m_open.clear();
    m_timer.start(m_session.core().options.timings.challengeInterval);
    return true;
}

void ChallengeKeeper::proceed()
{
    if (!m_open.isEmpty())
        return m_session.refuseAndEnd(challengeId, 540);
    m_open = (randomDecimal() + randomDecimal() + randomDecimal()).first(20); // as long as the classic ones
    m_session.send(encodeChallenge(m_open));
    m_timer.start(m_session.core().options.timings.challengeAnswer);
}

} // namespace Msn
