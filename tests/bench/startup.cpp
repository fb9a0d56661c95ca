// Start to first painted window and resident memory then, beside a bare QWidget program.
#include "tests/bench/measure.h"
#include "tests/bench/suites.h"

#include <QCoreApplication>
#include <QTemporaryDir>

#include <cstdio>

namespace Bench {

namespace {

constexpr int starts = 9;

struct Starts
{
    QList<double> milliseconds;
    QList<double> megabytes;

    void add(const ProcessStart &start)
    {
        milliseconds.append(start.milliseconds);
        megabytes.append(start.residentMegabytes);
    }
};

} // namespace

void measureStartup(BenchReport &report)
{
    const QString directory = QCoreApplication::applicationDirPath();
    const QString messenger = directory + QStringLiteral("/swallowtail");
    const QString bare = directory + QStringLiteral("/swallowtail-bench-bare-widget");
    const QTemporaryDir profile;
    const QStringList arguments{QStringLiteral("--profile"), profile.path()};
    Starts ours;
    Starts filled; ///< with the whole sign-in page
    Starts theirs;
    // One start of each to warm the caches, then in turn, so that a drifting machine hurts both.
    for (int run = -1; run < starts; ++run) {
        const auto peer = startAndMeasure(bare, {});
        const auto own = startAndMeasure(messenger, arguments);
        const auto page = startAndMeasure(messenger, arguments, "sign-in page painted");
        if (!peer || !own || !page) {
            std::fprintf(stderr, "start-up: a program did not show its window\n");
            return;
        }
        if (run < 0)
            continue;
        theirs.add(*peer);
        ours.add(*own);
        filled.add(*page);
    }
    const QString against = QStringLiteral("bare QWidget program");
    report.add({QStringLiteral("start to first window"), median(ours.milliseconds), QStringLiteral("ms"),
        against, median(theirs.milliseconds)});
    report.add({QStringLiteral("resident memory at first window"), median(ours.megabytes),
        QStringLiteral("MB"), against, median(theirs.megabytes)});
    report.add({QStringLiteral("start to sign-in page"), median(filled.milliseconds), QStringLiteral("ms"),
        against, median(theirs.milliseconds)});
    report.add({QStringLiteral("resident memory with sign-in page"), median(filled.megabytes),
        QStringLiteral("MB"), against, median(theirs.megabytes)});
}

} // namespace Bench
