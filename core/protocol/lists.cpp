#include "core/protocol/lists.h"

#include <array>
#include <utility>

namespace Msn {

namespace {

constexpr std::array<std::pair<List, const char *>, 5> listNames{{
    {List::Forward, "FL"},
    {List::Allow, "AL"},
    {List::Block, "BL"},
    {List::Reverse, "RL"},
    {List::Pending, "PL"},
}};

} // namespace

std::optional<List> parseList(const QByteArray &name)
{
    for (const auto &[list, text] : listNames) {
        if (name == text)
            return list;
    }
    return std::nullopt;
}

QByteArray encodeList(List list)
{
    for (const auto &[candidate, text] : listNames) {
        if (candidate == list)
            return text;
    }
    return {};
}

Lists parseListBits(int bits)
{
    return Lists::fromInt(bits & 31);
}

std::optional<DefaultPrivacy> parseDefaultPrivacy(const QByteArray &value)
{
    if (value == "AL")
        return DefaultPrivacy::AllowOthers;
    if (value == "BL")
        return DefaultPrivacy::BlockOthers;
    return std::nullopt;
}

QByteArray encodeDefaultPrivacy(DefaultPrivacy privacy)
{
    return privacy == DefaultPrivacy::AllowOthers ? "AL" : "BL";
}

std::optional<AddPrompt> parseAddPrompt(const QByteArray &value)
{
    if (value == "A")
        return AddPrompt::Ask;
    if (value == "N")
        return AddPrompt::DoNotAsk;
    return std::nullopt;
}

QByteArray encodeAddPrompt(AddPrompt prompt)
{
    return prompt == AddPrompt::Ask ? "A" : "N";
}

} // namespace Msn
