#pragma once

#include <QByteArray>
#include <QString>

#include <cstddef>

namespace Msn {

/// What it takes to hash a password, once for whoever signs in and a million times for whoever guesses.
struct PasswordCost
{
    /// About 50 ms and 64 MB on a desktop of 2020.
    quint64 passes = 2;
    std::size_t bytes = std::size_t(64) * 1024 * 1024;

    /// For passwords that everybody knows: the demo's, the tests'.
    static PasswordCost least() { return {1, 8192}; }
};

/// A password as it is kept: one text that says how it was hashed.
/// Shapes: `$argon2id$v=19$m=<KiB>,t=<passes>,p=1$<salt>$<digest>`; of earlier versions
/// `$pbkdf2-sha256$<iterations>$<salt>$<digest>`, both in base64.
struct PasswordHash
{
    QByteArray text;

    /// Argon2id. Empty if there is not memory enough for it. Thread-safe.
    static PasswordHash make(const QString &password, const PasswordCost &cost = {});
    /// As earlier versions hashed: PBKDF2 with HMAC-SHA-256.
    static PasswordHash fromPbkdf2(const QByteArray &salt, const QByteArray &digest, int iterations);

    /// Compares in constant time; costs as much for a wrong password as for the right one. False for
    /// a text of another shape. Thread-safe.
    bool matches(const QString &password) const;
    /// Hashed in another way than make() would do it with \p cost.
    bool isOutdated(const PasswordCost &cost) const;
    bool isEmpty() const { return text.isEmpty(); }

    friend bool operator==(const PasswordHash &, const PasswordHash &) = default;
};

} // namespace Msn
