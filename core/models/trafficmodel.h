#pragma once

#include <QAbstractListModel>
#include <QList>
#include <QString>

#include <deque>

namespace Msn {

/// The last lines of a TrafficLog, the newest last. Bounded in lines and in bytes: the oldest go.
class TrafficModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        /// The whole line, as saved. Also DisplayRole.
        LineRole = Qt::UserRole,
        /// bool
        SentRole,
        /// `MSG`; of a step outside of MSNP its first word: `GET`, `HTTP`.
        VerbRole,
        /// Everything behind the arrow.
        TextRole,
        /// `12:34:56.789`, UTC.
        TimeRole,
    };
    static constexpr int maxLines = 5000;
    static constexpr qint64 maxBytes = 4 * 1024 * 1024;
    /// A longer line is cut.
    static constexpr int maxLineBytes = 16 * 1024;

    using QAbstractListModel::QAbstractListModel;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

    /// Lines that arrive while paused wait, within the same bounds, and are shown afterwards.
    void setPaused(bool paused);
    bool isPaused() const { return m_paused; }
    int waitingCount() const { return static_cast<int>(m_waiting.size()); }

public Q_SLOTS:
    /// As TrafficLog::lineWritten() tells it.
    void append(const QByteArray &line);
    /// Those that wait, too.
    void clear();

Q_SIGNALS:
    void waitingCountChanged();

private:
    void add(const QByteArray &line);
    void dropOldest();

    std::deque<QByteArray> m_lines;
    std::deque<QByteArray> m_waiting;
    qint64 m_bytes = 0;
    qint64 m_waitingBytes = 0;
    bool m_paused = false;
};

} // namespace Msn
