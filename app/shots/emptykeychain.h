#pragma once

#include "core/storage/secretstore.h"

namespace App {

/// A keychain with nothing in it.
class EmptyKeychain : public Msn::SecretStore
{
public:
    void read(const QString &, Msn::Completion<QString> done) override { done(QString()); }
    void write(const QString &, const QString &, Msn::Completion<std::monostate> done) override
    {
        done(std::monostate());
    }
    void remove(const QString &, Msn::Completion<std::monostate> done) override { done(std::monostate()); }
};

} // namespace App
