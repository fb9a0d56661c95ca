#pragma once

#include "core/base/completion.h"

#include <QMutex>
#include <QWaitCondition>

#include <atomic>
#include <optional>

namespace Msn {

/// Where the thread that reads logs waits for the one that keeps the history. Used by both.
class ImportGate
{
public:
    using Answer = Expected<int, Error>;

    /// The reading thread stops before the next line.
    void cancel() { m_isCancelled = true; }
    bool isCancelled() const { return m_isCancelled; }

    /// As cancel(), and nobody will answer any more.
    void abandon();
    void answer(const Answer &answer);
    /// Blocks until answer(); ErrorCode::Cancelled after abandon().
    Answer wait();

private:
    QMutex m_mutex;
    QWaitCondition m_answered;
    std::optional<Answer> m_answer;
    std::atomic_bool m_isCancelled = false;
    bool m_isAbandoned = false;
};

} // namespace Msn
