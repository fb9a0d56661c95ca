#include "core/net/versionhandshake.h"

#include "core/protocol/servererror.h"

#include <QPointer>

namespace Msn {

namespace {

/// A refusal of CVR that says nothing about the server or the account.
bool isMinorRefusal(const Error &error)
{
    if (error.code != ErrorCode::ServerRefused)
        return false;
    const ErrorGroup group = errorGroup(error.serverNumber);
    return group == ErrorGroup::Request || error.serverNumber == 710;
}

} // namespace

VersionHandshake::VersionHandshake(CommandChannel &channel, const QList<ProtocolVersion> &offered,
    const Address &address, std::chrono::milliseconds deadline, QObject *parent)
    : QObject(parent)
    , m_channel(channel)
    , m_offered(offered)
    , m_address(address)
    , m_deadline(deadline)
{
}

void VersionHandshake::start()
{
    request(
        [this](TransactionId id) {
            return encodeVersionOffer(id, {m_offered, true});
        },
        Verb::Ver, &VersionHandshake::handleVersion);
}

void VersionHandshake::request(const std::function<Command(TransactionId)> &make, Verb verb,
    void (VersionHandshake::*handler)(const Reply &))
{
    m_channel.request(make, {verb}, m_deadline, [self = QPointer(this), handler](const Reply &reply) {
        if (self)
            (self->*handler)(reply);
    });
}

void VersionHandshake::handleVersion(const Reply &reply)
{
    if (!reply) {
        Q_EMIT failed(reply.error());
        return;
    }
    const auto offer = parseVersionOffer(*reply);
    // A server picks its own favourite among what was offered; the first one it names counts.
    if (!offer || offer->versions.isEmpty() || !m_offered.contains(offer->versions.constFirst())) {
        Error error = makeError(ErrorCode::NoCommonVersion, m_channel.endpoint().toString());
        error.detail = QString::fromLatin1(reply->args.join(' '));
        Q_EMIT failed(error);
        return;
    }
    m_version = offer->versions.constFirst();
    ClientVersion version;
    version.address = m_address;
    request([&version](TransactionId id) { return encodeClientVersion(id, version); }, Verb::Cvr,
        &VersionHandshake::handleClientVersion);
}

void VersionHandshake::handleClientVersion(const Reply &reply)
{
    // 710 and its like: the server does not care for our words about ourselves.
    if (!reply && !isMinorRefusal(reply.error()))
        Q_EMIT failed(reply.error());
    else
        Q_EMIT agreed(m_version, reply ? Error{} : reply.error());
}

} // namespace Msn
