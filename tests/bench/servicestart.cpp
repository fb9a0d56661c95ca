// swallowtail-service, the program: start to the line that says it is ready, and what it weighs then.
#include "tests/bench/measure.h"
#include "tests/bench/suites.h"

#include <QCoreApplication>
#include <QTemporaryDir>

#include <cstdio>

namespace Bench {

namespace {

constexpr int starts = 9;
constexpr double startLimitMs = 200;
constexpr double idleLimitMegabytes = 25;

} // namespace

void measureServiceStart(BenchReport &report)
{
    const QString service = QCoreApplication::applicationDirPath() + QStringLiteral("/swallowtail-service");
    const QTemporaryDir folder;
    const QStringList arguments{QStringLiteral("serve"), QStringLiteral("--data"), folder.path(),
        QStringLiteral("--port"), QStringLiteral("0"), QStringLiteral("--tls-port"), QStringLiteral("0"),
        QStringLiteral("--https-port"), QStringLiteral("0")};
    QList<double> milliseconds;
    QList<double> megabytes;
    // The first makes the certificate and the accounts.
    for (int run = -1; run < starts; ++run) {
        const auto start = startAndMeasure(service, arguments, "ready dispatch=");
        if (!start) {
            std::fprintf(stderr, "service-start: the service does not become ready\n");
            return;
        }
        if (run < 0)
            continue;
        milliseconds.append(start->milliseconds);
        megabytes.append(start->residentMegabytes);
    }
    report.add({QStringLiteral("service, start to ready"), median(milliseconds), QStringLiteral("ms"),
        QStringLiteral("limit"), startLimitMs});
    report.add({QStringLiteral("service, resident memory when ready"), median(megabytes),
        QStringLiteral("MB"), QStringLiteral("limit"), idleLimitMegabytes});
}

} // namespace Bench
