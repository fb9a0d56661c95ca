#include "app/hosting/hostingchoices.h"

#include "app/hosting/datadirectory.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <limits>

namespace App {

namespace {

const QString nameKey = QStringLiteral("name");
const QString hostKey = QStringLiteral("host");
const QString portsKey = QStringLiteral("ports");
const QString plainKey = QStringLiteral("plain");
const QString tlsKey = QStringLiteral("tls");
const QString httpsKey = QStringLiteral("https");
const QString oldClientsKey = QStringLiteral("oldClients");

quint16 portOf(const QJsonObject &ports, const QString &key, quint16 fallback)
{
    const int port = ports.value(key).toInt(-1);
    const bool isPort = port >= 0 && port <= std::numeric_limits<quint16>::max();
    return isPort ? static_cast<quint16>(port) : fallback;
}

} // namespace

HostingChoices HostingChoices::load(const DataDirectory &directory)
{
    HostingChoices choices;
    QFile file(directory.choicesFile());
    if (!file.open(QIODevice::ReadOnly))
        return choices;
    const QJsonObject object = QJsonDocument::fromJson(file.readAll()).object();
    const QJsonObject ports = object.value(portsKey).toObject();
    choices.name = object.value(nameKey).toString();
    choices.host = object.value(hostKey).toString();
    choices.port = portOf(ports, plainKey, choices.port);
    choices.tlsPort = portOf(ports, tlsKey, choices.tlsPort);
    choices.httpsPort = portOf(ports, httpsKey, choices.httpsPort);
    choices.takesOldClients = object.value(oldClientsKey).toBool(choices.takesOldClients);
    return choices;
}

Msn::Outcome HostingChoices::save(const DataDirectory &directory) const
{
    const QJsonObject ports{{plainKey, port}, {tlsKey, tlsPort}, {httpsKey, httpsPort}};
    const QJsonObject object{
        {nameKey, name}, {hostKey, host}, {portsKey, ports}, {oldClientsKey, takesOldClients}};
    return writeFile(directory.choicesFile(), QJsonDocument(object).toJson(), false);
}

} // namespace App
