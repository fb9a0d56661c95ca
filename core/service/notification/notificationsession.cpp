#include "core/service/notification/notificationsession.h"

#include "core/protocol/verb.h"
#include "core/service/notification/challengekeeper.h"
#include "core/service/notification/notificationcommands.h"
#include "core/service/servicecore.h"

#include <QTimer>

#include <algorithm>
#include <utility>

namespace Msn {

namespace {

constexpr int dayMs = 24 * 60 * 60 * 1000;

bool isInVersion(const VerbRow &row, const Dialect &dialect)
{
    const int version = static_cast<int>(dialect.version);
    return version >= row.firstVersion && version <= row.lastVersion;
}

} // namespace

NotificationSession::NotificationSession(ServiceCore &core, ClientConnection *connection, QObject *parent)
    : QObject(parent)
    , m_core(core)
    , m_connection(connection)
    , m_challenges(std::make_unique<ChallengeKeeper>(*this))
    , m_dialect(&dialectOf(ProtocolVersion::Msnp8))
{
    connection->setParent(this);
    connection->setDeadline(core.options.timings.signIn);
    connect(connection, &ClientConnection::commandReceived, this, &NotificationSession::handle);
    connect(connection, &ClientConnection::commandRejected, this, &NotificationSession::handleRejected);
    connect(connection, &ClientConnection::closed, this, [this] {
        end();
        Q_EMIT finished();
    });
}

NotificationSession::~NotificationSession() = default;

void NotificationSession::handle(const Command &command)
{
    const VerbRow *row = findVerb(command.verb);
    if (!row) {
        // MSNP9 analysis: `ABC 18` is answered by `200 18`.
        if (command.transactionId && !command.isError())
            return refuse(*command.transactionId, 200);
        return end();
    }
    const NotificationCommand *entry = findNotificationCommand(row->verb);
    const bool needsId = row->fromClient.use == VerbDirection::Use::Transaction;
    if (!entry || (needsId && !command.transactionId))
        return end();
    const TransactionId id = command.transactionId.value_or(0);
    if (entry->phase == NotificationCommand::Phase::SignedIn && !isSignedIn())
        return needsId ? refuse(id, 302) : end();
    // Whoever runs the service has removed the account meanwhile.
    if (isSignedIn() && !m_core.store.account(m_address))
        return end();
    if (isSignedIn() && !isInVersion(*row, *m_dialect))
        return refuseOrEnd(id, entry->refusalInOtherVersions);
    if (entry->rate && isTooFast(entry->rate)) {
        note(ServiceEvent::Kind::RequestRefused);
        return refuse(id, 800);
    }
    m_isHandling = true;
    entry->handle(*this, command);
    finishCommand(id);
}

/// The change is kept and told, or it is refused and has not happened.
void NotificationSession::finishCommand(TransactionId id)
{
    const bool kept = m_core.changes.keep().has_value();
    m_isHandling = false;
    if (!kept) {
        note(ServiceEvent::Kind::NotKept);
        m_replies.clear();
        return refuse(id, 500);
    }
    flush();
    m_core.changes.finish();
}

void NotificationSession::handleRejected(const Command &command)
{
    const VerbRow *row = findVerb(command.verb);
    const NotificationCommand *entry = row ? findNotificationCommand(row->verb) : nullptr;
    if (isSignedIn() && entry && entry->refusalOfPayload != 0 && command.transactionId)
        refuse(*command.transactionId, entry->refusalOfPayload);
}

bool NotificationSession::isTooFast(RateLimit ServiceLimits::*kind)
{
    auto counted = std::find_if(m_counted.begin(), m_counted.end(),
        [kind](const CountedKind &candidate) { return candidate.kind == kind; });
    if (counted == m_counted.end())
        counted = m_counted.insert(counted, {kind, RateGate(m_core.options.limits.*kind)});
    return !counted->gate.admits();
}

void NotificationSession::note(ServiceEvent::Kind kind)
{
    m_core.journal.note({kind, m_address, m_connection->peerAddress()});
}

void NotificationSession::send(const Command &command)
{
    if (m_isHandling)
        m_replies.append(command);
    else
        m_connection->send(command);
}

void NotificationSession::flush()
{
    const auto replies = std::exchange(m_replies, {});
    for (const Command &reply : replies)
        m_connection->send(reply);
}

void NotificationSession::signIn()
{
    m_stage = Stage::SignedIn;
    m_connection->setSilenceLimit(m_core.options.timings.silence);
    note(ServiceEvent::Kind::SignedIn);
    m_core.presence.signIn(this);
    const auto account = m_core.store.account(m_address);
    if (!account || !account->care.quiet)
        return;
    const int wait = QTime::currentTime().msecsTo(account->care.quiet->from);
    QTimer::singleShot(wait < 0 ? wait + dayMs : wait, this, [this] {
        m_core.presence.noteSentOut(m_address);
        end(SignedOutNotice::Reason::ServerShuttingDown);
    });
}

void NotificationSession::setStatus(const StatusChange &status, const QByteArray &picture)
{
    m_status = status;
    m_picture = picture;
    m_hasStatus = true;
}

void NotificationSession::refuse(TransactionId id, int number)
{
    send({QByteArray::number(number), id, {}, {}});
}

void NotificationSession::refuseAndEnd(TransactionId id, int number)
{
    refuse(id, number);
    end();
}

void NotificationSession::refuseOrEnd(TransactionId id, Refusal refusal)
{
    if (refusal == 0)
        end();
    else
        refuse(id, refusal);
}

void NotificationSession::end()
{
    if (m_stage == Stage::Ended)
        return;
    const bool wasSignedIn = isSignedIn();
    m_stage = Stage::Ended;
    m_core.tickets.closePolicy(m_policy);
    m_challenges->stop();
    flush();
    m_connection->close();
    if (wasSignedIn) {
        note(ServiceEvent::Kind::SignedOut);
        m_core.presence.signOut(this);
        Q_EMIT signedOut();
    }
}

void NotificationSession::end(SignedOutNotice::Reason reason)
{
    if (m_stage != Stage::Ended)
        send(encodeSignedOutNotice({reason}));
    end();
}

} // namespace Msn
