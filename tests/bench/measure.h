#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <functional>
#include <optional>

namespace Bench {

/// From the start of a process to the line that says how far it is, and what it weighs then.
struct ProcessStart
{
    double milliseconds = 0;
    double residentMegabytes = 0;
};

/// Nothing if the program cannot be started or does not say the line within half a minute.
std::optional<ProcessStart> startAndMeasure(
    const QString &program, const QStringList &arguments, const QByteArray &line = "first window painted");

/// Of this process now.
double residentMegabytes();
/// Of another one.
double residentMegabytes(qint64 processId);

/// How often each thread of a process has gone to sleep, and so has woken up.
QHash<QString, double> wakeUps(qint64 processId);
/// Of the threads that are there in the end.
double wakeUpsBetween(const QHash<QString, double> &before, const QHash<QString, double> &after);

double median(QList<double> values);

/// Nanoseconds that one call of \p work takes at the median of several rounds.
double nanosecondsPerCall(int callsPerRound, const std::function<void()> &work);

} // namespace Bench
