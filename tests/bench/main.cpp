// swallowtail-bench [NAME...]: all suites, or those named. Writes bench.json beside the presets'
// build folders, or where BENCH_JSON says.
#include "tests/bench/suites.h"

#include <QApplication>
#include <QDir>

#include <cstdio>

namespace {

struct Suite
{
    const char *name;
    void (*measure)(Bench::BenchReport &);
};

constexpr Suite suites[]{
    {"contactlist", Bench::measureContactList},
    {"history", Bench::measureHistory},
    {"startup", Bench::measureStartup},
    {"wire", Bench::measureWire},
    {"conversation", Bench::measureConversation},
    {"service", Bench::measureService},
    {"service-start", Bench::measureServiceStart},
    {"idle", Bench::measureIdle},
};

QString reportFile()
{
    const QString fromEnvironment = qEnvironmentVariable("BENCH_JSON");
    if (!fromEnvironment.isEmpty())
        return fromEnvironment;
    return QDir::cleanPath(QCoreApplication::applicationDirPath() + QStringLiteral("/../../bench.json"));
}

} // namespace

int main(int argc, char *argv[])
{
    const QApplication application(argc, argv);
    const QStringList wanted = QCoreApplication::arguments().mid(1);
    Bench::BenchReport report;
    for (const Suite &suite : suites) {
        if (wanted.isEmpty() || wanted.contains(QLatin1String(suite.name)))
            suite.measure(report);
    }
    if (report.write(reportFile()))
        return 0;
    std::fprintf(stderr, "cannot write %s\n", qUtf8Printable(reportFile()));
    return 1;
}
