#include "app/hosting/hostingoptions.h"

#include "app/hosting/hostingchoices.h"

#include <QCoreApplication>

namespace App {

namespace {

struct HostingOptionsText
{
    Q_DECLARE_TR_FUNCTIONS(App::HostingOptions)
};

} // namespace

Msn::ServiceOptions hostingOptions(const HostingChoices &choices)
{
    Msn::ServiceOptions options;
    options.listenAddress = QHostAddress::Any;
    options.port = choices.port;
    options.tlsPort = choices.tlsPort;
    options.httpsPort = choices.httpsPort;
    options.plainIsLocal = !choices.takesOldClients;
    options.name = choices.name.isEmpty() ? HostingOptionsText::tr("Home") : choices.name;
    options.wrongPasswordText
        = HostingOptionsText::tr("The address or the password is wrong. Check both and try again.");
    options.quietText = HostingOptionsText::tr("These are your quiet hours. Come back at %1.");
    return options;
}

} // namespace App
