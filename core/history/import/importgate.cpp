#include "core/history/import/importgate.h"

namespace Msn {

void ImportGate::abandon()
{
    cancel();
    const QMutexLocker lock(&m_mutex);
    m_isAbandoned = true;
    m_answered.wakeAll();
}

void ImportGate::answer(const Answer &answer)
{
    const QMutexLocker lock(&m_mutex);
    m_answer = answer;
    m_answered.wakeAll();
}

ImportGate::Answer ImportGate::wait()
{
    QMutexLocker lock(&m_mutex);
    while (!m_answer && !m_isAbandoned)
        m_answered.wait(&m_mutex);
    if (!m_answer)
        return Unexpected(makeError(ErrorCode::Cancelled));
    const Answer answer = *m_answer;
    m_answer.reset();
    return answer;
}

} // namespace Msn
