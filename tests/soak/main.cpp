// swallowtail-soak [MINUTES [SEED [garbled]]]: 20 minutes and a new seed if they are not given; garbled:
// bytes on the way are changed, too. Ends with 1 and says what was wrong if anything was. Built with the
// preset asan it finds what is not given back, too.
#include "tests/soak/soak.h"

#include <QCoreApplication>

#include <cstdio>

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    bool isNumber = false;
    const double given = arguments.value(1).toDouble(&isNumber);
    const quint32 seed
        = arguments.size() > 2 ? arguments.at(2).toUInt() : QRandomGenerator::global()->generate();
    std::printf("seed %u\n", seed);
    Soak::SoakRun run(isNumber ? given : 20, seed, arguments.value(3) == QStringLiteral("garbled"));
    QObject::connect(&run, &Soak::SoakRun::finished, &application, [](const QStringList &faults) {
        for (const QString &fault : faults)
            std::printf("FAULT %s\n", qPrintable(fault));
        QCoreApplication::exit(faults.isEmpty() ? 0 : 1);
    });
    if (!run.start()) {
        std::fprintf(stderr, "the service cannot be started\n");
        return 1;
    }
    return QCoreApplication::exec();
}
