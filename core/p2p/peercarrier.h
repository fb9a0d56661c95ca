#pragma once

#include "core/base/address.h"
#include "core/base/completion.h"

#include <QByteArray>
#include <QObject>

#include <variant>

namespace Msn {

/// Brings binary messages to people and from them.
class PeerCarrier : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// \p payload is the body of a MSG of mode D, headers included. Payloads to one person leave in the
    /// order given. \p done is called exactly once, later: it has left (ACK), or why not.
    virtual void send(const Address &to, const QByteArray &payload, Completion<std::monostate> done) = 0;
    /// No call with \p peer is left: what was opened for it alone may be closed.
    virtual void release(const Address &peer) = 0;

Q_SIGNALS:
    /// \p payload as it came, of whatever P2P-Dest; \p from is the address the server vouches for.
    void received(const Msn::Address &from, const QByteArray &payload);
};

} // namespace Msn
