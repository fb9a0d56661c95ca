#pragma once

#include "core/base/address.h"
#include "core/base/error.h"
#include "core/net/timing.h"

#include <QObject>
#include <QSet>
#include <QTimer>

namespace Msn {

class SwitchboardConnection;

/// People who were called into a switchboard (CAL) and have not come yet.
/// Source: conversations.md §2.
class SwitchboardCalls : public QObject
{
    Q_OBJECT

public:
    explicit SwitchboardCalls(const Timing &timing, QObject *parent = nullptr);

    bool isEmpty() const { return m_awaited.isEmpty(); }
    bool awaits(const Address &address) const { return m_awaited.contains(address); }
    void call(SwitchboardConnection &switchboard, const Address &address);
    /// \p address is there.
    void noteArrived(const Address &address);
    /// The switchboard is gone: nobody will come to it.
    void forget();

Q_SIGNALS:
    /// The server does not ring \p address: NobodyThere where they cannot be reached, else its refusal.
    void refused(const Msn::Address &address, const Msn::Error &error);
    /// Rung, but nobody of \p missing came within Timing::join.
    void unanswered(const QSet<Msn::Address> &missing);

private:
    void handleRefusal(const Address &address, const Error &error);

    QSet<Address> m_awaited;
    QTimer m_timer;
};

} // namespace Msn
