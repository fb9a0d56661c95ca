#pragma once

#include <QAbstractListModel>
#include <QList>
#include <QStringList>

#include <deque>

namespace Msn {

/// The last lines of a TrafficLog, the newest last. Bounded in lines and in bytes: the oldest go.
class TrafficModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        /// The whole line, as saved. Also DisplayRole. Names the account between time and arrow where
        /// there are several.
        LineRole = Qt::UserRole,
        /// bool
        SentRole,
        /// `MSG`; of a step outside of MSNP its first word: `GET`, `HTTP`.
        VerbRole,
        /// Everything behind the arrow.
        TextRole,
        /// `12:34:56.789`, UTC.
        TimeRole,
        /// Whose line it is; empty: nobody's in particular.
        AccountRole,
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
    /// Those whose lines have been here, in the order of their first one.
    const QStringList &accounts() const { return m_accounts; }

public Q_SLOTS:
    /// As TrafficLog::lineWritten() tells it.
    void append(const QByteArray &line, const QString &account = {});
    /// Those that wait, too.
    void clear();

Q_SIGNALS:
    void waitingCountChanged();
    void accountsChanged();

private:
    struct Line
    {
        QByteArray text;
        /// In m_accounts; -1: nobody's.
        qsizetype account = -1;
    };

    qsizetype indexOfAccount(const QString &account);
    QString accountOf(const Line &line) const;
    QString wholeLine(const Line &line) const;
    void add(const Line &line);
    void dropOldest();

    std::deque<Line> m_lines;
    std::deque<Line> m_waiting;
    QStringList m_accounts;
    qint64 m_bytes = 0;
    qint64 m_waitingBytes = 0;
    bool m_paused = false;
};

} // namespace Msn
