#pragma once

#include "core/base/error.h"

namespace Msn {

/// How far a sign-in has come; the sign-in page says it in words.
enum class SignInProgress {
    Connecting, ///< to the dispatch or notification server
    Negotiating, ///< VER, CVR
    Transferring, ///< XFR: on the way to the notification server
    CheckingPassword, ///< Passport
    SigningIn, ///< ticket shown, waiting for OK
    LoadingContacts, ///< SYN
};

} // namespace Msn
