#include "ui/history/peoplemodel.h"

#include "ui/history/historytext.h"

#include <QHash>
#include <QLocale>
#include <QSet>

#include <algorithm>

namespace Ui {

PeopleModel::PeopleModel(HistoryArchives &archives, QObject *parent)
    : QAbstractListModel(parent)
    , m_archives(archives)
{
    connect(&archives, &HistoryArchives::peopleRead, this, &PeopleModel::take);
}

void PeopleModel::setArchive(std::optional<int> archive)
{
    m_archive = archive;
    take();
}

void PeopleModel::take()
{
    QList<HistoryArchives::Person> people;
    for (const HistoryArchives::Person &person : m_archives.people()) {
        if (!m_archive || person.peer.archive == *m_archive)
            people.append(person);
    }
    const bool sameOnes = std::equal(m_people.cbegin(), m_people.cend(), people.cbegin(), people.cend(),
        [](const auto &one, const auto &other) { return one.peer == other.peer; });
    if (sameOnes) {
        m_people = people;
        m_shownNames = shownNamesOf(people);
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
        return;
    }
    beginResetModel();
    m_people = people;
    m_shownNames = shownNamesOf(people);
    endResetModel();
}

/// Who is called like somebody else is told apart by the network, or by the account where that is the same.
QStringList PeopleModel::shownNamesOf(const QList<HistoryArchives::Person> &people) const
{
    QHash<QString, QSet<int>> archivesOf;
    for (const HistoryArchives::Person &person : people)
        archivesOf[person.name].insert(person.peer.archive);
    QStringList names;
    for (const HistoryArchives::Person &person : people) {
        const HistoryArchive &archive = m_archives.at(person.peer.archive);
        const QSet<int> &same = archivesOf[person.name];
        const auto isOther = [&person](int other) { return other != person.peer.archive; };
        const bool isElsewhere = std::any_of(same.cbegin(), same.cend(), isOther);
        const bool isSameNetwork = std::any_of(same.cbegin(), same.cend(),
            [&](int other) { return isOther(other) && m_archives.at(other).network == archive.network; });
        //: Somebody who is there on several accounts: %1 is the name, %2 the network or the account.
        names.append(isElsewhere
                ? tr("%1 (%2)").arg(person.name, isSameNetwork ? archive.account.toString() : archive.network)
                : person.name);
    }
    return names;
}

std::optional<HistoryPeer> PeopleModel::peerAt(int row) const
{
    if (row < 1 || row > m_people.size())
        return {};
    return m_people.at(row - 1).peer;
}

int PeopleModel::rowOf(const std::optional<HistoryPeer> &peer) const
{
    for (int row = 1; peer && row <= m_people.size(); ++row) {
        if (m_people.at(row - 1).peer == *peer)
            return row;
    }
    return 0;
}

int PeopleModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_people.size()) + 1;
}

qint64 PeopleModel::lines() const
{
    qint64 sum = 0;
    for (const HistoryArchives::Person &person : m_people)
        sum += person.lines;
    return sum;
}

QString PeopleModel::hintFor(const HistoryArchives::Person &person) const
{
    const QString last = QLocale().toString(person.last.toLocalTime().date(), QLocale::LongFormat);
    const QString network = m_archives.at(person.peer.archive).network;
    if (m_archives.count() < 2)
        //: Hint on a person in the history: address, day of the last message.
        return tr("%1, last on %2").arg(person.peer.address.toString(), last);
    //: Hint on a person in the history: address, network, day of the last message.
    return tr("%1 on %2, last on %3").arg(person.peer.address.toString(), network, last);
}

QVariant PeopleModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const bool isEverybody = index.row() == 0;
    const qint64 count = isEverybody ? lines() : m_people.at(index.row() - 1).lines;
    const QString name = isEverybody ? tr("Everybody") : m_shownNames.at(index.row() - 1);
    switch (role) {
    case Qt::DisplayRole:
        return name;
    case CountRole:
        return QLocale().toString(count);
    case Qt::AccessibleTextRole:
        //: Read out for a row of the list of people: the name, then how many messages are kept.
        return tr("%1, %n message(s)", nullptr, int(std::min<qint64>(count, 1'000'000'000))).arg(name);
    case Qt::ToolTipRole:
        return isEverybody ? QString() : hintFor(m_people.at(index.row() - 1));
    default:
        return {};
    }
}

} // namespace Ui
