#include "core/protocol/passport.h"
#include "tests/fuzz/fuzzinput.h"

using namespace Msn;

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    const QByteArray value = Fuzz::bytes(data, size);
    if (const auto urls = parsePassportUrls(value))
        Fuzz::require(!urls->login.host().isEmpty(), "a login URL has a host");
    if (const auto verdict = parsePassportVerdict(value)) {
        const bool success = verdict->kind == PassportVerdict::Kind::Success;
        Fuzz::require(success != verdict->ticket.isEmpty(), "a ticket for success, and only then");
        Fuzz::require(
            !verdict->ticket.contains('\n') && !verdict->ticket.contains(' '), "a ticket is one token");
    }
    if (const auto authorization = parsePassportAuthorization(value)) {
        const auto again = parsePassportAuthorization(encodePassportAuthorization(*authorization));
        Fuzz::require(again.has_value(), "what was parsed can be written and parsed");
        Fuzz::require(again->password.toUtf8() == authorization->password.toUtf8(), "the password stays");
    }
    return 0;
}
