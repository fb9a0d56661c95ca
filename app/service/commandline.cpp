#include "app/service/commandline.h"

#include "app/service/carearguments.h"
#include "app/service/picturearguments.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <array>
#include <utility>

namespace App {

namespace {

struct CommandLineText
{
    Q_DECLARE_TR_FUNCTIONS(App::CommandLine)
};

QString usage()
{
    return CommandLineText::tr(
        "Usage:\n"
        "  swallowtail-service serve [--data DIR] [--listen ADDRESS] [--port 1863] [--tls-port 1864]\n"
        "                            [--https-port 8443] [--name TEXT] [--network-file FILE]\n"
        "                            [--announce] [--old-clients] [--demo]\n"
        "  swallowtail-service account add ADDRESS [--name TEXT] [--data DIR]\n"
        "  swallowtail-service account password ADDRESS [--data DIR]\n"
        "  swallowtail-service account remove ADDRESS [--data DIR]\n"
        "  swallowtail-service account list [--data DIR]\n"
        "  swallowtail-service account care ADDRESS [--ask yes|no] [--quiet 21:00-07:00|no] [--files "
        "yes|no]\n"
        "                            [--approve ADDRESS]... [--refuse ADDRESS]... [--data DIR]\n"
        "  swallowtail-service account picture ADDRESS FILE|none [--data DIR]\n"
        "  swallowtail-service group add NAME ADDRESS... [--data DIR]\n"
        "  swallowtail-service group everybody NAME [--data DIR]\n"
        "  swallowtail-service group remove NAME [ADDRESS...] [--data DIR]\n"
        "  swallowtail-service group list [--data DIR]\n"
        "  swallowtail-service network [--data DIR]\n"
        "  swallowtail-service backup FILE [--data DIR]\n"
        "  swallowtail-service stats [--json] [--data DIR]\n"
        "  swallowtail-service --help | --version\n"
        "\n"
        "serve runs the service until it is interrupted. Port 0 takes a free one.\n"
        "--announce shows the network on the sign-in pages of messengers in the local network.\n"
        "--old-clients lets classic messengers in from other computers; what they send is not encrypted.\n"
        "account add and account password ask for the password, or read it from standard input.\n"
        "account care settles what a child may do, which the child is told, and prints it.\n"
        "account picture gives somebody a picture: a PNG, 256 pixels wide and high at most.\n"
        "People in a group have each other on their lists to begin with.\n"
        "network prints the network file that messengers import.\n"
        "backup copies the accounts, while the service runs or not.\n"
        "stats tells how the running service is doing.\n");
}

QCommandLineOption valueOption(const char *name, const char *valueName)
{
    return {QString::fromLatin1(name), {}, QString::fromLatin1(valueName)};
}

/// False if what is given is no port.
bool readPort(const QCommandLineParser &parser, const char *option, std::optional<quint16> &port)
{
    const QString name = QString::fromLatin1(option);
    if (!parser.isSet(name))
        return true;
    bool ok = false;
    port = parser.value(name).toUShort(&ok);
    return ok;
}

UsageError badValue(const char *option, const QCommandLineParser &parser)
{
    return {CommandLineText::tr("--%1 cannot be \"%2\".")
                .arg(QLatin1String(option), parser.value(QLatin1String(option)))};
}

UsageError tooManyArguments(const QString &argument)
{
    return {CommandLineText::tr("\"%1\" is one argument too many.").arg(argument)};
}

CommandLine parseServe(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.addOptions(
        {valueOption("data", "DIR"), valueOption("listen", "ADDRESS"), valueOption("port", "PORT"),
            valueOption("tls-port", "PORT"), valueOption("https-port", "PORT"), valueOption("name", "TEXT"),
            valueOption("network-file", "FILE"), QCommandLineOption(QStringLiteral("announce")),
            QCommandLineOption(QStringLiteral("old-clients")), QCommandLineOption(QStringLiteral("demo"))});
    if (!parser.parse(arguments))
        return UsageError{parser.errorText()};
    if (!parser.positionalArguments().isEmpty())
        return tooManyArguments(parser.positionalArguments().constFirst());
    ServeArguments serve;
    const std::array<std::pair<const char *, std::optional<quint16> *>, 3> ports{
        {{"port", &serve.port}, {"tls-port", &serve.tlsPort}, {"https-port", &serve.httpsPort}}};
    for (const auto &[option, port] : ports) {
        if (!readPort(parser, option, *port))
            return badValue(option, parser);
    }
    if (parser.isSet(QStringLiteral("listen"))) {
        const QHostAddress address(parser.value(QStringLiteral("listen")));
        if (address.isNull())
            return badValue("listen", parser);
        serve.listenAddress = address;
    }
    serve.dataPath = parser.value(QStringLiteral("data"));
    serve.name = parser.value(QStringLiteral("name"));
    serve.networkFile = parser.value(QStringLiteral("network-file"));
    serve.takesOldClients = parser.isSet(QStringLiteral("old-clients"));
    serve.announces = parser.isSet(QStringLiteral("announce"));
    serve.demo = parser.isSet(QStringLiteral("demo"));
    return serve;
}

template <typename Action>
using ActionNames = std::array<std::pair<const char *, Action>, 4>;

template <typename Action>
std::optional<Action> actionOf(const QString &word, const ActionNames<Action> &actions)
{
    for (const auto &[name, action] : actions) {
        if (word == QLatin1String(name))
            return action;
    }
    return std::nullopt;
}

UsageError noAddress(const QString &text)
{
    return {CommandLineText::tr("\"%1\" is not an address. It must look like name@example.com.").arg(text)};
}

CommandLine parseAccount(const QStringList &arguments)
{
    if (arguments.value(1) == QLatin1String("care"))
        return parseCare(arguments);
    if (arguments.value(1) == QLatin1String("picture"))
        return parsePicture(arguments);
    QCommandLineParser parser;
    parser.addOptions({valueOption("data", "DIR"), valueOption("name", "TEXT")});
    if (!parser.parse(arguments))
        return UsageError{parser.errorText()};
    const QStringList words = parser.positionalArguments();
    using enum AccountArguments::Action;
    const auto action = actionOf<AccountArguments::Action>(
        words.value(0), {{{"add", Add}, {"password", Password}, {"remove", Remove}, {"list", List}}});
    if (!action)
        return UsageError{CommandLineText::tr(
            "Say what to do with accounts: add, password, remove, list, care or picture.")};
    AccountArguments account{*action, parser.value(QStringLiteral("data")), Msn::Address(words.value(1)),
        parser.value(QStringLiteral("name"))};
    const bool needsAddress = *action != AccountArguments::Action::List;
    if (needsAddress && words.size() < 2)
        return UsageError{CommandLineText::tr("Say which address.")};
    if (needsAddress && !account.address.isValid())
        return noAddress(words[1]);
    if (words.size() > (needsAddress ? 2 : 1))
        return tooManyArguments(words.constLast());
    return account;
}

CommandLine parseGroup(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.addOption(valueOption("data", "DIR"));
    if (!parser.parse(arguments))
        return UsageError{parser.errorText()};
    const QStringList words = parser.positionalArguments();
    using enum GroupArguments::Action;
    const auto action = actionOf<GroupArguments::Action>(
        words.value(0), {{{"add", Add}, {"everybody", Everybody}, {"remove", Remove}, {"list", List}}});
    if (!action)
        return UsageError{CommandLineText::tr("Say what to do with groups: add, everybody, remove or list.")};
    GroupArguments group{*action, parser.value(QStringLiteral("data")), words.value(1).trimmed(), {}};
    if (*action != List && group.name.isEmpty())
        return UsageError{CommandLineText::tr("Say which group.")};
    const qsizetype most = *action == List ? 1 : 2;
    if ((*action == List || *action == Everybody) && words.size() > most)
        return tooManyArguments(words.constLast());
    const QStringList people = words.mid(2);
    for (const QString &word : people) {
        group.people.append(Msn::Address(word));
        if (!group.people.constLast().isValid())
            return noAddress(word);
    }
    return group;
}

CommandLine parseBackup(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.addOption(valueOption("data", "DIR"));
    if (!parser.parse(arguments))
        return UsageError{parser.errorText()};
    const QStringList words = parser.positionalArguments();
    if (words.isEmpty())
        return UsageError{CommandLineText::tr("Say which file to write.")};
    if (words.size() > 1)
        return tooManyArguments(words.constLast());
    return BackupArguments{parser.value(QStringLiteral("data")), words.constFirst()};
}

CommandLine parseStats(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.addOptions({valueOption("data", "DIR"), QCommandLineOption(QStringLiteral("json"))});
    if (!parser.parse(arguments))
        return UsageError{parser.errorText()};
    if (!parser.positionalArguments().isEmpty())
        return tooManyArguments(parser.positionalArguments().constFirst());
    return StatsArguments{parser.value(QStringLiteral("data")), parser.isSet(QStringLiteral("json"))};
}

CommandLine parseNetwork(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.addOption(valueOption("data", "DIR"));
    if (!parser.parse(arguments))
        return UsageError{parser.errorText()};
    if (!parser.positionalArguments().isEmpty())
        return tooManyArguments(parser.positionalArguments().constFirst());
    return NetworkArguments{parser.value(QStringLiteral("data"))};
}

} // namespace

QHostAddress ServeArguments::effectiveListenAddress() const
{
    return listenAddress.value_or(
        demo ? QHostAddress(QHostAddress::LocalHost) : QHostAddress(QHostAddress::Any));
}

CommandLine parseCommandLine(const QStringList &arguments)
{
    const QString command = arguments.value(1);
    const QStringList rest = arguments.mid(1);
    if (arguments.contains(QStringLiteral("--help")) || command == QLatin1String("-h"))
        return HelpText{usage()};
    if (command == QLatin1String("--version"))
        return HelpText{QCoreApplication::applicationName() + QLatin1Char(' ')
            + QCoreApplication::applicationVersion() + QLatin1Char('\n')};
    static constexpr std::array<std::pair<const char *, CommandLine (*)(const QStringList &)>, 6> commands{
        {{"serve", parseServe}, {"account", parseAccount}, {"group", parseGroup}, {"network", parseNetwork},
            {"backup", parseBackup}, {"stats", parseStats}}};
    for (const auto &[name, parse] : commands) {
        if (command == QLatin1String(name))
            return parse(rest);
    }
    const QString problem = command.isEmpty()
        ? CommandLineText::tr("Say what to do.")
        : CommandLineText::tr("There is no command \"%1\".").arg(command);
    return UsageError{problem + QStringLiteral("\n\n") + usage()};
}

} // namespace App
