#include "app/service/accountcommand.h"
#include "app/service/backupcommand.h"
#include "app/service/carecommand.h"
#include "app/service/commandline.h"
#include "app/service/console.h"
#include "app/service/groupcommand.h"
#include "app/service/networkcommand.h"
#include "app/service/picturecommand.h"
#include "app/service/servecommand.h"
#include "app/service/statscommand.h"

#include <QCoreApplication>

namespace {

using namespace App;

int run(const ServeArguments &arguments)
{
    ServeCommand command(arguments);
    if (const auto started = command.start(); !started) {
        complain(describe(started.error()));
        return exitFailed;
    }
    QObject::connect(&command, &ServeCommand::finished, qApp, &QCoreApplication::quit, Qt::QueuedConnection);
    return QCoreApplication::exec();
}

int run(const AccountArguments &arguments)
{
    return runAccountCommand(arguments);
}

int run(const CareArguments &arguments)
{
    return runCareCommand(arguments);
}

int run(const PictureArguments &arguments)
{
    return runPictureCommand(arguments);
}

int run(const GroupArguments &arguments)
{
    return runGroupCommand(arguments);
}

int run(const BackupArguments &arguments)
{
    return runBackupCommand(arguments);
}

int run(const StatsArguments &arguments)
{
    return runStatsCommand(arguments);
}

int run(const NetworkArguments &arguments)
{
    return runNetworkCommand(arguments);
}

int run(const HelpText &help)
{
    print(help.text);
    return exitFine;
}

int run(const UsageError &error)
{
    complain(error.message);
    return exitUsage;
}

} // namespace

int main(int argc, char **argv)
{
    // With thousands of connections Qt's own event loop costs less than GLib's.
    qputenv("QT_NO_GLIB", "1");
    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("swallowtail-service"));
    QCoreApplication::setApplicationVersion(QStringLiteral(SWALLOWTAIL_VERSION));
    return std::visit([](const auto &arguments) { return run(arguments); },
        App::parseCommandLine(QCoreApplication::arguments()));
}
