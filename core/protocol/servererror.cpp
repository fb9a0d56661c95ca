#include "core/protocol/servererror.h"

#include <algorithm>
#include <array>

namespace Msn {

namespace {

using enum ErrorAction;

constexpr std::array errorRows{
    ServerErrorRow{200, OwnMistake},
    ServerErrorRow{201, Tell},
    ServerErrorRow{202, OwnMistake},
    ServerErrorRow{203, Tell},
    ServerErrorRow{204, Tell},
    ServerErrorRow{205, Tell},
    ServerErrorRow{206, Tell},
    ServerErrorRow{207, OwnMistake},
    ServerErrorRow{208, Tell},
    ServerErrorRow{209, Tell},
    ServerErrorRow{210, Tell},
    ServerErrorRow{211, OwnMistake},
    ServerErrorRow{212, OwnMistake},
    ServerErrorRow{213, OwnMistake},
    ServerErrorRow{215, Repair},
    ServerErrorRow{216, Repair},
    ServerErrorRow{217, Tell},
    ServerErrorRow{218, Repair},
    ServerErrorRow{219, Repair},
    ServerErrorRow{220, Tell},
    ServerErrorRow{223, Tell},
    ServerErrorRow{224, Tell},
    ServerErrorRow{225, Repair},
    ServerErrorRow{226, Tell},
    ServerErrorRow{227, Tell},
    ServerErrorRow{228, Tell},
    ServerErrorRow{229, Tell},
    ServerErrorRow{230, OwnMistake},
    ServerErrorRow{231, Tell},
    ServerErrorRow{232, Tell},
    ServerErrorRow{233, Tell},
    ServerErrorRow{234, Tell},
    ServerErrorRow{240, OwnMistake},
    ServerErrorRow{241, OwnMistake},
    ServerErrorRow{280, RetryLater},
    ServerErrorRow{281, RetryLater},
    ServerErrorRow{282, Repair},
    ServerErrorRow{283, Repair},
    ServerErrorRow{285, OwnMistake},
    ServerErrorRow{290, Repair},
    ServerErrorRow{300, OwnMistake},
    ServerErrorRow{301, Tell},
    ServerErrorRow{302, OwnMistake},
    ServerErrorRow{400, Tell},
    ServerErrorRow{402, RetryLater},
    ServerErrorRow{403, RetryLater},
    ServerErrorRow{500, Tell},
    ServerErrorRow{501, Tell},
    ServerErrorRow{502, OwnMistake},
    ServerErrorRow{503, Reconnect},
    ServerErrorRow{504, RetryLater},
    ServerErrorRow{505, RetryLater},
    ServerErrorRow{508, RetryLater},
    ServerErrorRow{509, RetryLater},
    ServerErrorRow{510, RetryLater},
    ServerErrorRow{511, GiveUp},
    ServerErrorRow{520, Reconnect},
    ServerErrorRow{540, Reconnect},
    ServerErrorRow{600, Reconnect},
    ServerErrorRow{601, Reconnect},
    ServerErrorRow{602, Reconnect},
    ServerErrorRow{603, Reconnect},
    ServerErrorRow{604, Reconnect},
    ServerErrorRow{605, Reconnect},
    ServerErrorRow{606, Tell},
    ServerErrorRow{700, Reconnect},
    ServerErrorRow{707, Reconnect},
    ServerErrorRow{710, Tell},
    ServerErrorRow{711, GiveUp},
    ServerErrorRow{712, RetryLater},
    ServerErrorRow{713, Tell},
    ServerErrorRow{714, RetryLater},
    ServerErrorRow{715, OwnMistake},
    ServerErrorRow{717, Reconnect},
    ServerErrorRow{718, OwnMistake},
    ServerErrorRow{719, OwnMistake},
    ServerErrorRow{726, RetryLater},
    ServerErrorRow{729, RetryLater},
    ServerErrorRow{731, OwnMistake},
    ServerErrorRow{733, OwnMistake},
    ServerErrorRow{734, OwnMistake},
    ServerErrorRow{800, RetryLater},
    ServerErrorRow{910, Reconnect},
    ServerErrorRow{911, Tell},
    ServerErrorRow{912, Reconnect},
    ServerErrorRow{913, Tell},
    ServerErrorRow{914, Reconnect},
    ServerErrorRow{915, Reconnect},
    ServerErrorRow{916, Reconnect},
    ServerErrorRow{917, GiveUp},
    ServerErrorRow{918, Reconnect},
    ServerErrorRow{919, Reconnect},
    ServerErrorRow{920, Reconnect},
    ServerErrorRow{921, Reconnect},
    ServerErrorRow{922, Reconnect},
    ServerErrorRow{923, GiveUp},
    ServerErrorRow{924, GiveUp},
    ServerErrorRow{926, Tell},
    ServerErrorRow{927, Tell},
    ServerErrorRow{928, Tell},
    ServerErrorRow{929, Tell},
    ServerErrorRow{930, Reconnect},
    ServerErrorRow{931, Reconnect},
    ServerErrorRow{933, OwnMistake},
    ServerErrorRow{934, OwnMistake},
    ServerErrorRow{935, OwnMistake},
};

} // namespace

std::span<const ServerErrorRow> serverErrorTable()
{
    return errorRows;
}

ErrorGroup errorGroup(int number)
{
    if (number >= 200 && number < 500)
        return ErrorGroup::Request;
    if (number >= 500 && number < 700)
        return ErrorGroup::Server;
    if (number >= 700 && number < 900)
        return ErrorGroup::Session;
    if (number >= 900 && number < 1000)
        return ErrorGroup::SignIn;
    return ErrorGroup::Unknown;
}

ErrorAction errorAction(int number)
{
    const auto row = std::find_if(
        errorRows.begin(), errorRows.end(), [number](const ServerErrorRow &r) { return r.number == number; });
    return row == errorRows.end() ? ErrorAction::Tell : row->action;
}

} // namespace Msn
