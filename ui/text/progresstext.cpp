#include "ui/text/progresstext.h"

namespace Ui {

QString ProgressText::describe(Msn::SignInProgress progress, const QString &network)
{
    switch (progress) {
    case Msn::SignInProgress::Connecting:
        //: %1 is the name of a network.
        return tr("Connecting to %1…").arg(network);
    case Msn::SignInProgress::Negotiating:
        return tr("Agreeing on a protocol…");
    case Msn::SignInProgress::Transferring:
        return tr("Looking up your server…");
    case Msn::SignInProgress::CheckingPassword:
        return tr("Checking your password…");
    case Msn::SignInProgress::SigningIn:
        return tr("Signing in…");
    case Msn::SignInProgress::LoadingContacts:
        return tr("Loading your contacts…");
    }
    return tr("Signing in…");
}

} // namespace Ui
