#include "core/protocol/conversation.h"
#include "core/protocol/presence.h"
#include "core/protocol/services.h"
#include "core/protocol/signin.h"
#include "core/protocol/verb.h"
#include "tests/fuzz/fuzzinput.h"

using namespace Msn;

namespace {

void parseSignIn(const Command &command)
{
    parseVersionOffer(command);
    parseClientVersion(command);
    parseClientVersionAdvice(command);
    parseSignInRequest(command);
    parseSignInReply(command);
    parseSignedOutNotice(command);
    if (const auto transfer = parseTransfer(command); transfer && transfer->to == Transfer::To::Switchboard)
        Fuzz::require(*parseTransfer(encodeTransfer(1, *transfer)) == *transfer, "a transfer stays");
}

void parsePresence(const Command &command)
{
    parseStatusChange(command);
    parseContactOffline(command);
    parseContactPresence(command);
}

void parseConversation(const Command &command)
{
    parseRing(command);
    parseSwitchboardEntry(command);
    parseSwitchboardAnswer(command);
    parseCall(command);
    parseRosterLine(command);
    parseJoined(command);
    parseDeparture(command);
    parseIncomingMessage(command);
}

void parseServices(const Command &command)
{
    parseEmailInvitation(command);
    parseServiceUrlRequest(command);
    parseServiceUrl(command);
    parseChallenge(command);
    parseChallengeAnswer(command);
    parsePong(command);
}

} // namespace

/// Every parser meets every command, whatever its verb.
int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    for (const FramingRule framing : {framingFromServer, framingFromClient}) {
        CommandReader reader(framing);
        reader.feed(Fuzz::bytes(data, size));
        for (auto next = reader.next(); next && *next; next = reader.next()) {
            parseSignIn(**next);
            parsePresence(**next);
            parseConversation(**next);
            parseServices(**next);
        }
    }
    return 0;
}
