#pragma once

#include "ui/history/historysearch.h"

#include <QAbstractListModel>
#include <QStringList>

namespace Ui {

/// The lines that a search has found, newest first; more come as a view scrolls to the end. What was found
/// before stays until the first hit of a new search, or its end.
class HitsModel : public QAbstractListModel
{
    Q_OBJECT

public:
    /// Besides the usual ones: Qt::DisplayRole is the line, Qt::AccessibleTextRole all of it in one sentence.
    enum Role {
        TitleRole = Qt::UserRole, ///< who said it, and to whom
        WhenRole, ///< as text
        WordsRole, ///< what was looked for
    };

    /// \p archives must outlive it.
    explicit HitsModel(HistoryArchives &archives, QObject *parent = nullptr);

    void search(const Msn::HistoryQuery &query, std::optional<int> archive);
    /// Nothing is looked for any more.
    void clear();
    bool isSearching() const { return m_search.isRunning(); }
    bool hasMore() const { return m_search.hasMore(); }
    const QStringList &words() const { return m_words; }
    const HistoryHit &hit(int row) const { return m_hits.at(row); }
    /// The line is no more.
    void remove(int archive, Msn::HistoryEntry::Id line);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

Q_SIGNALS:
    /// A page is complete; hasMore() tells whether it was the last.
    void finished();
    void failed(const Msn::Error &error);

private:
    void take(const QList<HistoryHit> &hits);
    void finish();
    void dropStale();
    QString titleOf(const HistoryHit &hit) const;
    QString hintFor(const HistoryHit &hit) const;

    HistoryArchives &m_archives;
    HistorySearch m_search;
    QStringList m_words;
    QList<HistoryHit> m_hits;
    bool m_isStale = false;
};

} // namespace Ui
