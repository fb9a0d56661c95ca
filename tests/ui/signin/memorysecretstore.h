#pragma once

#include "core/storage/secretstore.h"

#include <QHash>
#include <QTimer>

#include <memory>
#include <type_traits>

/// A keychain in memory that answers a moment later, as a real one does; or one that is not there.
class MemorySecretStore : public Msn::SecretStore
{
public:
    QHash<QString, QString> secrets;
    bool isMissing = false;
    int reads = 0;

    void read(const QString &key, Msn::Completion<QString> done) override
    {
        ++reads;
        if (isMissing)
            later(std::move(done), Msn::Unexpected(error()));
        else
            later(std::move(done), secrets.value(key));
    }
    void write(const QString &key, const QString &secret, Msn::Completion<std::monostate> done) override
    {
        if (!isMissing)
            secrets.insert(key, secret);
        answer(std::move(done));
    }
    void remove(const QString &key, Msn::Completion<std::monostate> done) override
    {
        secrets.remove(key);
        answer(std::move(done));
    }

private:
    static Msn::Error error()
    {
        return {
            Msn::ErrorCode::StorageFailed, 0, {}, QStringLiteral("No keychain service available"), {}, {}};
    }
    void answer(Msn::Completion<std::monostate> done)
    {
        if (isMissing)
            later(std::move(done), Msn::Unexpected(error()));
        else
            later(std::move(done), std::monostate());
    }
    template <typename T>
    void later(Msn::Completion<T> done, const std::type_identity_t<Msn::Expected<T, Msn::Error>> &result)
    {
        const auto shared = std::make_shared<Msn::Completion<T>>(std::move(done));
        QTimer::singleShot(0, this, [shared, result] { (*shared)(result); });
    }
};
