#include "core/account/reconnector.h"

#include "core/protocol/challenge.h"
#include "core/protocol/servererror.h"

#include <algorithm>
#include <array>
#include <utility>

namespace Msn {

namespace {

constexpr int challengeRefused = 540;

/// What errors.md asks for beyond the usual pause.
constexpr std::array<std::pair<int, std::chrono::seconds>, 3> longerPauses{{
    {604, std::chrono::seconds(60)},
    {714, std::chrono::seconds(60)},
    {920, std::chrono::minutes(5)},
}};

std::chrono::milliseconds leastPause(const Error &error)
{
    const auto row = std::find_if(longerPauses.begin(), longerPauses.end(),
        [&error](const auto &pause) { return pause.first == error.serverNumber; });
    const auto wanted = row == longerPauses.end() ? std::chrono::seconds(0) : row->second;
    return std::max(wanted, error.retryAfter);
}

} // namespace

Reconnector::Reconnector(const Timing &timing, QObject *parent)
    : QObject(parent)
    , m_backoff(timing.reconnectFirst, timing.reconnectLongest)
{
    m_timer.setSingleShot(true);
    m_settled.setSingleShot(true);
    m_settled.setInterval(timing.settled);
    connect(&m_timer, &QTimer::timeout, this, &Reconnector::due);
    connect(&m_settled, &QTimer::timeout, this, [this] {
        m_backoff.reset();
        m_challengeRefusals = 0;
    });
}

void Reconnector::reset()
{
    m_timer.stop();
    m_settled.stop();
    m_backoff.reset();
    m_wasSignedIn = false;
    m_challengeRefusals = 0;
}

void Reconnector::noteSignedIn()
{
    m_wasSignedIn = true;
    m_settled.start();
}

void Reconnector::noteEnded(const Error &error)
{
    m_settled.stop();
    if (error.serverNumber == challengeRefused)
        ++m_challengeRefusals;
}

bool Reconnector::mayReturnAfter(const Error &error) const
{
    if (!m_wasSignedIn)
        return false;
    switch (error.code) {
    case ErrorCode::SignedInElsewhere:
    case ErrorCode::TermsOfUse:
    case ErrorCode::WrongPassword:
    case ErrorCode::AccountRefused:
    case ErrorCode::TicketRefused:
    case ErrorCode::CertificateUntrusted:
    case ErrorCode::CertificateChanged:
    case ErrorCode::InsecureAddress:
    case ErrorCode::ProxyPasswordNeeded:
    case ErrorCode::NoCommonVersion:
    case ErrorCode::Cancelled:
        return false;
    case ErrorCode::ServerRefused:
        // Each product is tried once: a wrong answer will be wrong again (errors.md, 540).
        if (error.serverNumber == challengeRefused && m_challengeRefusals >= challengeProducts)
            return false;
        return errorAction(error.serverNumber) != ErrorAction::GiveUp;
    default:
        return true;
    }
}

void Reconnector::schedule(const Error &error)
{
    const auto pause = std::max(m_backoff.next(), leastPause(error));
    m_nextAttempt = QDateTime::currentDateTime().addMSecs(pause.count());
    m_timer.start(pause);
}

} // namespace Msn
