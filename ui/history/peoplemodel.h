#pragma once

#include "ui/history/historyarchives.h"

#include <QAbstractListModel>

#include <optional>

namespace Ui {

/// Everybody with whom something is kept: first all of them together, then one after the other.
class PeopleModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        CountRole = Qt::UserRole, ///< of the lines, as text
    };

    /// \p archives must outlive it.
    explicit PeopleModel(HistoryArchives &archives, QObject *parent = nullptr);

    /// Only those of one history; nothing: of all.
    void setArchive(std::optional<int> archive);
    /// Nothing for the row of everybody.
    std::optional<HistoryPeer> peerAt(int row) const;
    /// That of everybody for who is not here.
    int rowOf(const std::optional<HistoryPeer> &peer) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    void take();
    QStringList shownNamesOf(const QList<HistoryArchives::Person> &people) const;
    QString hintFor(const HistoryArchives::Person &person) const;
    qint64 lines() const;

    HistoryArchives &m_archives;
    std::optional<int> m_archive;
    QList<HistoryArchives::Person> m_people;
    QStringList m_shownNames;
};

} // namespace Ui
