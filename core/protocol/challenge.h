#pragma once

#include <QByteArray>

#include <optional>
#include <span>

namespace Msn {

/// A registered product: the id goes raw into QRY, the key into the digest.
/// Source: MSNP8 changes, "Challenges"; presence.md §5.
struct ProductId
{
    const char *id;
    const char *key;
};

/// Products that MSNP8 to MSNP10 servers know; the two of the MSNP8 document come first.
std::span<const ProductId> knownProducts();
const ProductId &messengerProduct();
/// The first so many of knownProducts() are what we answer with: one after the other, where a server
/// refuses an answer.
inline constexpr int challengeProducts = 2;
std::optional<ProductId> findProduct(const QByteArray &id);

/// 32 lower-case hex digits: MD5 of the challenge followed by the product's key.
QByteArray challengeResponse(const QByteArray &challenge, const ProductId &product);

} // namespace Msn
