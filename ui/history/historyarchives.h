#pragma once

#include "ui/history/historyarchive.h"

#include <QHash>
#include <QObject>

namespace Ui {

/// The histories that a viewer shows, and who is in them. Read beside the window's thread; told anew when
/// lines come or go.
class HistoryArchives : public QObject
{
    Q_OBJECT

public:
    struct Person
    {
        HistoryPeer peer;
        QString name;
        qint64 lines = 0;
        QDateTime last;

        friend bool operator==(const Person &, const Person &) = default;
    };

    explicit HistoryArchives(QList<HistoryArchive> archives, QObject *parent = nullptr);

    int count() const { return int(m_archives.size()); }
    const HistoryArchive &at(int archive) const { return m_archives.at(archive); }
    /// Nullptr if it is gone.
    Msn::HistoryStore *store(int archive) const { return m_archives.at(archive).store; }
    /// -1 if it is none of them.
    int find(const Msn::HistoryStore &store) const;
    /// Nothing of it is shown from now on. Its number stays free.
    void forget(const Msn::HistoryStore &store);

    /// Whoever spoke last comes first. Empty before peopleRead().
    const QList<Person> &people() const { return m_people; }
    /// What the person calls somebody; may be empty.
    QString nicknameOf(const HistoryPeer &peer) const;
    /// What somebody is called now; the address where no name is known.
    QString nameOf(const HistoryPeer &peer) const;
    /// What the sender of \p hit was called then, unless the person calls them something else.
    QString senderOf(const HistoryHit &hit) const;
    /// Asks for the people; peopleRead() or failed() follows.
    void refresh();
    bool wasRead() const { return m_wasRead; }
    bool isKeeping() const;

Q_SIGNALS:
    /// Of all histories; also where it has not changed.
    void peopleRead();
    void failed(const Msn::Error &error);
    /// Lines came to a history or went from it: what is shown may be out of date.
    void changed();

private:
    void take(int archive, const QList<Msn::HistoryPerson> &people);
    void finishReading();

    QList<HistoryArchive> m_archives;
    QList<Person> m_people;
    QHash<HistoryPeer, QString> m_names;
    QList<Person> m_reading;
    int m_awaited = 0;
    bool m_wasRead = false;
    bool m_isStale = false;
};

} // namespace Ui
