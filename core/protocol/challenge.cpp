#include "core/protocol/challenge.h"

#include <QCryptographicHash>

#include <array>

namespace Msn {

namespace {

constexpr std::array<ProductId, 6> products{{
    {"msmsgs@msnmsgr.com", "Q1P7W2E4J9R8U3S5"},
    {"PROD0038W!61ZTF9", "VT6PX?UQTM4WM%YR"},
    {"PROD0058#7IL2{QD", "QHDCY@7R1TB6W?5B"},
    {"PROD0061VRRZH@4F", "JXQ6J@TUOGYV@N0M"},
    {"PROD00504RLUG%WL", "I2EBK%PYNLZL5_J4"},
    {"PROD0076ENE8*@AW", "CEQJ8}OE0!WTSWII"},
}};

} // namespace

std::span<const ProductId> knownProducts()
{
    return products;
}

const ProductId &messengerProduct()
{
    return products.front();
}

std::optional<ProductId> findProduct(const QByteArray &id)
{
    for (const ProductId &product : products) {
        if (id == product.id)
            return product;
    }
    return std::nullopt;
}

QByteArray challengeResponse(const QByteArray &challenge, const ProductId &product)
{
    return QCryptographicHash::hash(challenge + product.key, QCryptographicHash::Md5).toHex();
}

} // namespace Msn
