#include "app/service/networkcommand.h"

#include "app/hosting/datadirectory.h"
#include "app/hosting/hostingoptions.h"
#include "app/hosting/keptcertificate.h"
#include "app/service/accountaccess.h"
#include "app/service/console.h"
#include "app/service/servecommand.h"

#include "core/service/servicedescription.h"

#include <QFile>

namespace App {

namespace {

/// What a service that has never run would write, with the default ports.
Msn::Expected<QByteArray, Msn::Error> defaultNetworkFile(const DataDirectory &directory)
{
    const auto accounts = openAccountsAloud(directory);
    if (!accounts)
        return Msn::Unexpected(accounts.error());
    const auto certificate = keptCertificate(directory, **accounts, {});
    if (!certificate)
        return Msn::Unexpected(certificate.error());
    const HostingChoices choices = choicesFor({}, directory);
    Msn::ServiceOptions options = hostingOptions(choices);
    options.announcedHost = choices.host;
    options.certificate = *certificate;
    return encodeNetworkFile(Msn::describeService(options, Msn::NetworkDescription::Security::Tls));
}

} // namespace

int runNetworkCommand(const NetworkArguments &arguments)
{
    const DataDirectory directory(arguments.dataPath);
    if (const auto created = directory.create(); !created) {
        complain(describe(created.error()));
        return exitFailed;
    }
    QFile written(directory.networkFile());
    if (written.open(QIODevice::ReadOnly)) {
        print(QString::fromUtf8(written.readAll()));
        return exitFine;
    }
    const auto file = defaultNetworkFile(directory);
    if (!file) {
        complain(describe(file.error()));
        return exitFailed;
    }
    print(QString::fromUtf8(*file));
    return exitFine;
}

} // namespace App
