#include "app/common/terminationsignals.h"
#include "app/demo/demoaccounts.h"
#include "app/demo/demonetwork.h"
#include "app/desktop/activation.h"
#include "app/messenger/application.h"
#include "app/messenger/commandline.h"
#include "app/messenger/firstpaint.h"
#include "app/messenger/keychainstore.h"
#include "app/messenger/singleinstance.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/pictures/builtinpictures.h"
#include "ui/signin/signinpage.h"
#include "ui/text/translations.h"
#include "ui/theme/theme.h"
#include "ui/widgets/caretrest.h"
#include "ui/widgets/windowplaces.h"

#include <QApplication>
#include <QDBusConnection>
#include <QLocale>
#include <QTimer>

#include <cstdio>

namespace {

using namespace App;

/// For the first paint.
constexpr int patienceMs = 300;

enum ExitCode { Fine = 0, Failed = 1, WrongUsage = 2 };

int say(std::FILE *stream, const QString &text, int exitCode)
{
    std::fprintf(stream, "%s\n", qPrintable(text.trimmed()));
    return exitCode;
}

/// --help and --version work where no window can be opened.
bool asksForText(int argc, char **argv)
{
    for (int i = 1; i < argc; ++i) {
        const QByteArray argument(argv[i]);
        if (argument == "--help" || argument == "-h" || argument == "--version" || argument == "-v")
            return true;
    }
    return false;
}

/// Options of Qt, which takes them away later: all that have one dash, and these with two.
bool mayConcernQt(const QByteArray &argument)
{
    static const QByteArrayList names{"--platform", "--platformpluginpath", "--platformtheme", "--plugin",
        "--qwindowgeometry", "--qwindowicon", "--qwindowtitle", "--reverse", "--session", "--style",
        "--stylesheet", "--display", "--geometry"};
    const bool hasOneDash = argument.size() > 1 && argument[0] == '-' && argument[1] != '-';
    return hasOneDash || names.contains(argument.left(argument.indexOf('=')));
}

/// What makes no sense is said where no window can be opened, too. Empty: it does make sense, or
/// cannot be judged yet.
QString earlyRefusal(int argc, char **argv)
{
    QStringList arguments;
    for (int i = 0; i < argc; ++i) {
        if (i > 0 && mayConcernQt(argv[i]))
            return {};
        arguments.append(QString::fromLocal8Bit(argv[i]));
    }
    CommandLineReader reader;
    return reader.read(arguments) ? QString() : reader.error();
}

int printText(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    CommandLineReader reader;
    reader.read(QCoreApplication::arguments());
    if (reader.wantsVersion())
        return say(
            stdout, QStringLiteral("swallowtail %1").arg(QCoreApplication::applicationVersion()), Fine);
    return say(stdout, reader.helpText(), Fine);
}

DemoNetwork::Pictures demoPictures()
{
    const auto picture = [](const char *id) { return Ui::BuiltInPictures::png(QLatin1String(id)); };
    return {
        {DemoAccounts::you(), picture("cat")},
        {DemoAccounts::friendOfYours(), picture("boat")},
        {DemoAccounts::echo().address, picture("guitar")},
        {DemoAccounts::slow().address, picture("lake")},
        {DemoAccounts::moody().address, picture("planet")},
        {DemoAccounts::party().address, picture("sunflower")},
    };
}

/// Made when somebody signs in to it, not with the program: it costs time and memory.
DemoService demoService()
{
    const auto network = std::make_shared<std::unique_ptr<DemoNetwork>>();
    const auto start = [network]() -> Msn::Expected<Msn::NetworkDescription, Msn::Error> {
        if (!*network || !(*network)->isRunning())
            *network = std::make_unique<DemoNetwork>(demoPictures());
        if (const Msn::Outcome started = (*network)->start(); !started)
            return Msn::Unexpected(started.error());
        return (*network)->description();
    };
    const auto stop = [network] {
        if (*network)
            (*network)->stop();
    };
    return {start, stop};
}

Application::Environment environmentFor(const CommandLine &commandLine)
{
    Application::Environment environment;
    environment.directories = commandLine.profile.isEmpty()
        ? Msn::ProfileDirectories::standard()
        : Msn::ProfileDirectories::inside(commandLine.profile);
    environment.builtInNetworks = QStringLiteral(":/networks");
    environment.secrets = std::make_unique<KeychainStore>();
    environment.demoAddress = DemoAccounts::you();
    environment.demoPassword = DemoAccounts::password();
    environment.demo = demoService();
    environment.discovery = Msn::DiscoverySetup();
    return environment;
}

/// To the one that has this profile. An exit code.
int handOver(SingleInstance &instance, const CommandLine &commandLine)
{
    if (instance.handOver({commandLine.chatWith, commandLine.networkLink, Activation::givenToThisStart()}))
        return Fine;
    return say(stderr,
        CommandLineReader::tr("Swallowtail runs already with this profile, but does not answer."), Failed);
}

int run(const CommandLine &commandLine, Ui::Theme &theme)
{
    Application::Environment environment = environmentFor(commandLine);
    SingleInstance instance(environment.directories.config);
    // The claim itself waits for the disk and comes after the first window.
    if (instance.isTaken())
        return handOver(instance, commandLine);
    Application application(std::move(environment), commandLine);
    QObject::connect(&instance, &SingleInstance::activated, &application, &Application::activate);
    const TerminationSignals termination;
    QObject::connect(&termination, &TerminationSignals::requested, &application, &Application::quit);
    // Not quit(): that asks the windows, and one that is to stay in the tray refuses.
    QObject::connect(&application, &Application::ended, qApp, [] { QCoreApplication::exit(Fine); });
    // Ours to end: the servers want a word of farewell first.
    QApplication::setQuitOnLastWindowClosed(false);
    const auto join
        = [&application, &theme] { application.joinDesktop(QDBusConnection::sessionBus(), &theme); };
    const auto fill = [&] {
        if (!instance.claim())
            return QApplication::exit(handOver(instance, commandLine));
        instance.listen();
        application.fill();
    };
    const FirstPaint firstPaint(application.window(), "first window");
    QObject::connect(&firstPaint, &FirstPaint::painted, &application, [&application, fill, join] {
        fill();
        auto *page = new FirstPaint(*application.window().signInPage(), "sign-in page", &application);
        QObject::connect(page, &FirstPaint::painted, &application, join);
    });
    if (const auto opened = application.open(); !opened)
        return say(stderr, opened.error(), Failed);
    // A minimised or covered window is never painted.
    QTimer::singleShot(patienceMs, &application, fill);
    QTimer::singleShot(2 * patienceMs, &application, join);
    return QApplication::exec();
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication::setApplicationName(QStringLiteral("swallowtail"));
    QCoreApplication::setApplicationVersion(QStringLiteral(SWALLOWTAIL_VERSION));
    if (asksForText(argc, argv))
        return printText(argc, argv);
    if (const QString refusal = earlyRefusal(argc, argv); !refusal.isEmpty())
        return say(stderr, refusal, WrongUsage);

    QApplication qtApplication(argc, argv);
    QApplication::setApplicationDisplayName(CommandLineReader::tr("Swallowtail"));
    QGuiApplication::setDesktopFileName(QStringLiteral("org.swallowtail.Swallowtail"));
    CommandLineReader reader;
    const auto commandLine = reader.read(QApplication::arguments());
    if (!commandLine)
        return say(stderr, reader.error(), WrongUsage);
    // "C" is nobody's language: its times have seconds and its dates no names.
    if (QLocale::system().language() == QLocale::C)
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    const Ui::Translations translations(qtApplication);
    Ui::Theme theme(qtApplication);
    const Ui::CaretRest caretRest;
    const Ui::WindowPlaces windowPlaces;
    return run(*commandLine, theme);
}
