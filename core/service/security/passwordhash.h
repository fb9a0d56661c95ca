#pragma once

#include <QByteArray>
#include <QString>

namespace Msn {

/// A password as it is kept: one text that says how it was hashed.
/// Shape: `$pbkdf2-sha256$<iterations>$<salt>$<digest>`, both in base64: PBKDF2 with HMAC-SHA-256.
struct PasswordHash
{
    /// About 40 ms on a desktop of 2020.
    static constexpr int defaultIterations = 100'000;

    QByteArray text;

    static PasswordHash make(const QString &password, int iterations = defaultIterations);
    static PasswordHash fromPbkdf2(const QByteArray &salt, const QByteArray &digest, int iterations);
    /// Compares in constant time; costs as much for a wrong password as for the right one. False for
    /// a text of another shape. Thread-safe.
    bool matches(const QString &password) const;
    bool isEmpty() const { return text.isEmpty(); }

    friend bool operator==(const PasswordHash &, const PasswordHash &) = default;
};

} // namespace Msn
