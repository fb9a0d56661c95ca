#include "core/history/historyentry.h"

#include <algorithm>
#include <array>
#include <utility>

namespace Msn {

namespace {

using EntryKind = HistoryEntry::Kind;
using LineKind = ChatMessage::Kind;

constexpr std::array kindPairs{
    std::pair(EntryKind::Text, LineKind::Text),
    std::pair(EntryKind::Nudge, LineKind::Nudge),
    std::pair(EntryKind::Joined, LineKind::Joined),
    std::pair(EntryKind::Left, LineKind::Left),
    std::pair(EntryKind::Action, LineKind::Action),
    std::pair(EntryKind::File, LineKind::File),
    std::pair(EntryKind::Unsupported, LineKind::Unsupported),
};

EntryKind entryKind(LineKind kind)
{
    const auto *found = std::find_if(
        kindPairs.begin(), kindPairs.end(), [kind](const auto &pair) { return pair.second == kind; });
    return found == kindPairs.end() ? EntryKind::Unsupported : found->first;
}

LineKind lineKind(EntryKind kind)
{
    const auto *found = std::find_if(
        kindPairs.begin(), kindPairs.end(), [kind](const auto &pair) { return pair.first == kind; });
    return found == kindPairs.end() ? LineKind::Unsupported : found->second;
}

} // namespace

HistoryEntry toHistoryEntry(const ChatMessage &message, const Address &with, const QString &group)
{
    HistoryEntry entry;
    entry.with = with;
    entry.group = group;
    entry.time = message.time.toUTC();
    entry.kind = entryKind(message.kind);
    entry.outgoing = message.outgoing;
    entry.sender = message.sender;
    entry.senderName = message.senderName;
    entry.text = message.text;
    entry.format = message.format;
    entry.delivery = message.delivery;
    entry.error = message.error;
    return entry;
}

ChatMessage toChatMessage(const HistoryEntry &entry)
{
    ChatMessage message;
    message.id = storedChatId(entry.id);
    message.kind = lineKind(entry.kind);
    message.outgoing = entry.outgoing;
    message.sender = entry.sender;
    message.senderName = entry.senderName;
    message.time = entry.time.toLocalTime();
    message.text = entry.text;
    message.format = entry.format;
    message.delivery = entry.delivery;
    message.error = entry.error;
    return message;
}

} // namespace Msn
