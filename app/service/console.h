#pragma once

#include "core/base/error.h"

#include <QString>

#include <optional>

namespace App {

/// Exit codes of swallowtail-service.
enum ExitCode { exitFine = 0, exitFailed = 1, exitUsage = 2 };

/// To standard output, at once.
void print(const QString &text);
/// To standard error, with a line end.
void complain(const QString &text);
/// complain(); returns exitFailed.
int failed(const QString &sentence);
/// What an error means, in a sentence or two.
QString describe(const Msn::Error &error);

/// From the terminal, without showing it, or else the first line of standard input. Nothing if
/// there is none.
std::optional<QString> readPassword(const QString &prompt);

} // namespace App
