#include "core/p2p/objectservecall.h"

#include "core/base/logging.h"

namespace Msn {

ObjectServeCall::ObjectServeCall(
    PeerLink &link, const PeerCallId &id, const SlpMessage &invite, const QByteArray &data)
    : PeerCall(link, id)
    , m_invite(invite)
    , m_data(data)
{
}

void ObjectServeCall::start()
{
    allow(link().timing().peerStep);
    m_awaited = sendText(makeSlpResponse(m_invite, link().own(), link().peer(), SlpMessage::Ok));
}

bool ObjectServeCall::admits(const PeerHeader &)
{
    return false;
}

void ObjectServeCall::handleData(quint32, const QByteArray &)
{
}

void ObjectServeCall::handleResponse(const SlpMessage &)
{
}

void ObjectServeCall::handleAcknowledged(quint32 messageId)
{
    if (messageId == m_awaited)
        proceed();
}

/// Some clients acknowledge neither the answer nor the preparation: it goes on without.
void ObjectServeCall::handleImpatience()
{
    if (m_state == State::Answering || m_state == State::Preparing)
        proceed();
    else
        PeerCall::handleImpatience();
}

void ObjectServeCall::proceed()
{
    switch (m_state) {
    case State::Answering:
        m_state = State::Preparing;
        allow(link().timing().peerStep);
        m_awaited = sendData(0, QByteArray(4, '\0'));
        break;
    case State::Preparing:
        m_state = State::Sending;
        allow(link().timing().peerUnacknowledged);
        m_awaited = sendData(PeerHeader::Data, m_data);
        break;
    case State::Sending:
        m_state = State::Sent;
        allow(link().timing().peerUnacknowledged);
        break;
    case State::Sent:
        break;
    }
}

/// Nobody here waits for it. A BYE, which is how it ends well, comes this way, too.
void ObjectServeCall::reportFailure(const Error &error)
{
    if (m_state != State::Sent)
        qCDebug(logP2p) << "an object was not fetched to its end:" << error.code << error.detail;
}

} // namespace Msn
