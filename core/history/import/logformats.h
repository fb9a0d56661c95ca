#pragma once

#include "core/history/import/logreading.h"

#include <QByteArray>
#include <QList>

#include <functional>
#include <optional>

class QIODevice;

namespace Msn {

/// The programs whose logs can be read.
enum class LogProgram {
    Own, ///< what this program has exported as JSON
    MessengerXml,
    PlusHtml,
    PlusText,
    Amsn,
    PidginHtml,
    PidginText,
    Kmess,
    Emesene,
};

/// One row of the table of formats.
struct LogFormat
{
    LogProgram program = LogProgram::Own;
    /// \p beginning: what a file begins with, decoded.
    std::function<bool(const QString &beginning)> isContent;
    /// How names of such files end, in lower case; asked where the content tells nothing.
    QString suffix;
    std::function<void(QIODevice &, const LogContext &, LogSink &)> read;
    /// Its times are exact, and it tells who said what.
    bool isOwn = false;
};

/// All formats that need nothing but the bytes of a file, the most telling first.
QList<LogFormat> textLogFormats();

/// So much of a file is looked at to recognize it.
inline constexpr qint64 logBeginningBytes = 32 * 1024;

/// By the content first, by the name at \p path second; null if it is none of \p formats.
const LogFormat *formatOfLog(
    const QList<LogFormat> &formats, const QByteArray &beginning, const QString &path);

} // namespace Msn
