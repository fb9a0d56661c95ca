#pragma once

#include "core/base/backoff.h"
#include "core/base/error.h"
#include "core/net/timing.h"

#include <QDateTime>
#include <QObject>
#include <QTimer>

namespace Msn {

/// Whether and when an account comes back by itself after its session has ended.
/// Source: errors.md, "Rules for the client"; sign-in.md §6, §8.
class Reconnector : public QObject
{
    Q_OBJECT

public:
    explicit Reconnector(const Timing &timing, QObject *parent = nullptr);

    /// A person signs in: nothing of what went before counts any more.
    void reset();
    /// A session has come about. Only one that lives for Timing::settled makes the pauses short
    /// again: a server that drops each session at once is asked ever more seldom.
    void noteSignedIn();
    void noteEnded(const Error &error);
    /// False before the first session, where a person waits for the answer, and where the other side
    /// or the person has to act first.
    bool mayReturnAfter(const Error &error) const;
    /// due() follows after a pause.
    void schedule(const Error &error);
    void stop() { m_timer.stop(); }
    QDateTime nextAttempt() const { return m_nextAttempt; }

Q_SIGNALS:
    void due();

private:
    Backoff m_backoff;
    QTimer m_timer;
    QTimer m_settled;
    QDateTime m_nextAttempt;
    bool m_wasSignedIn = false;
    int m_challengeRefusals = 0;
};

} // namespace Msn
