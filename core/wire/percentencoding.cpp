#include "core/wire/percentencoding.h"

#include "core/base/textcut.h"

#include <QStringDecoder>

namespace Msn {

namespace {

constexpr char hexDigits[] = "0123456789ABCDEF";

void appendEscaped(QByteArray &out, char c)
{
    const auto byte = static_cast<uchar>(c);
    out += '%';
    out += hexDigits[byte >> 4];
    out += hexDigits[byte & 0x0F];
}

template <typename MustEscape>
QByteArray escape(const QByteArray &bytes, MustEscape mustEscape)
{
    QByteArray out;
    out.reserve(bytes.size());
    for (const char c : bytes) {
        if (mustEscape(static_cast<uchar>(c)))
            appendEscaped(out, c);
        else
            out += c;
    }
    return out;
}

bool isDelimiter(uchar byte)
{
    return byte <= 0x20 || byte == 0x7F || byte == '%';
}

int hexValue(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

} // namespace

QByteArray percentEncode(const QString &text)
{
    return escape(text.toUtf8(), [](uchar byte) { return isDelimiter(byte) || byte >= 0x80; });
}

QByteArray percentEncodeWithin(const QString &text, qsizetype maxBytes)
{
    const QByteArray full = percentEncode(text);
    if (full.size() <= maxBytes)
        return full;
    const auto encodeRaw = [](const QString &part) { return escape(part.toUtf8(), isDelimiter); };
    QByteArray raw = encodeRaw(text);
    if (raw.size() <= maxBytes)
        return raw;

    const qsizetype length
        = fittingLength(text, maxBytes, [&](const QString &part) { return encodeRaw(part).size(); });
    return encodeRaw(text.first(length));
}

QByteArray percentDecodeBytes(const QByteArray &encoded)
{
    QByteArray out;
    out.reserve(encoded.size());
    for (qsizetype i = 0; i < encoded.size(); ++i) {
        if (encoded[i] == '%' && i + 2 < encoded.size()) {
            const int high = hexValue(encoded[i + 1]);
            const int low = hexValue(encoded[i + 2]);
            if (high >= 0 && low >= 0) {
                out += static_cast<char>(high * 16 + low);
                i += 2;
                continue;
            }
        }
        out += encoded[i];
    }
    return out;
}

QString percentDecode(const QByteArray &encoded)
{
    return QString::fromUtf8(percentDecodeBytes(encoded));
}

bool isPercentEncodedText(const QByteArray &encoded)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = decoder.decode(percentDecodeBytes(encoded));
    return !decoder.hasError();
}

QByteArray percentEncodeStrict(const QString &text)
{
    return escape(text.toUtf8(), [](uchar byte) {
        const bool alphanumeric
            = (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9');
        return !alphanumeric && byte != '.' && byte != '-' && byte != '_';
    });
}

} // namespace Msn
