#pragma once

#include <span>

namespace Msn {

/// What a client does about an error number, beside telling the person where that makes sense.
enum class ErrorAction {
    Tell, ///< only tell the person who asked
    Repair, ///< done already or out of date: put the local state right, say nothing
    RetryLater, ///< back off, then repeat
    OwnMistake, ///< a client bug: log it
    Reconnect, ///< the connection is lost or useless; come back with back-off
    GiveUp, ///< the connection is useless and coming back by itself would not help
};

/// What an error number is about: the safe fallback for one we do not know.
enum class ErrorGroup { Request, Server, Session, SignIn, Unknown };

/// One row per number the sources know. Source: errors.md; MSNP9 analysis, error table.
struct ServerErrorRow
{
    int number;
    ErrorAction action;
};

/// Too many requests in too short a time: what was asked may be asked again, later.
inline constexpr int tooManyRequests = 800;

std::span<const ServerErrorRow> serverErrorTable();
ErrorGroup errorGroup(int number);
/// The table's action; for unknown numbers: Reconnect for 5xx and 6xx during sign-in is the
/// caller's choice, here it is Tell.
ErrorAction errorAction(int number);

} // namespace Msn
