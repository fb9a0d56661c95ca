#include "ui/history/messageremover.h"

#include "ui/history/historyarchives.h"

namespace Ui {

MessageRemover::MessageRemover(HistoryArchives &archives, QObject *parent)
    : QObject(parent)
    , m_archives(archives)
{
}

void MessageRemover::remove(std::optional<int> archive, const Msn::HistorySelection &selection)
{
    if (isRunning())
        return;
    m_count = 0;
    m_error = {};
    m_awaited = 1;
    for (int i = 0; i < m_archives.count(); ++i) {
        if (!m_archives.store(i) || (archive && *archive != i))
            continue;
        ++m_awaited;
        m_archives.store(i)->remove(
            selection, {this, [this](const Msn::Expected<qint64, Msn::Error> &count) { take(count); }});
    }
    take(0);
}

void MessageRemover::take(const Msn::Expected<qint64, Msn::Error> &count)
{
    if (count)
        m_count += *count;
    else
        m_error = count.error();
    if (--m_awaited > 0)
        return;
    if (m_error.code == Msn::ErrorCode::None)
        Q_EMIT removed(m_count);
    else
        Q_EMIT failed(m_error);
}

} // namespace Ui
