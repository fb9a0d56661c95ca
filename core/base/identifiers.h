#pragma once

#include <QByteArray>
#include <QHashFunctions>
#include <QMetaType>

namespace Msn {

/// An opaque token of the server that we store and send back unchanged.
template <typename Tag>
class OpaqueToken
{
public:
    OpaqueToken() = default;
    explicit OpaqueToken(QByteArray bytes)
        : m_bytes(std::move(bytes))
    {
    }
    const QByteArray &bytes() const { return m_bytes; }
    bool isEmpty() const { return m_bytes.isEmpty(); }

    friend bool operator==(const OpaqueToken &, const OpaqueToken &) = default;
    friend bool operator<(const OpaqueToken &a, const OpaqueToken &b) { return a.m_bytes < b.m_bytes; }
    friend size_t qHash(const OpaqueToken &token, size_t seed = 0) { return ::qHash(token.m_bytes, seed); }

private:
    QByteArray m_bytes;
};

/// MSNP8/9: decimal 0..29. MSNP10: GUID on a migrated account, decimal otherwise.
using GroupId = OpaqueToken<struct GroupIdTag>;
/// MSNP10 contact id: GUID on a migrated account, otherwise the address. Unused in MSNP8/9.
using ContactId = OpaqueToken<struct ContactIdTag>;

/// Transaction id: unique per connection, 1..4294967295; 0 is the server's own.
using TransactionId = quint32;

} // namespace Msn

Q_DECLARE_METATYPE(Msn::GroupId)
Q_DECLARE_METATYPE(Msn::ContactId)
