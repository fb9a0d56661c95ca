#include "app/shots/stagehistory.h"

#include "core/chat/conversations.h"
#include "core/net/notificationconnection.h"
#include "core/net/switchboardsource.h"
#include "core/net/transport.h"

namespace App {

using namespace Msn;

StageHistory::StageHistory(const SqliteOptions &options)
    : m_store(options)
{
    const TransportFactory nowhere = [] { return std::unique_ptr<Transport>(); };
    m_notification
        = std::make_unique<NotificationConnection>(NetworkDescription(), nowhere, nullptr, m_timing);
    m_source = std::make_unique<SwitchboardSource>(*m_notification, nowhere, nullptr, m_timing);
    m_conversations = std::make_unique<Conversations>(*m_source, m_contacts, m_timing);
    m_recorder = std::make_unique<HistoryRecorder>(*m_conversations, m_store);
}

StageHistory::~StageHistory() = default;

} // namespace App
