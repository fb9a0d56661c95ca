#include "app/service/statscommand.h"

#include "app/hosting/datadirectory.h"
#include "app/hosting/statisticsfile.h"
#include "app/service/console.h"

#include <QCoreApplication>
#include <QLocale>

namespace App {

namespace {

struct StatsCommandText
{
    Q_DECLARE_TR_FUNCTIONS(App::StatsCommand)
};

QString describe(const StatisticsReport &report)
{
    const Msn::ServiceStatistics &counts = report.counts;
    const QLocale locale;
    const QList<std::pair<QString, QString>> lines{
        {StatsCommandText::tr("Running since"),
            locale.toString(report.startedAt.toLocalTime(), QLocale::ShortFormat)},
        {StatsCommandText::tr("People online"), locale.toString(counts.usersOnline)},
        {StatsCommandText::tr("Connections"), locale.toString(counts.connections)},
        {StatsCommandText::tr("Conversations"), locale.toString(counts.switchboards)},
        {StatsCommandText::tr("Messages a second"), locale.toString(report.messagesPerSecond, 'f', 1)},
        {StatsCommandText::tr("Messages"), locale.toString(counts.messages)},
        {StatsCommandText::tr("Sign-ins"), locale.toString(counts.signIns)},
        {StatsCommandText::tr("Wrong passwords"), locale.toString(counts.wrongPasswords)},
        {StatsCommandText::tr("Sign-ins put off"), locale.toString(counts.postponedLogins)},
        {StatsCommandText::tr("Connections refused"), locale.toString(counts.refusedConnections)},
        {StatsCommandText::tr("Requests refused"), locale.toString(counts.refusedRequests)},
        {StatsCommandText::tr("Slow readers cut off"), locale.toString(counts.slowReaders)},
        {StatsCommandText::tr("Changes not kept"), locale.toString(counts.changesNotKept)},
    };
    QString text;
    for (const auto &[name, value] : lines)
        text += name.leftJustified(24) + value + QLatin1Char('\n');
    return text;
}

} // namespace

int runStatsCommand(const StatsArguments &arguments)
{
    const auto report = StatisticsFile::read(DataDirectory(arguments.dataPath).statisticsFile());
    if (!report) {
        complain(StatsCommandText::tr("No service is running with these data. Start it with serve."));
        return exitFailed;
    }
    print(arguments.json ? QString::fromUtf8(encodeStatistics(*report)) : describe(*report));
    return exitFine;
}

} // namespace App
