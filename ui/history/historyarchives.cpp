#include "ui/history/historyarchives.h"

#include <QTimer>

#include <algorithm>
#include <chrono>

namespace Ui {

using Msn::HistoryStore;

namespace {

/// In a lively conversation the overview is not counted anew with every line.
constexpr std::chrono::milliseconds pauseBetweenCounts{1500};

} // namespace

HistoryArchives::HistoryArchives(QList<HistoryArchive> archives, QObject *parent)
    : QObject(parent)
    , m_archives(std::move(archives))
{
    auto *pause = new QTimer(this);
    pause->setSingleShot(true);
    pause->setInterval(pauseBetweenCounts);
    connect(pause, &QTimer::timeout, this, &HistoryArchives::changed);
    for (const HistoryArchive &archive : std::as_const(m_archives)) {
        if (!archive.store)
            continue;
        connect(archive.store, &HistoryStore::stored, pause, [pause] {
            if (!pause->isActive())
                pause->start();
        });
        connect(archive.store, &HistoryStore::removed, this, &HistoryArchives::changed);
    }
    connect(this, &HistoryArchives::changed, this, &HistoryArchives::refresh);
}

int HistoryArchives::find(const HistoryStore &store) const
{
    for (int archive = 0; archive < count(); ++archive) {
        if (m_archives.at(archive).store == &store)
            return archive;
    }
    return -1;
}

void HistoryArchives::forget(const HistoryStore &store)
{
    const int archive = find(store);
    if (archive < 0)
        return;
    disconnect(m_archives.at(archive).store.data(), nullptr, this, nullptr);
    m_archives[archive].store = nullptr;
    m_archives[archive].nicknameOf = nullptr;
    m_archives[archive].listedNameOf = nullptr;
    Q_EMIT changed();
}

bool HistoryArchives::isKeeping() const
{
    return std::any_of(m_archives.cbegin(), m_archives.cend(),
        [](const HistoryArchive &archive) { return archive.store && archive.isKeeping; });
}

QString HistoryArchives::nicknameOf(const HistoryPeer &peer) const
{
    const HistoryArchive &archive = m_archives.at(peer.archive);
    return archive.nicknameOf && peer.address != archive.account ? archive.nicknameOf(peer.address)
                                                                 : QString();
}

QString HistoryArchives::nameOf(const HistoryPeer &peer) const
{
    const HistoryArchive &archive = m_archives.at(peer.archive);
    const QString candidates[]{nicknameOf(peer),
        archive.listedNameOf ? archive.listedNameOf(peer.address) : QString(), m_names.value(peer)};
    for (const QString &name : candidates) {
        if (!name.isEmpty())
            return name;
    }
    return peer.address.toString();
}

QString HistoryArchives::senderOf(const HistoryHit &hit) const
{
    const QString nickname = nicknameOf({hit.archive, hit.entry.sender});
    const QString name = nickname.isEmpty() ? hit.entry.senderName.singleLine() : nickname;
    return name.isEmpty() ? hit.entry.sender.toString() : name;
}

void HistoryArchives::refresh()
{
    if (m_awaited > 0) {
        m_isStale = true;
        return;
    }
    m_reading.clear();
    for (int archive = 0; archive < count(); ++archive) {
        if (!store(archive))
            continue;
        ++m_awaited;
        store(archive)->people(
            {this, [this, archive](const Msn::Expected<QList<Msn::HistoryPerson>, Msn::Error> &people) {
                 --m_awaited;
                 if (people)
                     take(archive, *people);
                 else
                     Q_EMIT failed(people.error());
                 finishReading();
             }});
    }
    finishReading();
}

void HistoryArchives::take(int archive, const QList<Msn::HistoryPerson> &people)
{
    for (const Msn::HistoryPerson &person : people) {
        const HistoryPeer peer{archive, person.address};
        m_names.insert(peer, person.name.singleLine());
        m_reading.append({peer, nameOf(peer), person.lines, person.last});
    }
}

void HistoryArchives::finishReading()
{
    if (m_awaited > 0)
        return;
    std::stable_sort(m_reading.begin(), m_reading.end(),
        [](const Person &one, const Person &other) { return one.last > other.last; });
    m_people = m_reading;
    m_wasRead = true;
    Q_EMIT peopleRead();
    if (std::exchange(m_isStale, false))
        refresh();
}

} // namespace Ui
