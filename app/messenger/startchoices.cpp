#include "app/messenger/startchoices.h"

#include "core/net/trafficlog.h"
#include "core/storage/networkcatalog.h"
#include "ui/signin/signincontroller.h"
#include "ui/text/networktext.h"

#include <QFile>
#include <QFileInfo>

#include <cstdio>
#include <utility>

namespace App {

using namespace Msn;

namespace {

constexpr qint64 longestPasswordLine = 4096;

} // namespace

StartChoices::StartChoices(const CommandLine &commandLine)
    : m_commandLine(commandLine)
{
}

Expected<void, QString> StartChoices::open(NetworkCatalog &networks, TrafficLog &traffic)
{
    if (const QString &file = m_commandLine.trafficLog; !file.isEmpty()) {
        if (const auto opened = traffic.openFile(file); !opened)
            return Unexpected(tr("The traffic log %1 cannot be written: %2").arg(file, opened.error()));
    }
    const auto network = networkIn(networks);
    if (!network)
        return Unexpected(network.error());
    const auto password = readPassword();
    if (!password)
        return Unexpected(password.error());
    m_network = *network;
    m_password = *password;
    return {};
}

void StartChoices::prefill(Ui::SignInController &signIn) const
{
    if (!m_network.isEmpty() || !m_commandLine.account.isEmpty())
        signIn.prefill(m_network, m_commandLine.account);
}

QList<Ui::SignInRequest> StartChoices::takeRequests(const Ui::SignInController &signIn)
{
    QList<Ui::SignInRequest> requests = signIn.automaticRequests();
    if (const QString password = std::exchange(m_password, {}); !password.isEmpty()) {
        requests = {{m_network.isEmpty() ? signIn.chosenNetwork() : m_network, m_commandLine.account,
            password, Status::Online, false, false, false}};
    } else if (!m_commandLine.account.isEmpty() || !m_network.isEmpty()) {
        return {};
    }
    for (Ui::SignInRequest &request : requests)
        request.status = m_commandLine.status.value_or(request.status);
    requests.removeIf([](const Ui::SignInRequest &request) { return request.address.isEmpty(); });
    return requests;
}

/// The name in the catalog; empty if the command line names none.
Expected<QString, QString> StartChoices::networkIn(NetworkCatalog &networks) const
{
    const QString wanted = m_commandLine.network;
    if (wanted.isEmpty())
        return QString();
    if (const KnownNetwork *known = networks.find(wanted))
        return known->description.name;
    if (!QFileInfo::exists(wanted)) {
        QStringList names;
        for (const KnownNetwork &network : networks.networks())
            names.append(network.description.name);
        return Unexpected(tr("There is no network or network file “%1”. Known networks: %2")
                              .arg(wanted, names.join(QLatin1String(", "))));
    }
    const auto network = networks.useOnce(wanted);
    if (!network)
        return Unexpected(Ui::NetworkText::importError(network.error()).what);
    return network.value().description.name;
}

/// One line; empty if none is given.
Expected<QString, QString> StartChoices::readPassword() const
{
    const QString name = m_commandLine.passwordFile;
    if (name.isEmpty())
        return QString();
    QFile file(name);
    const bool open
        = name == QLatin1String("-") ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!open)
        return Unexpected(tr("The password file %1 cannot be read: %2").arg(name, file.errorString()));
    QByteArray line = file.readLine(longestPasswordLine);
    while (line.endsWith('\n') || line.endsWith('\r'))
        line.chop(1);
    if (line.isEmpty())
        return Unexpected(tr("The password file %1 is empty.").arg(name));
    return QString::fromUtf8(line);
}

} // namespace App
