#include "ui/signin/otherways.h"

#include "core/net/socketerror.h"
#include "ui/widgets/messagebar.h"

#include <QPushButton>

namespace Ui {

using Msn::ErrorCode;
using Msn::SignInProgress;

namespace {

bool isAboutTheWay(ErrorCode code)
{
    switch (code) {
    case ErrorCode::HostNotFound:
    case ErrorCode::ConnectionRefused:
    case ErrorCode::NetworkUnreachable:
    case ErrorCode::ConnectionTimedOut:
    case ErrorCode::TlsHandshakeFailed: // a firewall that takes the connection and then cuts it
    case ErrorCode::GatewayRefused:
        return true;
    default:
        return false;
    }
}

bool isOnTheWay(SignInProgress reached)
{
    return reached == SignInProgress::Connecting || reached == SignInProgress::Transferring;
}

} // namespace

OtherWays::OtherWays(MessageBar &bar, QObject *parent)
    : QObject(parent)
    , m_bar(bar)
{
}

bool OtherWays::mayHelp(const Msn::Error &error, const Attempt &attempt)
{
    return attempt.networkHasGateway && !attempt.wentThroughGateway && isOnTheWay(attempt.reached)
        && isAboutTheWay(error.code);
}

void OtherWays::offer(const Msn::Error &error, const Attempt &attempt)
{
    const bool wayIsClosed = isAboutTheWay(error.code);
    if (mayHelp(error, attempt))
        addButton(tr("Try through the web &gateway"), &OtherWays::gatewayWanted);
    else if (attempt.wentThroughGateway && wayIsClosed)
        addButton(tr("C&onnect directly"), &OtherWays::directWanted);
    if (Msn::isAboutProxy(error.code))
        addButton(tr("Change the pro&xy…"), &OtherWays::proxyWanted);
    else if (wayIsClosed)
        addButton(tr("Use a pro&xy…"), &OtherWays::proxyWanted);
}

void OtherWays::addButton(const QString &text, void (OtherWays::*wanted)())
{
    connect(m_bar.addButton(text), &QPushButton::clicked, this, wanted);
}

} // namespace Ui
