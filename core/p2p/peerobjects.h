#pragma once

#include "core/base/completion.h"
#include "core/p2p/peerexchange.h"
#include "core/p2p/publishedobjects.h"

#include <QHash>
#include <QList>
#include <QObject>

#include <utility>

namespace Msn {

/// The objects of one account: those it shows to others, and those it fetches from them.
/// Source: display-pictures-and-emoticons.md; msnslp.md.
class PeerObjects : public QObject
{
    Q_OBJECT

public:
    static constexpr qint64 mostBytes = 512 * 1024;
    /// So many objects are fetched from one person at a time, because no more are given; others wait for
    /// their turn.
    static constexpr int mostAtATime = PeerCalls::mostIncoming;

    /// \p carrier must outlive it.
    PeerObjects(const Address &own, PeerCarrier &carrier, const Timing &timing, QObject *parent = nullptr);
    /// With numbers of \p random.
    PeerObjects(const Address &own, PeerCarrier &carrier, const Timing &timing, const PeerRandom &random,
        QObject *parent = nullptr);
    /// Whoever still waits hears nothing more: call cancelAll() before if they should.
    ~PeerObjects() override;

    /// Others may fetch it from now on.
    void publish(const MsnObject &object, const QByteArray &data);
    /// What is on its way is still delivered.
    void withdraw(const QByteArray &sha1d);

    /// Fetches what \p object names from \p from. Ends, later, with the data, whose hash is right, or with an
    /// error: PeerDeclined (a refusal, or an early end), ReplyTimedOut, TransferDamaged, Cancelled,
    /// InvalidArgument for more than 512 KiB or an object that is not whole, and what the carrier says. The
    /// subject is the address. Who asks for the same object while it is fetched shares the call.
    void fetch(const Address &from, const MsnObject &object, Completion<QByteArray> done);
    /// Signed out: everything ends with Cancelled.
    void cancelAll();

private:
    using Result = Expected<QByteArray, Error>;
    struct Wanted
    {
        Address from;
        QByteArray sha1d;
        qint64 size = 0;

        friend bool operator==(const Wanted &, const Wanted &) = default;
        friend size_t qHash(const Wanted &wanted, size_t seed = 0)
        {
            return qHashMulti(seed, wanted.from, wanted.sha1d, wanted.size);
        }
    };

    struct Queued
    {
        Wanted wanted;
        MsnObject object;
    };

    bool canFetch(const Address &from, const MsnObject &object) const;
    void refuse(const Address &from, Completion<QByteArray> done);
    void startNext(const Address &from);
    void start(const Queued &next);
    void finish(const Wanted &wanted, const Result &result);
    void tell(const Wanted &wanted, const Result &result);
    PeerCallAnswer answer(PeerLink &link, const PeerCallId &id, const SlpMessage &invite) const;

    PublishedObjects m_published;
    QHash<Wanted, QList<Completion<QByteArray>>> m_wanted;
    QList<Queued> m_queue;
    QHash<Address, int> m_running;
    PeerExchange m_exchange;
};

} // namespace Msn
