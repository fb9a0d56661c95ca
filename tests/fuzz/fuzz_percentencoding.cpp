#include "core/wire/percentencoding.h"
#include "tests/fuzz/fuzzinput.h"

#include <algorithm>

using namespace Msn;

namespace {

void requireOneToken(const QByteArray &encoded)
{
    const bool clean = std::none_of(
        encoded.cbegin(), encoded.cend(), [](char c) { return static_cast<uchar>(c) <= 0x20; });
    Fuzz::require(clean, "nothing that ends a token");
}

} // namespace

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    const QString text = percentDecode(Fuzz::bytes(data, size));
    for (const QByteArray &encoded : {percentEncode(text), percentEncodeStrict(text)}) {
        requireOneToken(encoded);
        Fuzz::require(percentDecode(encoded) == text, "decoding undoes encoding");
    }
    for (const qsizetype limit : {0, 1, 7, 60, 387}) {
        const QByteArray encoded = percentEncodeWithin(text, limit);
        requireOneToken(encoded);
        Fuzz::require(encoded.size() <= limit, "within the limit");
        Fuzz::require(text.startsWith(percentDecode(encoded)), "a beginning of the text");
    }
    return 0;
}
