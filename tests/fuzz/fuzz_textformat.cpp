#include "core/protocol/textformat.h"
#include "tests/fuzz/fuzzinput.h"

using namespace Msn;

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    const TextFormat format = parseTextFormat(Fuzz::bytes(data, size));
    Fuzz::require(format.fontFamily.size() <= TextFormat::maxFontCharacters, "font names stay short");
    Fuzz::require(
        parseTextFormat(encodeTextFormat(format)) == format, "what was parsed can be written and parsed");
    return 0;
}
