#include "core/p2p/peerobjects.h"

#include "core/p2p/objectfetchcall.h"
#include "core/p2p/objectservecall.h"
#include "core/protocol/strictvalues.h"

#include <QPointer>

namespace Msn {

namespace {

constexpr qsizetype sha1Bytes = 20;

/// Some send the object with a zero byte behind it, as they should, some without.
QByteArray withoutZeroByte(QByteArray context)
{
    if (context.endsWith('\0'))
        context.chop(1);
    return context;
}

} // namespace

PeerObjects::PeerObjects(const Address &own, PeerCarrier &carrier, const Timing &timing, QObject *parent)
    : PeerObjects(own, carrier, timing, PeerRandom::system(), parent)
{
}

PeerObjects::PeerObjects(
    const Address &own, PeerCarrier &carrier, const Timing &timing, const PeerRandom &random, QObject *parent)
    : QObject(parent)
    , m_exchange(own, carrier, timing, random)
{
    m_exchange.offer(
        EufGuid::objectDownload, [this](PeerLink &link, const PeerCallId &id, const SlpMessage &invite) {
            return answer(link, id, invite);
        });
}

PeerObjects::~PeerObjects() = default;

void PeerObjects::publish(const MsnObject &object, const QByteArray &data)
{
    m_published.add(object, data);
}

void PeerObjects::withdraw(const QByteArray &sha1d)
{
    m_published.remove(sha1d);
}

bool PeerObjects::canFetch(const Address &from, const MsnObject &object) const
{
    return from.isValid() && !(from == m_exchange.own()) && object.size > 0 && object.size <= mostBytes
        && object.sha1d.size() == sha1Bytes && !object.xml.isEmpty();
}

void PeerObjects::fetch(const Address &from, const MsnObject &object, Completion<QByteArray> done)
{
    if (!canFetch(from, object)) {
        refuse(from, std::move(done));
        return;
    }
    const Wanted wanted{from, object.sha1d, object.size};
    const bool isRunning = m_wanted.contains(wanted);
    m_wanted[wanted].append(std::move(done));
    if (isRunning)
        return;
    PeerCalls &calls = m_exchange.with(from);
    calls.start(std::make_unique<ObjectFetchCall>(calls.link(), calls.newCallId(), object,
        Completion<QByteArray>(this, [this, wanted](const Result &result) { finish(wanted, result); })));
}

/// Later, like every other end.
void PeerObjects::refuse(const Address &from, Completion<QByteArray> done)
{
    const Error error = makeError(ErrorCode::InvalidArgument, from.toString());
    QMetaObject::invokeMethod(
        this, [done, error]() mutable { done(Unexpected(error)); }, Qt::QueuedConnection);
}

void PeerObjects::finish(const Wanted &wanted, const Result &result)
{
    // Out of the table first: who is told may ask again, or end everything.
    const QList<Completion<QByteArray>> waiting = m_wanted.take(wanted);
    for (Completion<QByteArray> done : waiting)
        done(result);
}

void PeerObjects::cancelAll()
{
    m_exchange.cancelAll();
}

PeerCallAnswer PeerObjects::answer(PeerLink &link, const PeerCallId &id, const SlpMessage &invite) const
{
    const auto context = decodeStrictBase64(invite.field("Context"));
    if (!context)
        return Unexpected(SlpMessage::InternalError);
    const QByteArray xml = withoutZeroByte(*context);
    if (const auto data = m_published.find(xml))
        return PeerCallAnswer(std::make_unique<ObjectServeCall>(link, id, invite, *data));
    return Unexpected(parseMsnObject(xml) ? SlpMessage::Decline : SlpMessage::InternalError);
}

} // namespace Msn
