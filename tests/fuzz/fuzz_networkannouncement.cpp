#include "core/discovery/networkannouncement.h"
#include "tests/fuzz/fuzzinput.h"

using namespace Msn;

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    const auto heard = parseAnnouncement(Fuzz::bytes(data, size));
    if (!heard)
        return 0;
    Fuzz::require(heard->certificateSha256.size() == 32 && heard->httpsPort != 0, "it can be pinned");
    // A name may be cut once on its way out.
    const auto told = parseAnnouncement(encodeAnnouncement(*heard));
    Fuzz::require(told.has_value(), "what was heard can be told");
    Fuzz::require(parseAnnouncement(encodeAnnouncement(*told)) == told, "what was told can be told again");
    if (heard->name.isEmpty())
        return 0;
    const NetworkDescription network = heard->networkAt({QStringLiteral("192.0.2.1"), 1864});
    const auto file = parseNetworkFile(encodeNetworkFile(network));
    Fuzz::require(file && *file == network, "it is a network as a file could say it");
    return 0;
}
