#pragma once

#include "core/service/security/passwordhash.h"

#include <QHash>
#include <QHostAddress>
#include <QList>
#include <QObject>
#include <QQueue>
#include <QThreadPool>

#include <functional>

namespace Msn {

/// Compares passwords with their hashes on threads of its own: it is slow on purpose. One at a time for
/// each network address, and the addresses take turns, so that whoever guesses from one of them makes
/// nobody else wait.
class PasswordChecker : public QObject
{
    Q_OBJECT
public:
    struct Verdict
    {
        bool isRight = false;
        /// Of the right password, where the old hash is outdated; else empty.
        PasswordHash renewed;
    };
    using Done = std::function<void(const Verdict &)>;

    /// \p maxWaiting: being compared or waiting for it, in all; a quarter of it for one address.
    PasswordChecker(const PasswordCost &cost, int maxWaiting, QObject *parent = nullptr);
    /// Nobody hears of what is still under way.
    ~PasswordChecker() override;

    /// Calls \p done from the event loop. An empty \p hash is of nobody: wrong, after the usual time.
    /// False if too many are waiting; \p done is not called then.
    bool check(const QHostAddress &peer, const PasswordHash &hash, const QString &password, Done done);

private:
    struct Job
    {
        PasswordHash hash;
        QString password;
        Done done;
    };
    struct Peer
    {
        QQueue<Job> jobs;
        bool isBusy = false; ///< one is being compared
    };

    void startNext();
    void start(const QHostAddress &peer, const Job &job);
    void finish(const QHostAddress &peer, const Job &job, const Verdict &verdict);

    PasswordCost m_cost;
    int m_maxWaiting;
    int m_waiting = 0;
    int m_running = 0;
    QHash<QHostAddress, Peer> m_peers; ///< those with jobs
    QList<QHostAddress> m_turns; ///< all of them; whoever was served last is last
    QThreadPool m_threads;
};

} // namespace Msn
