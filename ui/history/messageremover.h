#pragma once

#include "core/history/historyremoval.h"

#include <QObject>

#include <optional>

namespace Ui {

class HistoryArchives;

/// Deletes messages from one history, or from all of them.
class MessageRemover : public QObject
{
    Q_OBJECT

public:
    /// \p archives must outlive it.
    explicit MessageRemover(HistoryArchives &archives, QObject *parent = nullptr);

    /// One after the other would not be faster: all are asked at once. Ends with removed() or failed().
    void remove(std::optional<int> archive, const Msn::HistorySelection &selection);
    bool isRunning() const { return m_awaited > 0; }

Q_SIGNALS:
    /// Nothing of them is left on the disk.
    void removed(qint64 count);
    /// Some may still be there.
    void failed(const Msn::Error &error);

private:
    void take(const Msn::Expected<qint64, Msn::Error> &count);

    HistoryArchives &m_archives;
    int m_awaited = 0;
    qint64 m_count = 0;
    Msn::Error m_error;
};

} // namespace Ui
