#pragma once

#include "core/history/historyrecorder.h"
#include "core/net/timing.h"
#include "core/roster/contactlist.h"

#include <memory>

namespace Msn {
class Conversations;
class NotificationConnection;
class SwitchboardSource;
} // namespace Msn

namespace App {

/// A history for a ChatStage: what its people have said on former days, and a recorder that follows what
/// they say now.
class StageHistory
{
public:
    explicit StageHistory(const Msn::SqliteOptions &options);
    ~StageHistory();

    Msn::HistoryStore &store() { return m_store; }
    Msn::HistoryRecorder &recorder() { return *m_recorder; }

private:
    const Msn::Timing m_timing;
    Msn::ContactList m_contacts;
    Msn::HistoryStore m_store;
    std::unique_ptr<Msn::NotificationConnection> m_notification;
    std::unique_ptr<Msn::SwitchboardSource> m_source;
    std::unique_ptr<Msn::Conversations> m_conversations;
    std::unique_ptr<Msn::HistoryRecorder> m_recorder;
};

} // namespace App
