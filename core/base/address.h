#pragma once

#include <QHashFunctions>
#include <QMetaType>
#include <QString>

namespace Msn {

/// Address of an account, `user@domain`. Addresses compare without regard to case and are shown
/// as they were received.
/// Source: wire-format.md §1 "Case"; limit of 129 bytes: §4.
class Address
{
public:
    static constexpr qsizetype maxBytes = 129;

    Address() = default;
    explicit Address(const QString &text);
    static Address fromUtf8(const QByteArray &bytes);

    /// As typed or received.
    const QString &toString() const { return m_text; }
    /// Lower case: for keys and file names.
    const QString &key() const { return m_key; }
    QByteArray toUtf8() const { return m_text.toUtf8(); }

    bool isEmpty() const { return m_key.isEmpty(); }
    /// One `@` with something on both sides, no blanks or control characters, not too long.
    bool isValid() const;
    /// The part before the `@`; everything if there is none.
    QString localPart() const;

    friend bool operator==(const Address &a, const Address &b) { return a.m_key == b.m_key; }
    friend bool operator<(const Address &a, const Address &b) { return a.m_key < b.m_key; }
    friend size_t qHash(const Address &address, size_t seed = 0) { return ::qHash(address.m_key, seed); }

private:
    QString m_text;
    QString m_key;
};

} // namespace Msn

Q_DECLARE_METATYPE(Msn::Address)
