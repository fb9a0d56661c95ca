#include "core/p2p/objectfetchcall.h"

#include <QCryptographicHash>

namespace Msn {

namespace {

const QByteArray &preparation()
{
    static const QByteArray zeros(4, '\0');
    return zeros;
}

} // namespace

ObjectFetchCall::ObjectFetchCall(
    PeerLink &link, const PeerCallId &id, const MsnObject &object, Completion<QByteArray> done)
    : PeerCall(link, id)
    , m_object(object)
    , m_done(std::move(done))
{
}

void ObjectFetchCall::start()
{
    SlpMessage invite;
    invite.method = SlpMessage::Method::Invite;
    invite.to = link().peer();
    invite.from = link().own();
    invite.via = makeSlpVia(link().random().guid());
    invite.callId = id().callId;
    invite.contentType = SlpType::sessionRequest;
    invite.fields = {
        {"EUF-GUID", EufGuid::objectDownload},
        {"SessionID", QByteArray::number(id().sessionId)},
        {"AppID", QByteArray::number(id().appId)},
        {"Context", (m_object.xml + '\0').toBase64()},
    };
    allow(link().timing().peerAnswer);
    sendText(invite);
}

void ObjectFetchCall::handleResponse(const SlpMessage &response)
{
    if (!isOpen() || m_state != State::Inviting)
        return;
    if (response.status != SlpMessage::Ok) {
        breakOff(peerError(ErrorCode::PeerDeclined, QString::number(response.status)));
        return;
    }
    m_state = State::AwaitingPreparation;
    allow(link().timing().peerStall);
}

bool ObjectFetchCall::mayBePreparation(quint32 flags, quint64 size) const
{
    return size == static_cast<quint64>(preparation().size()) && (flags & PeerHeader::Data) == 0;
}

bool ObjectFetchCall::admits(const PeerHeader &header)
{
    if (!isOpen() || m_state == State::Inviting)
        return false;
    if (header.totalSize == static_cast<quint64>(m_object.size))
        return true;
    if (mayBePreparation(header.kind(), header.totalSize))
        return m_state == State::AwaitingPreparation; // a second one is dropped
    giveUp(peerError(ErrorCode::TransferDamaged));
    return false;
}

void ObjectFetchCall::handleData(quint32 flags, const QByteArray &data)
{
    if (m_state == State::AwaitingPreparation && mayBePreparation(flags, static_cast<quint64>(data.size()))
        && data == preparation()) {
        m_state = State::AwaitingData;
        return;
    }
    // A size that differs is a hash that differs, too.
    if (QCryptographicHash::hash(data, QCryptographicHash::Sha1) != m_object.sha1d) {
        giveUp(peerError(ErrorCode::TransferDamaged));
        return;
    }
    close();
    m_done(data);
}

/// The answer tells more than the acknowledgement of the question.
void ObjectFetchCall::handleAcknowledged(quint32)
{
}

void ObjectFetchCall::reportFailure(const Error &error)
{
    m_done(Unexpected(error));
}

} // namespace Msn
