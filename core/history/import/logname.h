#pragma once

#include "core/base/address.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

namespace Msn {

/// The number the classic client put behind the part of an address before the `@` to name a file or folder:
/// of each character, lower case, `number * 101 + character`, modulo 2^32.
quint32 logNumberOf(const Address &address);

/// The address that \p name means, a file name without its folder and suffix:
/// `bob@example.com`, `bob%40example.com`, or the shortened `bob2211151048`. A shortened one is recognized by
/// trying \p known and the domains most accounts had. Empty if it means none.
Address addressOfLogName(const QString &name, const QList<Address> &known);

/// As addressOfLogName() for the file at \p path, without suffixes such as `.1.xml`; empty if it is \p
/// account.
Address peerOfLogPath(const QString &path, const Address &account, const QList<Address> &known);

/// `2010-10-12.211815+0300EEST.html`: when a conversation began, and the time zone of its lines.
/// Older versions wrote no zone: `time` is then what a clock showed, as if it were UTC.
struct LogStart
{
    QDateTime time;
    int offsetSeconds = 0;
    bool hasOffset = false;
};
std::optional<LogStart> startOfLogName(const QString &name);

} // namespace Msn
