#pragma once

#include "core/storage/secretstore.h"

namespace App {

/// The desktop's keychain: Secret Service or KWallet, through QtKeychain. Without one every request
/// fails; nothing is ever written to a file instead.
class KeychainStore : public Msn::SecretStore
{
    Q_OBJECT

public:
    using SecretStore::SecretStore;

    void read(const QString &key, Msn::Completion<QString> done) override;
    void write(const QString &key, const QString &secret, Msn::Completion<std::monostate> done) override;
    void remove(const QString &key, Msn::Completion<std::monostate> done) override;
};

} // namespace App
