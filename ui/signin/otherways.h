#pragma once

#include "core/base/error.h"
#include "core/net/signinprogress.h"

#include <QObject>

namespace Ui {

class MessageBar;

/// Offers another way to a network beside the error that says why this one failed: the web gateway,
/// a proxy, or back to the direct one.
/// Source: http-gateway.md §4.
class OtherWays : public QObject
{
    Q_OBJECT

public:
    /// What was tried, and what there is.
    struct Attempt
    {
        /// How far it came: Passport does not go through the gateway.
        Msn::SignInProgress reached = Msn::SignInProgress::Connecting;
        bool networkHasGateway = false;
        bool wentThroughGateway = false;
    };

    /// \p bar must outlive this object.
    explicit OtherWays(MessageBar &bar, QObject *parent = nullptr);

    /// The gateway may help: the messenger servers themselves cannot be reached directly.
    static bool mayHelp(const Msn::Error &error, const Attempt &attempt);

    /// Adds buttons to the error that the bar shows; none where no other way promises anything.
    void offer(const Msn::Error &error, const Attempt &attempt);

Q_SIGNALS:
    void gatewayWanted();
    void directWanted();
    void proxyWanted();

private:
    void addButton(const QString &text, void (OtherWays::*wanted)());

    MessageBar &m_bar;
};

} // namespace Ui
