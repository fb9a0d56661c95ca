#include "core/protocol/networkdescription.h"
#include "tests/fuzz/fuzzinput.h"

using namespace Msn;

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    const auto network = parseNetworkFile(Fuzz::bytes(data, size));
    if (!network) {
        Fuzz::require(!network.error().key.isEmpty(), "an error says what it is about");
        return 0;
    }
    const auto again = parseNetworkFile(encodeNetworkFile(*network));
    Fuzz::require(again && *again == *network, "what was parsed can be written and parsed");
    return 0;
}
