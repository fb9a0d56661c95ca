#include "core/protocol/contactgroup.h"
#include "core/protocol/contactlist.h"
#include "core/protocol/contactproperty.h"
#include "core/protocol/listchange.h"
#include "core/protocol/listsettings.h"
#include "core/protocol/verb.h"
#include "tests/fuzz/fuzzinput.h"

using namespace Msn;

namespace {

/// Parses, encodes and parses again: the value must be the same.
template <typename Parse, typename Encode>
void check(const Command &command, Parse parse, Encode encode)
{
    const auto value = parse(command);
    if (!value)
        return;
    // What is over the wire's limits is shortened when it is written, once.
    const auto again = parse(encode(*value));
    Fuzz::require(again.has_value(), "what was parsed can be written and parsed");
    const auto third = parse(encode(*again));
    Fuzz::require(third.has_value() && *third == *again, "written twice, the value stays");
}

void checkListLines(const Command &command, const Dialect &dialect)
{
    check(
        command, [&](const Command &c) { return parseContactEntry(c, dialect); },
        [&](const ContactEntry &entry) { return encodeContactEntry(entry, dialect); });
    check(
        command, [&](const Command &c) { return parseGroupEntry(c, dialect); },
        [&](const GroupEntry &entry) { return encodeGroupEntry(entry, dialect); });
    check(
        command, [&](const Command &c) { return parseSyncReply(c, dialect); },
        [&](const SyncReply &reply) { return encodeSyncReply(1, reply, dialect); });
}

void checkChanges(const Command &command, const Dialect &dialect)
{
    check(
        command, [&](const Command &c) { return parseContactAddition(c, dialect); },
        [&](const ContactAddition &addition) { return encodeContactAddition(1, addition, dialect); });
    check(
        command, [&](const Command &c) { return parseContactRemoval(c, dialect); },
        [&](const ContactRemoval &removal) { return encodeContactRemoval(1, removal, dialect); });
    parseGroupAddReply(command, dialect);
    parseReplyVersion(command, dialect);
}

void checkProperties(const Command &command)
{
    check(command, parseRename, [](const Rename &rename) { return encodeRename(1, rename); });
    parseOwnProperty(command);
    parseContactProperty(command);
    parseContactPropertyChange(command);
    parseGroupAddRequest(command);
    parseGroupRenameRequest(command);
    parseGroupRemoveRequest(command);
    parsePrivacySetting(command);
    parseAddPromptSetting(command);
}

} // namespace

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    CommandReader reader(framingFromServer);
    reader.feed(Fuzz::bytes(data, size));
    for (auto next = reader.next(); next && *next; next = reader.next()) {
        const Command &command = **next;
        for (const auto version : {ProtocolVersion::Msnp8, ProtocolVersion::Msnp9, ProtocolVersion::Msnp10}) {
            checkListLines(command, dialectOf(version));
            checkChanges(command, dialectOf(version));
        }
        checkProperties(command);
    }
    return 0;
}
