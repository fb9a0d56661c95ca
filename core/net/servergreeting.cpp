#include "core/net/servergreeting.h"

#include <utility>

namespace Msn {

ServerGreeting::ServerGreeting(std::unique_ptr<Transport> transport, const QList<ProtocolVersion> &versions,
    const Timing &timing, TrafficLog *log, QObject *parent)
    : QObject(parent)
    , m_channel(std::move(transport), log)
    , m_versions(versions)
    , m_timing(timing)
{
    connect(&m_channel, &CommandChannel::opened, this, &ServerGreeting::offerVersions);
    connect(&m_channel, &CommandChannel::closed, this, &ServerGreeting::fail);
}

ServerGreeting::~ServerGreeting()
{
    m_finished = true;
    m_channel.close();
}

void ServerGreeting::start(const Endpoint &server, const Address &address)
{
    m_address = address;
    m_channel.open(server);
}

void ServerGreeting::ask(const std::function<Command(TransactionId)> &make, const QList<Verb> &replies,
    void (ServerGreeting::*handler)(const Command &))
{
    m_channel.request(make, replies, m_timing.signInReply, [this, handler](const Reply &reply) {
        if (m_finished)
            return;
        if (reply)
            (this->*handler)(*reply);
        else
            fail(reply.error());
    });
}

void ServerGreeting::offerVersions()
{
    ask(
        [this](TransactionId id) {
            return encodeVersionOffer(id, {m_versions, true});
        },
        {Verb::Ver}, &ServerGreeting::handleVersion);
}

void ServerGreeting::handleVersion(const Command &reply)
{
    const auto offer = parseVersionOffer(reply);
    if (!offer || offer->versions.isEmpty() || !m_versions.contains(offer->versions.constFirst())) {
        fail(makeError(ErrorCode::NoCommonVersion, m_channel.endpoint().toString(),
            QString::fromLatin1(reply.args.join(' '))));
        return;
    }
    m_answer.version = offer->versions.constFirst();
    ClientVersion version;
    version.address = m_address;
    if (m_address.isEmpty())
        succeed(); // CVR names the address, so there is nothing more to ask
    else
        ask([&version](TransactionId id) { return encodeClientVersion(id, version); }, {Verb::Cvr},
            &ServerGreeting::handleClientVersion);
}

void ServerGreeting::handleClientVersion(const Command &)
{
    const SignInRequest initial{SignInRequest::Stage::Initial, "TWN", m_address.toUtf8()};
    ask([&initial](TransactionId id) { return encodeSignInRequest(id, initial); }, {Verb::Usr, Verb::Xfr},
        &ServerGreeting::handleIdentified);
}

void ServerGreeting::handleIdentified(const Command &reply)
{
    if (reply.verb == "XFR") {
        const auto transfer = parseTransfer(reply);
        if (!transfer || transfer->to != Transfer::To::NotificationServer) {
            refuse();
            return;
        }
        m_answer.transfer = transfer->endpoint;
        succeed();
        return;
    }
    const auto signInReply = parseSignInReply(reply);
    const auto *challenge = signInReply ? std::get_if<PolicyChallenge>(&*signInReply) : nullptr;
    if (!challenge) {
        refuse();
        return;
    }
    m_answer.policy = challenge->policy;
    succeed();
}

void ServerGreeting::succeed()
{
    if (std::exchange(m_finished, true))
        return;
    // A policy may hold no longer than the connection it came over.
    if (m_answer.policy.isEmpty())
        m_channel.close();
    Q_EMIT answered(m_answer);
}

void ServerGreeting::fail(const Error &error)
{
    if (std::exchange(m_finished, true))
        return;
    Error shown = error;
    if (shown.subject.isEmpty())
        shown.subject = m_channel.endpoint().toString();
    Q_EMIT failed(shown);
}

void ServerGreeting::refuse()
{
    fail(makeError(ErrorCode::UnexpectedReply, m_channel.endpoint().toString()));
}

} // namespace Msn
