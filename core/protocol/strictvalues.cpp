#include "core/protocol/strictvalues.h"

#include <algorithm>
#include <limits>

namespace Msn {

std::optional<quint64> parseStrictDecimal(const QByteArray &text)
{
    constexpr qsizetype maxDigits = 20;
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    if (text.isEmpty() || text.size() > maxDigits || !std::all_of(text.cbegin(), text.cend(), isDigit))
        return std::nullopt;
    bool ok = false;
    const quint64 number = text.toULongLong(&ok);
    return ok ? std::optional(number) : std::nullopt;
}

std::optional<quint32> parseStrictDecimal32(const QByteArray &text)
{
    const auto number = parseStrictDecimal(text);
    if (!number || *number > std::numeric_limits<quint32>::max())
        return std::nullopt;
    return static_cast<quint32>(*number);
}

std::optional<QByteArray> decodeStrictBase64(const QByteArray &text)
{
    // Qt would take a text that lacks its padding.
    if (text.size() % 4 != 0)
        return std::nullopt;
    const auto decoded = QByteArray::fromBase64Encoding(text, QByteArray::AbortOnBase64DecodingErrors);
    return decoded ? std::optional(*decoded) : std::nullopt;
}

} // namespace Msn
