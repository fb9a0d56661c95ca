#include "core/protocol/status.h"

#include <array>
#include <utility>

namespace Msn {

namespace {

constexpr std::array<std::pair<Status, const char *>, 9> codes{{
    {Status::Online, "NLN"},
    {Status::Busy, "BSY"},
    {Status::BeRightBack, "BRB"},
    {Status::Away, "AWY"},
    {Status::OnThePhone, "PHN"},
    {Status::OutToLunch, "LUN"},
    {Status::Idle, "IDL"},
    {Status::Hidden, "HDN"},
    {Status::Offline, "FLN"},
}};

} // namespace

std::optional<Status> parseStatus(const QByteArray &code)
{
    for (const auto &[status, name] : codes) {
        if (code == name)
            return status;
    }
    return std::nullopt;
}

Status parseContactStatus(const QByteArray &code)
{
    const auto status = parseStatus(code);
    // HDN about somebody else would be a contradiction; they are not to be seen.
    if (status == Status::Hidden)
        return Status::Offline;
    return status.value_or(Status::Online);
}

QByteArray encodeStatus(Status status)
{
    for (const auto &[candidate, name] : codes) {
        if (candidate == status)
            return name;
    }
    return {};
}

} // namespace Msn
