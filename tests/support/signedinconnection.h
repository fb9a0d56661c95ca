#pragma once

#include "core/net/notificationconnection.h"
#include "tests/support/session.h"

namespace Test {

/// `alice@example.com` with nothing but a notification connection, for what stands on one.
class SignedInConnection
{
public:
    explicit SignedInConnection(Msn::ProtocolVersion version = Msn::ProtocolVersion::Msnp9);

    /// Up to USR OK.
    bool signIn();
    bool play(const QByteArray &script) { return session.play(script); }
    void say(const QByteArray &bytes) { session.ns().say(bytes); }

    Session session;
    Msn::NotificationConnection connection;
};

} // namespace Test
