#pragma once

#include "tests/core/integration/homenetwork.h"

namespace Test {

/// Alice, signed in to a service in the same process, with Bob and Carol in her group Friends.
struct AliceAtHome
{
    inline static const QString bob = QStringLiteral("bob");
    inline static const QString carol = QStringLiteral("carol");

    AliceAtHome();

    HomeNetwork home;
    std::unique_ptr<Msn::Account> account;
    /// False if the sign-in failed.
    bool isSignedIn = false;
};

} // namespace Test
