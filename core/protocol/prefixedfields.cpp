#include "core/protocol/prefixedfields.h"

#include "core/protocol/names.h"

namespace Msn {

PrefixedFields parsePrefixedFields(const QByteArrayList &tokens)
{
    PrefixedFields fields;
    for (const QByteArray &token : tokens) {
        const bool prefixed = token.size() >= 2 && token[1] == '=' && token[0] >= 'A' && token[0] <= 'Z';
        if (!prefixed) {
            fields.rest.append(token);
            continue;
        }
        const QByteArray value = token.sliced(2);
        if (token[0] == 'N')
            fields.address = Address::fromUtf8(value);
        else if (token[0] == 'F')
            fields.friendlyName = decodeName(value);
        else if (token[0] == 'C')
            fields.id = ContactId(value);
    }
    return fields;
}

} // namespace Msn
