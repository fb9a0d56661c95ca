#pragma once

#include "core/protocol/services.h"

#include <QByteArray>
#include <QObject>
#include <QTimer>

namespace Msn {

class NotificationSession;

/// Challenges one client: some time after its first CHG, then from time to time. A client that
/// does not answer is told `540 0` and closed.
/// Source: presence.md §5; MSNP8 changes, "Challenges".
class ChallengeKeeper : public QObject
{
    Q_OBJECT
public:
    explicit ChallengeKeeper(NotificationSession &session);

    void start();
    void stop();
    /// Whether this answers the challenge that is open, if there is one.
    bool accept(const ChallengeAnswer &answer);

private:
    void proceed();

    NotificationSession &m_session;
    QTimer m_timer;
    QByteArray m_open; ///< empty: none
    bool m_started = false;
};

} // namespace Msn
