#include "core/net/switchboardsource.h"

#include "core/net/trafficlog.h"

namespace Msn {

SwitchboardSource::SwitchboardSource(
    NotificationConnection &notification, TransportFactory transports, TrafficLog *log, const Timing &timing)
    : m_notification(notification)
    , m_transports(std::move(transports))
    , m_log(log)
    , m_timing(timing)
{
}

void SwitchboardSource::request(Handler handler)
{
    m_notification.request(
        encodeSwitchboardRequest, {Verb::Xfr}, [handler = std::move(handler)](const Reply &reply) {
            if (!reply) {
                handler(Unexpected(reply.error()));
                return;
            }
            const auto transfer = parseTransfer(*reply);
            if (transfer && transfer->to == Transfer::To::Switchboard)
                handler(*transfer);
            else
                handler(Unexpected(makeError(ErrorCode::UnexpectedReply)));
        });
}

std::unique_ptr<SwitchboardConnection> SwitchboardSource::create(const Address &own) const
{
    auto switchboard = std::make_unique<SwitchboardConnection>(
        std::make_unique<CommandChannel>(m_transports(), m_log), own, m_timing);
    switchboard->setKeepsMessages(m_keepsMessages);
    return switchboard;
}

} // namespace Msn
