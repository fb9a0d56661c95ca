#include "core/protocol/networkvalues.h"

namespace Msn {

Unexpected<NetworkFileError> networkFailure(NetworkFileError::Code code, const char *key)
{
    return Unexpected(NetworkFileError{code, QString::fromLatin1(key)});
}

Expected<QByteArray, NetworkFileError> parseFingerprint(const QString &text)
{
    QByteArray hex = text.toLatin1().toLower();
    hex.replace(':', "");
    const QByteArray digest = QByteArray::fromHex(hex);
    if (hex.size() != 64 || digest.toHex() != hex)
        return networkFailure(NetworkFileError::Code::BadValue, "certificate.sha256");
    return digest;
}

} // namespace Msn
