#pragma once

#include "core/protocol/conversation.h"

#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QHash>
#include <QList>
#include <QObject>
#include <QTimer>

#include <optional>
#include <utility>

namespace Msn {

class ServiceCore;
class SwitchboardSession;

/// One conversation: who is in it, who has been called, and the messages between them.
/// Source: conversations.md §2-§4.
class Switchboard : public QObject
{
    Q_OBJECT
public:
    Switchboard(ServiceCore &core, const QByteArray &sessionId, QObject *parent = nullptr);

    const QByteArray &sessionId() const { return m_sessionId; }
    bool isEmpty() const { return m_present.isEmpty(); }

    /// The one who has opened it. Wire: USR t OK ...
    void open(SwitchboardSession *session, TransactionId id);
    /// Somebody who was called. Wire: IRO lines and ANS t OK to them, JOI to the others.
    void join(SwitchboardSession *session, TransactionId id);
    /// Wire: BYE to the others.
    void leave(SwitchboardSession *session);
    /// \p address is not there: what is said to them is kept. Wire: JOI to those present.
    void addAbsent(const Address &address);
    /// \p address can be called now. Wire: BYE to those present.
    void removeAbsent(const Address &address);
    /// Keeps a place for \p sender, who has left messages for \p recipient. They are handed out, and the
    /// place is given up, when \p recipient joins.
    void deliver(const Address &sender, const Address &recipient);
    /// Nobody has come yet for what is kept here for \p recipient.
    bool isAwaiting(const Address &recipient) const;
    /// Notes that \p address is being rung, so that a second CAL gets 215.
    void noteCall(const Address &address);
    bool isPresentOrCalled(const Address &address) const;
    /// \p address may meet everybody who is here or called (carerules.h).
    bool mayCome(const Address &address) const;
    /// Somebody here neither sends nor gets files.
    bool refusesFiles() const;
    /// As many are present or called as may be.
    bool isFull() const;

    /// To everybody but the sender. True if it went to at least one and to all, or was kept for them.
    bool deliver(SwitchboardSession *sender, const QByteArray &payload);
    /// What was delivered leaves at once: another round of the event loop costs more than many messages.
    void flush();

Q_SIGNALS:
    /// Everybody has left, or nobody has come.
    void emptied();

private:
    bool isBeingCalled(const Address &address) const;
    SwitchboardSession *find(const Address &address) const;
    Participant describe(const Address &address) const;
    Command headOf(const Address &speaker);
    QList<Address> everybody() const;
    bool keepForAbsent(const Address &sender, const QByteArray &payload);
    void handOut(SwitchboardSession *recipient);
    std::chrono::milliseconds longestSilence() const;
    void handleIdle();
    void closeIdle();

    ServiceCore &m_core;
    QByteArray m_sessionId;
    QList<SwitchboardSession *> m_present;
    QList<Address> m_absent; ///< whose places we keep
    std::optional<std::pair<Address, Address>> m_delivery; ///< sender and recipient
    QHash<Address, QDeadlineTimer> m_called;
    QTimer m_idle;
    QElapsedTimer m_active; ///< since the last message or change of who is here
    QHash<Address, Command> m_heads; ///< of the messages of those who have spoken
};

} // namespace Msn
