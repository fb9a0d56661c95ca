#include "core/service/notificationsession.h"

#include "core/base/logging.h"
#include "core/protocol/verb.h"
#include "core/service/challengekeeper.h"
#include "core/service/notificationcommands.h"
#include "core/service/servicecore.h"

namespace Msn {

namespace {

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
    if (isSignedIn() && !isInVersion(*row, *m_dialect))
        return refuseOrEnd(id, entry->refusalInOtherVersions);
    entry->handle(*this, command);
    m_core.commit();
}

void NotificationSession::signIn()
{
    m_stage = Stage::SignedIn;
    m_connection->setSilenceLimit(m_core.options.timings.silence);
    m_core.presence.signIn(this);
}

void NotificationSession::setStatus(const StatusChange &status)
{
    m_status = status;
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
    m_challenges->stop();
    m_connection->close();
    if (wasSignedIn) {
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
