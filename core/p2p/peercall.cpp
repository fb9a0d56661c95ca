#include "core/p2p/peercall.h"

namespace Msn {

PeerCall::PeerCall(PeerLink &link, const PeerCallId &id)
    : m_link(link)
    , m_id(id)
{
    m_patience.setSingleShot(true);
    m_limit.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, &PeerCall::handleTimeout);
    connect(&m_limit, &QTimer::timeout, this, [this] { giveUp(peerError(ErrorCode::ReplyTimedOut)); });
    connect(&link, &PeerLink::acknowledged, this, &PeerCall::handleLinkAcknowledged);
    connect(&link, &PeerLink::failed, this, &PeerCall::handleLinkFailed);
    connect(&link, &PeerLink::sessionAborted, this, &PeerCall::handleAborted);
    connect(&link, &PeerLink::progressed, this, &PeerCall::handleProgress);
    m_limit.start(link.timing().peerObject);
}

void PeerCall::handleBye()
{
    if (m_phase == Phase::Open)
        breakOff(peerError(ErrorCode::PeerDeclined, QStringLiteral("BYE")));
    else
        finish();
}

void PeerCall::cancel()
{
    if (m_phase == Phase::Open)
        breakOff(peerError(ErrorCode::Cancelled));
    else
        finish();
}

Error PeerCall::peerError(ErrorCode code, const QString &detail) const
{
    return makeError(code, m_link.peer().toString(), detail);
}

quint32 PeerCall::sendText(const SlpMessage &text)
{
    m_sent.append(m_link.sendText(text));
    return m_sent.last();
}

quint32 PeerCall::sendData(quint32 flags, const QByteArray &data)
{
    m_sent.append(m_link.sendData(m_id.sessionId, flags, m_id.appId, data));
    return m_sent.last();
}

void PeerCall::allow(std::chrono::milliseconds patience)
{
    m_patience.start(patience);
}

SlpMessage PeerCall::makeBye() const
{
    SlpMessage bye;
    bye.method = SlpMessage::Method::Bye;
    bye.to = m_link.peer();
    bye.from = m_link.own();
    bye.via = makeSlpVia(m_link.random().guid());
    bye.callId = m_id.callId;
    bye.contentType = SlpType::sessionClose;
    return bye;
}

void PeerCall::close()
{
    if (m_phase != Phase::Open)
        return;
    m_phase = Phase::Closing;
    m_limit.stop();
    m_link.endSession(m_id.sessionId);
    allow(m_link.timing().peerFarewell);
    m_farewell = m_link.sendText(makeBye());
}

void PeerCall::giveUp(const Error &error)
{
    if (m_phase != Phase::Open)
        return;
    close();
    reportFailure(error);
}

void PeerCall::breakOff(const Error &error)
{
    if (m_phase != Phase::Open)
        return;
    finish();
    reportFailure(error);
}

void PeerCall::finish()
{
    if (m_phase == Phase::Finished)
        return;
    m_phase = Phase::Finished;
    m_patience.stop();
    m_limit.stop();
    m_link.endSession(m_id.sessionId);
    Q_EMIT finished();
}

void PeerCall::handleImpatience()
{
    giveUp(peerError(ErrorCode::ReplyTimedOut));
}

void PeerCall::handleLinkAcknowledged(quint32 messageId)
{
    if (m_phase == Phase::Closing && messageId == m_farewell)
        finish();
    else if (m_phase == Phase::Open && m_sent.contains(messageId))
        handleAcknowledged(messageId);
}

void PeerCall::handleLinkFailed(quint32 messageId, const Error &error)
{
    if (m_phase == Phase::Closing && messageId == m_farewell)
        finish();
    else if (m_phase == Phase::Open && m_sent.contains(messageId))
        breakOff(error);
}

void PeerCall::handleAborted(quint32 sessionId)
{
    if (sessionId == m_id.sessionId)
        handleBye(); // the same, but for the words
}

void PeerCall::handleProgress(quint32 sessionId)
{
    if (m_phase == Phase::Open && sessionId == m_id.sessionId)
        m_patience.start();
}

void PeerCall::handleTimeout()
{
    if (m_phase == Phase::Closing)
        finish();
    else
        handleImpatience();
}

} // namespace Msn
