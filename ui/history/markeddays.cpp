#include "ui/history/markeddays.h"

#include "ui/history/historyarchives.h"

namespace Ui {

MarkedDays::MarkedDays(HistoryArchives &archives, QObject *parent)
    : QObject(parent)
    , m_archives(archives)
{
}

void MarkedDays::ask(
    const std::optional<HistoryPeer> &person, std::optional<int> archive, const QDate &first, int count)
{
    const int question = ++m_question;
    m_days.clear();
    m_awaited = 1;
    const std::optional<int> wanted = person ? std::optional(person->archive) : archive;
    const Msn::HistoryDaysRequest request{person ? person->address : Msn::Address(), first, count};
    for (int i = 0; i < m_archives.count(); ++i) {
        if (!m_archives.store(i) || (wanted && *wanted != i))
            continue;
        ++m_awaited;
        m_archives.store(i)->days(
            request, {this, [this, question](const Msn::Expected<QList<QDate>, Msn::Error> &days) {
                          take(question, days.value_or({}));
                      }});
    }
    take(question, {});
}

void MarkedDays::take(int question, const QList<QDate> &days)
{
    if (question != m_question)
        return;
    for (const QDate &day : days)
        m_days.insert(day);
    if (--m_awaited == 0)
        Q_EMIT read(m_days.values());
}

} // namespace Ui
