#pragma once

#include "app/messenger/commandline.h"
#include "core/base/expected.h"
#include "ui/signin/signinrequest.h"

#include <QCoreApplication>

namespace Msn {
class NetworkCatalog;
class TrafficLog;
} // namespace Msn

namespace Ui {
class SignInController;
}

namespace App {

/// What the command line asks for of files and networks, and whom it signs in with them.
class StartChoices
{
    Q_DECLARE_TR_FUNCTIONS(App::StartChoices)

public:
    explicit StartChoices(const CommandLine &commandLine);

    /// Begins the traffic log, finds the network, reads the password. On failure a sentence for the
    /// terminal.
    Msn::Expected<void, QString> open(Msn::NetworkCatalog &networks, Msn::TrafficLog &traffic);

    /// Chosen in the form as far as it was asked for.
    void prefill(Ui::SignInController &signIn) const;
    /// Whoever is to be signed in at the start. The password is given once.
    QList<Ui::SignInRequest> takeRequests(const Ui::SignInController &signIn);

private:
    Msn::Expected<QString, QString> networkIn(Msn::NetworkCatalog &networks) const;
    Msn::Expected<QString, QString> readPassword() const;

    const CommandLine m_commandLine;
    QString m_network;
    QString m_password;
};

} // namespace App
