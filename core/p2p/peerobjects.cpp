#include "core/p2p/peerobjects.h"

#include "core/p2p/objectfetchcall.h"
#include "core/p2p/objectservecall.h"
#include "core/protocol/strictvalues.h"

#include <QPointer>

#include <algorithm>

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
    QList<Completion<QByteArray>> &waiting = m_wanted[wanted];
    waiting.append(std::move(done));
    if (waiting.size() > 1)
        return;
    m_queue.append({wanted, object});
    startNext(from);
}

void PeerObjects::startNext(const Address &from)
{
    const auto next = std::find_if(m_queue.cbegin(), m_queue.cend(),
        [&from](const Queued &queued) { return queued.wanted.from == from; });
    if (next == m_queue.cend() || m_running.value(from) >= mostAtATime)
        return;
    start(m_queue.takeAt(next - m_queue.cbegin()));
}

void PeerObjects::start(const Queued &next)
{
    const Wanted wanted = next.wanted;
    ++m_running[wanted.from];
    PeerCalls &calls = m_exchange.with(wanted.from);
    calls.start(std::make_unique<ObjectFetchCall>(calls.link(), calls.newCallId(), next.object,
        Completion<QByteArray>(this, [this, wanted](const Result &result) { finish(wanted, result); })));
}

/// Later, like every other end.
void PeerObjects::refuse(const Address &from, Completion<QByteArray> done)
{
    const Error error = makeError(ErrorCode::InvalidArgument, from.toString());
    QMetaObject::invokeMethod(
        this, [done, error]() mutable { done(Unexpected(error)); }, Qt::QueuedConnection);
}

/// The next one begins first: who is told may end everything.
void PeerObjects::finish(const Wanted &wanted, const Result &result)
{
    if (--m_running[wanted.from] == 0)
        m_running.remove(wanted.from);
    startNext(wanted.from);
    tell(wanted, result);
}

void PeerObjects::tell(const Wanted &wanted, const Result &result)
{
    // Out of the table first: who is told may ask again.
    const QList<Completion<QByteArray>> waiting = m_wanted.take(wanted);
    for (Completion<QByteArray> done : waiting)
        done(result);
}

void PeerObjects::cancelAll()
{
    const QPointer<PeerObjects> self(this);
    const QList<Queued> queue = std::exchange(m_queue, {});
    m_exchange.cancelAll();
    for (const Queued &queued : queue) {
        if (!self)
            return;
        tell(queued.wanted, Unexpected(makeError(ErrorCode::Cancelled, queued.wanted.from.toString())));
    }
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
