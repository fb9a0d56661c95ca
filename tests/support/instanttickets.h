#pragma once

#include "core/net/ticketsource.h"

namespace Test {

/// Every password is right at once. For tests that sign in a thousand times and have nothing to say
/// about Passport.
class InstantTickets : public Msn::TicketSource
{
    Q_OBJECT

public:
    using TicketSource::TicketSource;

    static Msn::TicketSourceFactory factory();

    void prepare() override { }
    void logIn(const Msn::Address &address, const QString &password, const QByteArray &policy) override;
    void cancel() override { ++m_request; }

private:
    int m_request = 0;
};

} // namespace Test
