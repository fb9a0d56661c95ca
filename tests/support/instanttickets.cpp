#include "tests/support/instanttickets.h"

namespace Test {

Msn::TicketSourceFactory InstantTickets::factory()
{
    return [](const QUrl &) { return std::make_unique<InstantTickets>(); };
}

void InstantTickets::logIn(const Msn::Address &, const QString &, const QByteArray &)
{
    const int request = ++m_request;
    QMetaObject::invokeMethod(
        this,
        [this, request] {
            if (request == m_request)
                Q_EMIT ticketReceived("t=4aBcD$$&p=4eFgH$$");
        },
        Qt::QueuedConnection);
}

} // namespace Test
