#include "core/service/passport/passwordchecker.h"

#include <algorithm>
#include <utility>

namespace Msn {

namespace {

constexpr int maxThreads = 2;

PasswordChecker::Verdict compare(const PasswordHash &hash, const QString &password, const PasswordCost &cost)
{
    if (hash.isEmpty()) {
        // Nobody learns from the time it takes whether an address has an account.
        (void)PasswordHash::make(password, cost);
        return {};
    }
    PasswordChecker::Verdict verdict{hash.matches(password), {}};
    if (verdict.isRight && hash.isOutdated(cost))
        verdict.renewed = PasswordHash::make(password, cost);
    return verdict;
}

} // namespace

PasswordChecker::PasswordChecker(const PasswordCost &cost, int maxWaiting, QObject *parent)
    : QObject(parent)
    , m_cost(cost)
    , m_maxWaiting(maxWaiting)
{
    m_threads.setMaxThreadCount(maxThreads);
}

PasswordChecker::~PasswordChecker()
{
    m_threads.clear();
    m_threads.waitForDone();
}

bool PasswordChecker::check(
    const QHostAddress &peer, const PasswordHash &hash, const QString &password, Done done)
{
    const auto known = m_peers.constFind(peer);
    const qsizetype ofPeer = known == m_peers.cend() ? 0 : known->jobs.size();
    if (m_waiting >= m_maxWaiting || ofPeer >= std::max(1, m_maxWaiting / 4))
        return false;
    ++m_waiting;
    if (known == m_peers.cend())
        m_turns.append(peer);
    m_peers[peer].jobs.enqueue({hash, password, std::move(done)});
    startNext();
    return true;
}

/// As many as there are threads for, each of another address.
void PasswordChecker::startNext()
{
    for (qsizetype i = 0; i < m_turns.size() && m_running < maxThreads; ++i) {
        const QHostAddress address = m_turns[i];
        Peer &peer = m_peers[address];
        if (peer.isBusy || peer.jobs.isEmpty())
            continue;
        peer.isBusy = true;
        start(address, peer.jobs.dequeue());
        m_turns.move(i, m_turns.size() - 1);
        --i;
    }
}

void PasswordChecker::start(const QHostAddress &peer, const Job &job)
{
    ++m_running;
    m_threads.start([this, peer, job, cost = m_cost] {
        const Verdict verdict = compare(job.hash, job.password, cost);
        QMetaObject::invokeMethod(
            this, [this, peer, job, verdict] { finish(peer, job, verdict); }, Qt::QueuedConnection);
    });
}

void PasswordChecker::finish(const QHostAddress &peer, const Job &job, const Verdict &verdict)
{
    --m_running;
    --m_waiting;
    const auto entry = m_peers.find(peer);
    entry->isBusy = false;
    if (entry->jobs.isEmpty()) {
        m_peers.erase(entry);
        m_turns.removeOne(peer);
    }
    startNext();
    job.done(verdict);
}

} // namespace Msn
