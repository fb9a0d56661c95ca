#pragma once

#include "core/service/store/accountadministration.h"

#include <QObject>

namespace Msn {

class NotificationSession;
class ServiceCore;

/// Tells signed-in people what others, or the host, have done to their lists: ADD 0 RL, REM 0 RL, BPR; for
/// the host's doings ADG 0 and ADD 0 or REM 0 for each list. Source: contact-list.md §4, §10.
class RosterNotifier : public QObject
{
    Q_OBJECT
public:
    explicit RosterNotifier(ServiceCore &core, QObject *parent = nullptr);

    /// The host has given them accounts and put them on the lists of others.
    void introduce(const QList<Address> &newcomers);
    /// The host has taken an account away; \p entries is how others had it.
    void takeOff(const QList<ListEntry> &entries);

private:
    /// Before SYN there is nothing to bring up to date.
    NotificationSession *upToDateSession(const Address &address) const;
    void introduce(NotificationSession &session, const Address &newcomer, const QList<Address> &newcomers);

    ServiceCore &m_core;
};

} // namespace Msn
