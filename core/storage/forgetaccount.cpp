#include "core/storage/forgetaccount.h"

#include "core/storage/profiledirectories.h"
#include "core/storage/savedaccounts.h"
#include "core/storage/secretstore.h"
#include "core/storage/settingkeys.h"
#include "core/storage/settings.h"

#include <QDir>

namespace Msn {

void forgetAccount(const Address &address, const QString &network, Settings &settings, SecretStore &secrets,
    const ProfileDirectories &directories)
{
    SavedAccounts(settings).forget(address, network);
    secrets.remove(passwordKey(address, network), {});
    if (Address(settings.value(Setting::lastAddress)) == address)
        settings.setValue(Setting::lastAddress, QString());
    if (!directories.cache.isEmpty())
        QDir(directories.accountCache(address, network)).removeRecursively();
}

} // namespace Msn
