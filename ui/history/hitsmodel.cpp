#include "ui/history/hitsmodel.h"

#include "ui/history/historyarchives.h"
#include "ui/history/historytext.h"

#include <QLocale>

#include <algorithm>

namespace Ui {

namespace {

/// Newest first.
bool comesBefore(const HistoryHit &one, const HistoryHit &other)
{
    if (one.entry.time != other.entry.time)
        return one.entry.time > other.entry.time;
    return std::pair(one.entry.id, one.archive) > std::pair(other.entry.id, other.archive);
}

} // namespace

HitsModel::HitsModel(HistoryArchives &archives, QObject *parent)
    : QAbstractListModel(parent)
    , m_archives(archives)
    , m_search(archives)
{
    connect(&m_search, &HistorySearch::found, this, &HitsModel::take);
    connect(&m_search, &HistorySearch::finished, this, &HitsModel::finish);
    connect(&m_search, &HistorySearch::failed, this, &HitsModel::failed);
}

void HitsModel::search(const Msn::HistoryQuery &query, std::optional<int> archive)
{
    m_isStale = true;
    m_words = HistoryText::wordsOf(query.text);
    m_search.start(query, archive);
}

void HitsModel::clear()
{
    m_search.stop();
    m_isStale = true;
    dropStale();
}

void HitsModel::dropStale()
{
    if (!std::exchange(m_isStale, false) || m_hits.isEmpty())
        return;
    beginResetModel();
    m_hits.clear();
    endResetModel();
}

void HitsModel::take(const QList<HistoryHit> &hits)
{
    dropStale();
    QList<HistoryHit> sorted = hits;
    std::sort(sorted.begin(), sorted.end(), &comesBefore);
    // With one history all of them belong behind those that are here.
    if (m_hits.isEmpty() || comesBefore(m_hits.constLast(), sorted.constFirst())) {
        const int first = int(m_hits.size());
        beginInsertRows({}, first, first + int(sorted.size()) - 1);
        m_hits += sorted;
        endInsertRows();
        return;
    }
    for (const HistoryHit &hit : std::as_const(sorted)) {
        const auto place = std::upper_bound(m_hits.cbegin(), m_hits.cend(), hit, &comesBefore);
        const int row = int(place - m_hits.cbegin());
        beginInsertRows({}, row, row);
        m_hits.insert(row, hit);
        endInsertRows();
    }
}

void HitsModel::finish()
{
    dropStale();
    Q_EMIT finished();
}

void HitsModel::remove(int archive, Msn::HistoryEntry::Id line)
{
    for (int row = 0; row < m_hits.size(); ++row) {
        if (m_hits.at(row).archive != archive || m_hits.at(row).entry.id != line)
            continue;
        beginRemoveRows({}, row, row);
        m_hits.removeAt(row);
        endRemoveRows();
        return;
    }
}

int HitsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_hits.size());
}

QString HitsModel::titleOf(const HistoryHit &hit) const
{
    const QString peer = m_archives.nameOf(hit.peer());
    if (hit.entry.outgoing)
        //: Above a line that was found: the person wrote it to %1.
        return tr("You to %1").arg(peer);
    const QString sender = m_archives.senderOf(hit);
    //: Above a line that was found: %1 said it in a conversation of several that began with %2.
    return hit.entry.sender == hit.entry.with ? peer : tr("%1 in the group with %2").arg(sender, peer);
}

QString HitsModel::hintFor(const HistoryHit &hit) const
{
    const QString when = QLocale().toString(hit.entry.time.toLocalTime(), QLocale::LongFormat);
    const HistoryArchive &archive = m_archives.at(hit.archive);
    if (m_archives.count() < 2)
        return when;
    //: Hint on a line that was found in one of several accounts: the time, the account's address, its
    //: network.
    return tr("%1, with %2 on %3").arg(when, archive.account.toString(), archive.network).toHtmlEscaped();
}

QVariant HitsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const HistoryHit &hit = m_hits.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return HistoryText::excerpt(HistoryText::line(hit.entry, m_archives.senderOf(hit)), m_words);
    case Qt::AccessibleTextRole:
        //: Read out for a line that was found: who, when, what.
        return tr("%1, %2: %3")
            .arg(titleOf(hit), QLocale().toString(hit.entry.time.toLocalTime(), QLocale::ShortFormat),
                HistoryText::line(hit.entry, m_archives.senderOf(hit)));
    case Qt::ToolTipRole:
        return hintFor(hit);
    case TitleRole:
        return titleOf(hit);
    case WhenRole:
        return HistoryText::when(hit.entry.time, QDate::currentDate());
    case WordsRole:
        return m_words;
    default:
        return {};
    }
}

bool HitsModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && !m_isStale && !m_search.isRunning() && m_search.hasMore();
}

void HitsModel::fetchMore(const QModelIndex &)
{
    m_search.fetchMore();
}

} // namespace Ui
