#pragma once

#include "core/net/switchboardconnection.h"
#include "core/net/timing.h"

#include <QList>
#include <QObject>
#include <QTimer>

#include <memory>

namespace Msn {

/// A call by somebody who belongs to a group that has fallen silent: for the group, of which the others
/// have not come yet, or for a talk between two. Somebody else who joins, or words with nobody joining
/// for a while, decide it. Until then what arrives is kept.
class UndecidedCall : public QObject
{
    Q_OBJECT

public:
    /// \p switchboard is open and holds nobody but \p caller.
    UndecidedCall(std::unique_ptr<SwitchboardConnection> switchboard, const Address &caller,
        const Timing &timing, QObject *parent = nullptr);
    ~UndecidedCall() override;

    const Address &caller() const { return m_caller; }
    /// In the order in which they came.
    const QList<IncomingMessage> &messages() const { return m_messages; }
    /// Null if it has ended meanwhile.
    std::unique_ptr<SwitchboardConnection> takeSwitchboard();

Q_SIGNALS:
    /// Once.
    void decided();

private:
    void keep(const IncomingMessage &message);
    void decide();

    std::unique_ptr<SwitchboardConnection> m_switchboard;
    const Address m_caller;
    QTimer m_patience;
    QList<IncomingMessage> m_messages;
    bool m_isDecided = false;
};

} // namespace Msn
