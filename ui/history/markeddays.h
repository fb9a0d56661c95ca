#pragma once

#include "ui/history/historyarchive.h"

#include <QDate>
#include <QObject>
#include <QSet>

#include <optional>

namespace Ui {

class HistoryArchives;

/// On which days something was said, asked of several histories. Only what was asked for last is told.
class MarkedDays : public QObject
{
    Q_OBJECT

public:
    /// \p archives must outlive it.
    explicit MarkedDays(HistoryArchives &archives, QObject *parent = nullptr);

    /// With one person; without one with anybody, in one history or in all.
    void ask(
        const std::optional<HistoryPeer> &person, std::optional<int> archive, const QDate &first, int count);

Q_SIGNALS:
    void read(const QList<QDate> &days);

private:
    void take(int question, const QList<QDate> &days);

    HistoryArchives &m_archives;
    int m_question = 0;
    int m_awaited = 0;
    QSet<QDate> m_days;
};

} // namespace Ui
