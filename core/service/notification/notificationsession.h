#pragma once

#include "core/protocol/dialect.h"
#include "core/protocol/presence.h"
#include "core/protocol/signin.h"
#include "core/service/connection/clientconnection.h"
#include "core/service/notification/dialectcodec.h"
#include "core/service/security/ratelimit.h"
#include "core/service/servicejournal.h"

#include <QObject>

#include <memory>
#include <vector>

namespace Msn {

class ChallengeKeeper;
class ServiceCore;

/// One client on the notification server, from VER to OUT. What it may ask for and what happens
/// then is in the command table (notificationcommands.h); this is the state the commands share.
/// Source: sign-in.md, presence.md, contact-list.md.
class NotificationSession : public QObject
{
    Q_OBJECT
public:
    /// What the client has to send next, in this order and each once.
    enum class Stage {
        AwaitingVersion,
        AwaitingClientVersion,
        AwaitingAddress,
        AwaitingTicket,
        SignedIn,
        Ended
    };
    Q_ENUM(Stage)

    /// Takes over \p connection.
    NotificationSession(ServiceCore &core, ClientConnection *connection, QObject *parent = nullptr);
    ~NotificationSession() override;

    void handle(const Command &command);

    ServiceCore &core() { return m_core; }
    const ClientConnection &connection() const { return *m_connection; }
    Stage stage() const { return m_stage; }
    void setStage(Stage stage) { m_stage = stage; }
    bool isSignedIn() const { return m_stage == Stage::SignedIn; }
    const Dialect &dialect() const { return *m_dialect; }
    void setDialect(const Dialect &dialect) { m_dialect = &dialect; }
    DialectCodec codec() const { return DialectCodec(*m_dialect); }
    const Address &address() const { return m_address; }
    void setAddress(const Address &address) { m_address = address; }
    /// The policy string handed out, until the ticket comes.
    const QByteArray &policy() const { return m_policy; }
    void setPolicy(const QByteArray &policy) { m_policy = policy; }

    /// From here on the client takes part: it has a ticket and is the account's only session.
    void signIn();

    /// True after SYN: what changes from here on must be told.
    bool knowsList() const { return m_knowsList; }
    void setKnowsList() { m_knowsList = true; }
    /// True after the first CHG: the client sees others and, unless hidden, is seen.
    bool hasStatus() const { return m_hasStatus; }
    bool isVisible() const { return m_hasStatus && m_status.status != Status::Hidden && isSignedIn(); }
    const StatusChange &status() const { return m_status; }
    /// The display picture's object as it came: others get it as it is, whatever it says.
    const QByteArray &picture() const { return m_picture; }
    void setStatus(const StatusChange &status, const QByteArray &picture);
    /// IMS OFF refuses all calls.
    bool takesCalls() const { return m_takesCalls; }
    void setTakesCalls(bool takes) { m_takesCalls = takes; }
    ChallengeKeeper &challenges() { return *m_challenges; }
    /// Counts one more request of a kind; true if that is one too many for now.
    bool isTooFast(RateLimit ServiceLimits::*kind);

    /// What is sent while a command is handled goes out when the change it has made is kept.
    void send(const Command &command);
    /// Wire: NNN t
    void refuse(TransactionId id, int number);
    void refuseAndEnd(TransactionId id, int number);
    /// refuse(), or end() for 0.
    void refuseOrEnd(TransactionId id, Refusal refusal);
    /// Signs out and closes, without a word.
    void end();
    /// Wire: OUT [reason], then closes.
    void end(SignedOutNotice::Reason reason);

Q_SIGNALS:
    /// The account is signed out here. Once; not at all if it never was signed in.
    void signedOut();
    /// The connection is gone; nothing follows.
    void finished();

private:
    void note(ServiceEvent::Kind kind);
    void handleRejected(const Command &command);
    void finishCommand(TransactionId id);
    void flush();

    struct CountedKind
    {
        RateLimit ServiceLimits::*kind;
        RateGate gate;
    };

    ServiceCore &m_core;
    ClientConnection *m_connection;
    std::unique_ptr<ChallengeKeeper> m_challenges;
    Stage m_stage = Stage::AwaitingVersion;
    const Dialect *m_dialect;
    Address m_address;
    QByteArray m_policy;
    std::vector<CountedKind> m_counted;
    bool m_isHandling = false;
    QList<Command> m_replies; ///< of the command being handled
    bool m_knowsList = false;
    bool m_hasStatus = false;
    bool m_takesCalls = true;
    QByteArray m_picture;
    StatusChange m_status{Status::Hidden, {}, {}};
};

} // namespace Msn
