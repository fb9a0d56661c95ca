#pragma once

#include <QObject>

namespace Msn {

class ServiceCore;

/// Tells signed-in people what others have done to their lists: ADD 0 RL, REM 0 RL, BPR.
/// Source: contact-list.md §4, §10.
class RosterNotifier : public QObject
{
    Q_OBJECT
public:
    explicit RosterNotifier(ServiceCore &core, QObject *parent = nullptr);
};

} // namespace Msn
