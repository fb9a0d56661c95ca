#include "core/p2p/peercalls.h"

#include "core/base/logging.h"

#include <QPointer>

#include <algorithm>

namespace Msn {

namespace {

/// 0 is MSNSLP, 64 ink; the other three are kept free as well (msnslp.md, "Content types and bodies").
bool isSessionNumber(quint32 number)
{
    return number > 3 && number != 64;
}

} // namespace

PeerCalls::PeerCalls(
    PeerEnvironment &environment, const PeerServices &services, const Address &peer, QObject *parent)
    : QObject(parent)
    , m_environment(environment)
    , m_services(services)
    , m_link(environment, peer)
{
    connect(&m_link, &PeerLink::textReceived, this, &PeerCalls::handleText);
    connect(&m_link, &PeerLink::becameIdle, this, &PeerCalls::reportIdle);
    connect(&m_link, &PeerLink::dataReceived, this,
        [this](quint32 sessionId, quint32 flags, const QByteArray &data) {
            if (PeerCall *call = callOf(sessionId))
                call->handleData(flags, data);
        });
    m_link.setGate([this](const PeerHeader &header) {
        PeerCall *call = callOf(header.sessionId);
        return call && call->admits(header);
    });
}

PeerCallId PeerCalls::newCallId() const
{
    PeerCallId id;
    do {
        id.sessionId = m_environment.random.number();
    } while (!isSessionNumber(id.sessionId) || callOf(id.sessionId));
    id.callId = m_environment.random.guid();
    return id;
}

void PeerCalls::start(std::unique_ptr<PeerCall> call)
{
    PeerCall *started = call.release();
    started->setParent(this);
    m_calls.append(started);
    connect(started, &PeerCall::finished, this, [this, started] { remove(started); });
    started->start();
}

void PeerCalls::handleChunk(const PeerChunk &chunk)
{
    m_link.handleChunk(chunk);
}

void PeerCalls::cancelAll()
{
    const QPointer<PeerCalls> self(this);
    const QList<QPointer<PeerCall>> calls(m_calls.cbegin(), m_calls.cend());
    for (const QPointer<PeerCall> &call : calls) {
        if (call)
            call->cancel();
    }
    if (!self)
        return;
    m_link.clear();
    reportIdle();
}

void PeerCalls::handleText(const QByteArray &text)
{
    const auto message = parseSlpMessage(text);
    if (!message) {
        qCDebug(logP2p) << "no MSNSLP:" << static_cast<int>(message.error().code);
        return;
    }
    PeerCall *call = callOf(message->callId);
    switch (message->method) {
    case SlpMessage::Method::Invite:
        handleInvite(*message);
        break;
    case SlpMessage::Method::Response:
        if (call)
            call->handleResponse(*message);
        break;
    case SlpMessage::Method::Bye:
        if (call)
            call->handleBye();
        break;
    case SlpMessage::Method::Ack:
        break; // news about addresses from late clients
    }
}

void PeerCalls::handleInvite(const SlpMessage &invite)
{
    if (callOf(invite.callId)) {
        // Within a call only a direct connection is offered, and we have none. It goes on without.
        if (invite.contentType == SlpType::transportRequest)
            refuse(invite, SlpMessage::Decline);
        return;
    }
    if (invite.contentType != SlpType::sessionRequest)
        return;
    PeerCallAnswer answered = answer(invite);
    if (answered)
        start(std::move(answered).value());
    else
        refuse(invite, answered.error());
}

PeerCallAnswer PeerCalls::answer(const SlpMessage &invite)
{
    if (!invite.to.isEmpty() && !(invite.to == m_environment.own))
        return Unexpected(SlpMessage::NotFound);
    const PeerService service = m_services.value(invite.field("EUF-GUID").toUpper());
    if (!service)
        return Unexpected(SlpMessage::Decline);
    const auto sessionId = invite.number("SessionID");
    if (!sessionId || !isSessionNumber(*sessionId) || callOf(*sessionId))
        return Unexpected(SlpMessage::InternalError);
    const auto incoming = std::count_if(
        m_calls.cbegin(), m_calls.cend(), [](const PeerCall *call) { return call->id().isIncoming; });
    if (incoming >= mostIncoming)
        return Unexpected(SlpMessage::Decline);
    return service(m_link, {invite.callId, *sessionId, invite.number("AppID").value_or(1), true}, invite);
}

void PeerCalls::refuse(const SlpMessage &invite, SlpMessage::Status status)
{
    m_link.sendText(makeSlpResponse(invite, m_link.own(), m_link.peer(), status));
}

PeerCall *PeerCalls::callOf(const QByteArray &callId) const
{
    const auto found = std::find_if(m_calls.cbegin(), m_calls.cend(),
        [&callId](const PeerCall *call) { return call->id().callId == callId; });
    return found == m_calls.cend() ? nullptr : *found;
}

PeerCall *PeerCalls::callOf(quint32 sessionId) const
{
    const auto found = std::find_if(m_calls.cbegin(), m_calls.cend(),
        [sessionId](const PeerCall *call) { return call->id().sessionId == sessionId; });
    return found == m_calls.cend() ? nullptr : *found;
}

void PeerCalls::remove(PeerCall *call)
{
    m_calls.removeOne(call);
    call->deleteLater();
    reportIdle();
}

void PeerCalls::reportIdle()
{
    if (m_calls.isEmpty() && m_link.isIdle())
        Q_EMIT becameIdle();
}

} // namespace Msn
