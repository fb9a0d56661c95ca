#pragma once

#include "tests/soak/soakperson.h"

#include <QRandomGenerator>

#include <vector>

namespace Soak {

/// Who there is to do something, and to whom.
struct Company
{
    std::vector<std::unique_ptr<SoakPerson>> people;
    QRandomGenerator random;

    SoakPerson &anybody();
    /// Of another person; may be the same once in a while, which is refused.
    Msn::Address anyAddress();
};

/// One action of one person, both by chance.
void actOnce(Company &company);

} // namespace Soak
