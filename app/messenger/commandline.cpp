#include "app/messenger/commandline.h"

#include "core/protocol/networklink.h"
#include "ui/text/statustext.h"

#include <QUrl>
#include <QUrlQuery>

namespace App {

namespace {

const QString profileOption = QStringLiteral("profile");
const QString networkOption = QStringLiteral("network");
const QString accountOption = QStringLiteral("account");
const QString passwordOption = QStringLiteral("password-file");
const QString statusOption = QStringLiteral("status");
const QString trafficOption = QStringLiteral("traffic-log");
const QString minimizedOption = QStringLiteral("minimized");

} // namespace

Msn::Address addressOfLink(const QString &link)
{
    const QUrl url(link);
    const bool isOurs = url.scheme() == QLatin1String("msnim") || url.scheme() == QLatin1String("msnp");
    if (!isOurs || url.path().compare(QLatin1String("chat"), Qt::CaseInsensitive) != 0)
        return {};
    const Msn::Address address(
        QUrlQuery(url).queryItemValue(QStringLiteral("contact"), QUrl::FullyDecoded).trimmed());
    return address.isValid() ? address : Msn::Address();
}

bool isNetworkLink(const QString &link)
{
    // `msnp:chat?contact=` without an address is a slip, not a server called chat.
    const bool isChat = QUrl(link).path().compare(QLatin1String("chat"), Qt::CaseInsensitive) == 0;
    return !isChat && Msn::parseNetworkLink(link).has_value();
}

CommandLineReader::CommandLineReader()
    : m_help({QStringLiteral("h"), QStringLiteral("help")}, tr("Shows this text."))
    , m_version({QStringLiteral("v"), QStringLiteral("version")}, tr("Shows the version."))
{
    m_parser.setApplicationDescription(tr("A messenger for MSN Messenger networks."));
    m_parser.addOption(
        {profileOption, tr("Keeps settings, caches and history in this directory."), QStringLiteral("DIR")});
    m_parser.addOption({networkOption, tr("The network to sign in to: its name, or a network file."),
        QStringLiteral("NAME|FILE")});
    m_parser.addOption({accountOption, tr("The address to sign in with."), QStringLiteral("ADDRESS")});
    m_parser.addOption(
        {passwordOption, tr("Signs in at once with the password in this file, or from standard input for -."),
            QStringLiteral("FILE|-")});
    m_parser.addOption(
        {statusOption, tr("The status to begin with: %1.").arg(Ui::StatusText::commandLineWords().join(u' ')),
            QStringLiteral("STATUS")});
    m_parser.addOption({trafficOption,
        tr("Writes every command to this file, without passwords and tickets."), QStringLiteral("FILE")});
    m_parser.addOption({minimizedOption, tr("Starts with the window minimised.")});
    m_parser.addOption(m_help);
    m_parser.addOption(m_version);
    m_parser.addPositionalArgument(QStringLiteral("link"),
        tr("A link to chat with somebody, msnim:chat?contact=ADDRESS, or to a network, msnp:HOST."),
        QStringLiteral("[msnim:chat?contact=ADDRESS]"));
}

std::optional<CommandLine> CommandLineReader::read(const QStringList &arguments)
{
    if (!m_parser.parse(arguments))
        return fail(m_parser.errorText());
    CommandLine line;
    line.profile = m_parser.value(profileOption);
    line.network = m_parser.value(networkOption);
    line.account = Msn::Address(m_parser.value(accountOption));
    line.passwordFile = m_parser.value(passwordOption);
    line.trafficLog = m_parser.value(trafficOption);
    line.minimized = m_parser.isSet(minimizedOption);
    if (m_parser.isSet(accountOption) && !line.account.isValid())
        return fail(tr("“%1” is not an address.").arg(line.account.toString()));
    if (!line.passwordFile.isEmpty() && line.account.isEmpty())
        return fail(tr("--password-file needs --account."));
    if (!readStatus(line) || !readLink(line))
        return {};
    return line;
}

bool CommandLineReader::wantsHelp() const
{
    return m_parser.isSet(m_help);
}

bool CommandLineReader::wantsVersion() const
{
    return m_parser.isSet(m_version);
}

QString CommandLineReader::helpText() const
{
    return m_parser.helpText();
}

std::optional<CommandLine> CommandLineReader::fail(const QString &error)
{
    m_error = error;
    return {};
}

bool CommandLineReader::readStatus(CommandLine &line)
{
    if (!m_parser.isSet(statusOption))
        return true;
    line.status = Ui::StatusText::fromCommandLine(m_parser.value(statusOption));
    if (!line.status)
        m_error = tr("There is no status “%1”. Choose one of: %2.")
                      .arg(m_parser.value(statusOption), Ui::StatusText::commandLineWords().join(u' '));
    return line.status.has_value();
}

bool CommandLineReader::readLink(CommandLine &line)
{
    const QStringList links = m_parser.positionalArguments();
    if (links.isEmpty())
        return true;
    line.chatWith = addressOfLink(links.first());
    if (line.chatWith.isEmpty() && isNetworkLink(links.first()))
        line.networkLink = links.first();
    if (links.size() > 1 || (line.chatWith.isEmpty() && line.networkLink.isEmpty()))
        m_error = tr("“%1” is not a link like msnim:chat?contact=ADDRESS or msnp:HOST.").arg(links.last());
    return m_error.isEmpty();
}

} // namespace App
