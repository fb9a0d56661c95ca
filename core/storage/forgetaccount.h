#pragma once

#include "core/base/address.h"

#include <QString>

namespace Msn {

class SecretStore;
class Settings;
struct ProfileDirectories;

/// Takes away what this computer remembers to sign in with: the saved account, its password and
/// its cached contact list. What belongs to the person, history and received files, stays.
void forgetAccount(const Address &address, const QString &network, Settings &settings, SecretStore &secrets,
    const ProfileDirectories &directories);

} // namespace Msn
