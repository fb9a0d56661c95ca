#pragma once

#include "core/base/address.h"
#include "core/base/completion.h"

#include <QObject>
#include <QString>

namespace Msn {

/// Where passwords are kept: the desktop's keychain, or nothing at all. There is no fallback that
/// writes them to a file.
///
/// Every request ends in one call of its completion, never before the request has returned.
/// Errors: ErrorCode::StorageFailed; `detail` holds the keychain's own words.
class SecretStore : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// An empty string if nothing is stored under \p key.
    virtual void read(const QString &key, Completion<QString> done) = 0;
    virtual void write(const QString &key, const QString &secret, Completion<std::monostate> done) = 0;
    /// Success, too, if nothing was stored.
    virtual void remove(const QString &key, Completion<std::monostate> done) = 0;
};

/// The key of an account's password: `address on network`.
QString passwordKey(const Address &address, const QString &network);

} // namespace Msn
