#pragma once

#include "core/base/error.h"
#include "core/protocol/signin.h"

namespace Msn {

/// \p notice as the reason why a session ended, with how long to stay away where it says so.
/// Source: sign-in.md §8.
Error errorFor(const SignedOutNotice &notice);

/// After this the server of last time is not the one to begin with next time.
bool makesServerUseless(const SignedOutNotice &notice);

} // namespace Msn
