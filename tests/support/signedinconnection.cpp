#include "tests/support/signedinconnection.h"

namespace Test {

SignedInConnection::SignedInConnection(Msn::ProtocolVersion version)
    : session(version)
    , connection(session.description, session.network.transports(), nullptr, Session::timing())
{
}

bool SignedInConnection::signIn()
{
    connection.signIn(session.own, QStringLiteral("secret"), {});
    return session.followTo(0) && play(session.opening()) && connection.isSignedIn();
}

} // namespace Test
