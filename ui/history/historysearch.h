#pragma once

#include "ui/history/historyarchive.h"

#include <QObject>

#include <optional>

namespace Ui {

class HistoryArchives;

/// Looks for lines in several histories, a page at a time. What is found comes as it is found, on the
/// thread of the window; a new search ends the one before.
class HistorySearch : public QObject
{
    Q_OBJECT

public:
    /// Of hits; a page may have more where several histories answer.
    static constexpr int pageSize = 50;

    /// \p archives must outlive it.
    explicit HistorySearch(HistoryArchives &archives, QObject *parent = nullptr);
    ~HistorySearch() override;

    /// In one history, or in all without \p archive. HistoryQuery::before and count mean nothing.
    void start(const Msn::HistoryQuery &query, std::optional<int> archive);
    void stop();
    bool isRunning() const { return m_running != nullptr; }
    /// There may be older hits.
    bool hasMore() const;
    /// The next page; found() may follow, finished() does.
    void fetchMore();

Q_SIGNALS:
    void found(const QList<Ui::HistoryHit> &hits);
    /// The page is complete.
    void finished();
    /// One of the histories cannot be read. The others are searched all the same.
    void failed(const Msn::Error &error);

private:
    struct Part
    {
        int archive = 0;
        /// Where it goes on; nothing: at the newest line.
        std::optional<Msn::HistoryEntry::Id> next;
        bool isDone = false;
    };

    Part *furthestBehind();
    void step();
    void ask(Part &part);
    void take(const Msn::Expected<Msn::HistoryHits, Msn::Error> &hits);

    HistoryArchives &m_archives;
    Msn::HistoryQuery m_query;
    QList<Part> m_parts;
    /// The one that is being asked.
    Part *m_running = nullptr;
    Msn::HistoryStore::Token m_token = 0;
    qsizetype m_foundOnPage = 0;
};

} // namespace Ui
