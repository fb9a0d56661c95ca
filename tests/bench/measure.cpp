#include "tests/bench/measure.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>

#include <algorithm>

namespace Bench {

namespace {

constexpr int startTimeoutMs = 30'000;
constexpr int rounds = 9;

/// Of a status file of the kernel: `VmRSS:	 1234 kB`.
double statusValue(const QString &fileName, const QByteArray &key)
{
    QFile status(fileName);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const QByteArrayList lines = status.readAll().split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith(key))
            return line.mid(key.size()).trimmed().split(' ').constFirst().toDouble();
    }
    return 0;
}

} // namespace

double residentMegabytes(qint64 processId)
{
    return statusValue(QStringLiteral("/proc/%1/status").arg(processId), "VmRSS:") / 1024;
}

QHash<QString, double> wakeUps(qint64 processId)
{
    const QString tasks = QStringLiteral("/proc/%1/task").arg(processId);
    const QStringList threads = QDir(tasks).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    QHash<QString, double> counts;
    for (const QString &thread : threads)
        counts[thread]
            = statusValue(tasks + u'/' + thread + QStringLiteral("/status"), "voluntary_ctxt_switches:");
    return counts;
}

double wakeUpsBetween(const QHash<QString, double> &before, const QHash<QString, double> &after)
{
    double count = 0;
    for (auto thread = after.begin(); thread != after.end(); ++thread)
        count += thread.value() - before.value(thread.key());
    return count;
}

std::optional<ProcessStart> startAndMeasure(
    const QString &program, const QStringList &arguments, const QByteArray &line)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("QT_LOGGING_RULES"), QStringLiteral("swallowtail.startup=true"));
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::MergedChannels);
    QElapsedTimer timer;
    timer.start();
    process.start(program, arguments);
    QByteArray said;
    while (!said.contains(line)) {
        if (timer.elapsed() > startTimeoutMs || !process.waitForReadyRead(startTimeoutMs)) {
            process.kill();
            process.waitForFinished();
            return std::nullopt;
        }
        said += process.readAll();
    }
    const ProcessStart start{
        static_cast<double>(timer.nsecsElapsed()) / 1e6, residentMegabytes(process.processId())};
    process.terminate();
    if (!process.waitForFinished(startTimeoutMs))
        process.kill();
    process.waitForFinished();
    return start;
}

double residentMegabytes()
{
    return residentMegabytes(QCoreApplication::applicationPid());
}

double median(QList<double> values)
{
    if (values.isEmpty())
        return 0;
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

double nanosecondsPerCall(int callsPerRound, const std::function<void()> &work)
{
    QList<double> results;
    for (int round = 0; round < rounds; ++round) {
        QElapsedTimer timer;
        timer.start();
        for (int call = 0; call < callsPerRound; ++call)
            work();
        results.append(static_cast<double>(timer.nsecsElapsed()) / callsPerRound);
    }
    return median(results);
}

} // namespace Bench
