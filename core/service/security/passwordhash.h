#pragma once

#include <QByteArray>
#include <QString>

namespace Msn {

/// A password as it is kept: PBKDF2 with HMAC-SHA-256 and its own salt.
struct PasswordHash
{
    /// About 40 ms on a desktop of 2020.
    static constexpr int defaultIterations = 100'000;

    QByteArray salt;
    QByteArray digest;
    int iterations = 0;

    static PasswordHash make(const QString &password, int iterations = defaultIterations);
    /// Compares in constant time; costs as much for a wrong password as for the right one.
    /// Thread-safe.
    bool matches(const QString &password) const;
    bool isEmpty() const { return digest.isEmpty(); }

    friend bool operator==(const PasswordHash &, const PasswordHash &) = default;
};

} // namespace Msn
