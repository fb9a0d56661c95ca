#pragma once

#include "core/base/completion.h"

#include <QByteArray>
#include <QList>
#include <QObject>

#include <variant>

namespace Msn {

class SwitchboardConnection;

/// Binary messages on their way out of a conversation (MSG of mode D), in the order in which they came: a few
/// are on the wire at a time, the rest waits, so that words written meanwhile are not held up.
///
/// A server that acknowledges none of them is not waited for a second time.
/// Source: p2p msnslp.md, "Carrier"; field-notes.md.
class DataQueue : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// \p done is called once, later: it has left, or why not. With one of them all that still wait fail:
    /// they are parts of the same thing.
    void add(const QByteArray &payload, Completion<std::monostate> done);
    bool hasWaiting() const { return !m_waiting.isEmpty(); }
    /// Sends as many as may be on the wire.
    void sendThrough(SwitchboardConnection &switchboard);
    void failWaiting(const Error &error);

Q_SIGNALS:
    /// One has left and others wait: call sendThrough() again.
    void roomForMore();

private:
    struct Item
    {
        QByteArray payload;
        Completion<std::monostate> done;
    };

    void send(const Item &item, SwitchboardConnection &switchboard);
    void sendBlindly(const Item &item, SwitchboardConnection &switchboard);
    void handleSent(Completion<std::monostate> done, const Outcome &outcome);

    QList<Item> m_waiting;
    int m_onTheWire = 0;
    bool m_isAcknowledged = true;
};

} // namespace Msn
