#pragma once

#include "core/base/address.h"
#include "core/net/timing.h"

#include <QDeadlineTimer>
#include <QHash>
#include <QObject>
#include <QTimer>

namespace Msn {

/// Who is typing: a notice counts until a text from that person, their leaving, or eight seconds.
/// Source: conversations.md §6.1.
class Typists : public QObject
{
    Q_OBJECT

public:
    explicit Typists(const Timing &timing, QObject *parent = nullptr);

    QList<Address> addresses() const { return m_deadlines.keys(); }
    void note(const Address &address);
    void clear(const Address &address);

Q_SIGNALS:
    void changed();

private:
    void expire();

    const Timing m_timing;
    QHash<Address, QDeadlineTimer> m_deadlines;
    QTimer m_timer;
};

} // namespace Msn
