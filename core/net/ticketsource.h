#pragma once

#include "core/base/address.h"
#include "core/base/error.h"

#include <QObject>
#include <QUrl>

#include <functional>
#include <memory>

namespace Msn {

/// Trades an address, a password and the policy string of `USR t TWN S` for a ticket.
class TicketSource : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Whatever can be done ahead of time. Never sends anything secret.
    virtual void prepare() = 0;
    /// Ends in ticketReceived() or failed(), unless cancel() is called.
    virtual void logIn(const Address &address, const QString &password, const QByteArray &policy) = 0;
    virtual void cancel() = 0;

Q_SIGNALS:
    /// Opaque; goes into USR TWN S as it is. Valid for seconds, never stored.
    void ticketReceived(const QByteArray &ticket);
    void failed(const Msn::Error &error);
    /// The address of the sign-in page, worth keeping. An empty one: the kept one was wrong.
    void loginUrlLearned(const QUrl &url);
};

/// Makes the source for one sign-in; the address kept from last time may be empty.
using TicketSourceFactory = std::function<std::unique_ptr<TicketSource>(const QUrl &cachedLoginUrl)>;

} // namespace Msn
