#include "tests/core/integration/aliceathome.h"

namespace Test {

AliceAtHome::AliceAtHome()
{
    const QString alice = QStringLiteral("alice");
    home.addAccount(alice, QStringLiteral("Alice"));
    home.addAccount(bob, QStringLiteral("Bob"));
    home.addAccount(carol, QStringLiteral("Carol"));
    home.befriend(alice, bob);
    home.befriend(alice, carol);
    account = home.client(alice, Msn::ProtocolVersion::Msnp9);
    isSignedIn = HomeNetwork::signIn(*account);
}

} // namespace Test
