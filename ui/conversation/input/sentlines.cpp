#include "ui/conversation/input/sentlines.h"

namespace Ui {

void SentLines::add(const QString &text)
{
    if (m_lines.isEmpty() || m_lines.constLast() != text)
        m_lines.append(text);
    if (m_lines.size() > maxLines)
        m_lines.removeFirst();
    m_shown = m_lines.size();
    m_draft.clear();
}

QString SentLines::older(const QString &current)
{
    if (m_shown == 0)
        return current;
    if (m_shown == m_lines.size())
        m_draft = current;
    return m_lines.at(--m_shown);
}

QString SentLines::newer(const QString &current)
{
    if (m_shown >= m_lines.size())
        return current;
    return ++m_shown == m_lines.size() ? m_draft : m_lines.at(m_shown);
}

} // namespace Ui
