#pragma once

#include "core/history/historystore.h"
#include "tests/support/eventually.h"
#include "ui/history/historyarchive.h"

#include <QTemporaryDir>

/// Histories with invented people in them.
namespace Test {

inline const Msn::Address marta(QStringLiteral("marta@example.com"));
inline const Msn::Address ana(QStringLiteral("ana@example.com"));
inline const Msn::Address ben(QStringLiteral("ben@example.net"));

/// At noon of a day in spring 2024, so that no zone makes another day of it.
inline QDateTime noon(int day, int second = 0)
{
    return QDateTime(QDate(2024, 5, day), QTime(12, 0)).addSecs(second).toUTC();
}

inline Msn::HistoryEntry line(const Msn::Address &with, const QDateTime &time, const QString &text)
{
    Msn::HistoryEntry entry;
    entry.with = with;
    entry.time = time;
    entry.sender = with;
    entry.senderName = Msn::FriendlyName(with == ana ? QStringLiteral("Ana Ruiz") : QStringLiteral("Ben"));
    entry.text = text;
    return entry;
}

inline Msn::HistoryEntry mine(const Msn::Address &with, const QDateTime &time, const QString &text)
{
    Msn::HistoryEntry entry = line(with, time, text);
    entry.outgoing = true;
    entry.sender = marta;
    entry.senderName = Msn::FriendlyName(QStringLiteral("Marta"));
    entry.delivery = Msn::HistoryEntry::Delivery::Delivered;
    return entry;
}

/// One account's history, in a folder that goes with it.
class KeptMessages
{
public:
    explicit KeptMessages(const QList<Msn::HistoryEntry> &entries = {})
        : m_store(Msn::SqliteOptions{m_folder.filePath(QStringLiteral("history.sqlite"))})
    {
        if (!entries.isEmpty())
            add(entries);
    }

    void add(const QList<Msn::HistoryEntry> &entries)
    {
        bool isDone = false;
        m_store.import(entries, {&m_store, [&isDone](const auto &) { isDone = true; }});
        Test::eventually([&isDone] { return isDone; });
    }
    Msn::HistoryStore &store() { return m_store; }
    QString folder() const { return m_folder.path(); }

    Ui::HistoryArchive archive(const QString &network = QStringLiteral("Home"))
    {
        Ui::HistoryArchive archive;
        archive.store = &m_store;
        archive.account = marta;
        archive.network = network;
        archive.nicknameOf = [](const Msn::Address &address) {
            return address == ben ? QStringLiteral("Benny") : QString();
        };
        return archive;
    }

private:
    QTemporaryDir m_folder;
    Msn::HistoryStore m_store;
};

} // namespace Test
