#pragma once

#include "core/net/notificationconnection.h"
#include "core/roster/contactlist.h"
#include "core/roster/listcollector.h"
#include "core/roster/listkeeper.h"

#include <QObject>
#include <QTimer>

#include <optional>

namespace Msn {

/// Fetches the contact list after the sign-in and keeps it up to date with what the server says by
/// itself. One SYN per connection; a list that has not changed since last time costs one line.
/// Source: contact-list.md §2, §3, §10, §11.
class RosterSync : public QObject
{
    Q_OBJECT

public:
    RosterSync(NotificationConnection &connection, ContactList &contacts, const Timing &timing,
        QObject *parent = nullptr);

    /// File the list is kept in; empty: nowhere. Read at once.
    void setCacheFile(const QString &fileName) { m_keeper.setFile(fileName); }
    /// Sends SYN. Ends in ready() or failed().
    void start();
    /// The session is over: keeps what changed, waits for nothing more.
    void stop();
    /// What we have does not agree with the server: the next SYN asks for everything.
    void distrust() { m_keeper.distrust(); }

    /// MSNP8/9: the reply to a change of ours carries the new list version.
    void noteVersion(const std::optional<QByteArray> &version);
    void setOwnName(const FriendlyName &name);

Q_SIGNALS:
    /// The list is complete: time for the first CHG.
    void ready();
    void failed(const Msn::Error &error);
    /// PRP MFN or REA of our own address.
    void ownNameReceived(const Msn::FriendlyName &name);
    /// Live ADD/ADC 0 RL.
    void addedByOther(const Msn::Address &address);

private:
    using Handler = void (RosterSync::*)(const Command &);
    static const QHash<QByteArray, Handler> &handlers();

    void handleSyncReply(const Reply &reply);
    void useCachedList();
    void handleCommand(const Command &command);
    void handlePrivacySetting(const Command &command);
    void handleAddPrompt(const Command &command);
    void handleOwnProperty(const Command &command);
    void handleGroupEntry(const Command &command);
    void handleContactEntry(const Command &command);
    void handleContactProperty(const Command &command);
    void handleAddition(const Command &command);
    void handleRemoval(const Command &command);
    void handleRename(const Command &command);
    void handleGroupAddition(const Command &command);
    void handleGroupRename(const Command &command);
    void handleGroupRemoval(const Command &command);
    void checkComplete();
    void finishCollecting(bool complete);

    NotificationConnection &m_connection;
    ContactList &m_contacts;
    ListKeeper m_keeper;
    std::optional<ListCollector> m_collecting;
    /// What the server has changed while the list was on its way.
    QList<Command> m_changesMeanwhile;
    Address m_lastContact; ///< BPR without an address belongs to it
    bool m_synchronised = false;
    /// SYN is the last step that a person waits for: it gets no longer than the others.
    const std::chrono::milliseconds m_replyDeadline;
    QTimer m_stallTimer;
};

} // namespace Msn
