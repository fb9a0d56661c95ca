#pragma once

#include "core/base/completion.h"
#include "core/protocol/networkdescription.h"
#include "core/service/servicejournal.h"
#include "core/service/serviceoptions.h"
#include "core/service/store/accountadministration.h"

#include <QDeadlineTimer>
#include <QObject>
#include <QTimer>

#include <memory>

namespace Msn {

/// A whole MSN network in one object: dispatch, notification and switchboard servers on one plain
/// and one TLS port, the Passport nexus and log-in over HTTPS on a third. The web gateway answers on
/// the plain and on the HTTPS port. Lives on the thread it
/// was made on; several may live side by side.
class Service : public QObject
{
    Q_OBJECT
public:
    /// \p store must outlive the service and be used on its thread only.
    Service(const ServiceOptions &options, AccountStore &store, QObject *parent = nullptr);
    /// Cuts whatever is still connected.
    ~Service() override;

    /// Listens. Does nothing if it runs already. May be called again after a stop.
    /// Errors: ConnectionRefused (subject `address:port`) for a port that is not to be had;
    /// TlsHandshakeFailed for a certificate that could not be made or used.
    Outcome start();
    /// Takes no more connections, tells everybody (`OUT SSD`), closes. stopped() follows.
    void stop();
    bool isRunning() const;

    /// Where others reach it; with the ports really in use. Only while it runs.
    Endpoint endpoint(NetworkDescription::Security security) const;
    Endpoint httpsEndpoint() const;
    /// For messengers: the certificate is pinned. Only while it runs. \p host instead of announcedHost(),
    /// unless it is empty.
    NetworkDescription networkDescription(
        NetworkDescription::Security security, const QString &host = {}) const;
    ServerCertificate certificate() const;

    /// Tells those who are signed in that the host has given these people accounts and put them on their
    /// lists; that is committed.
    void introduce(const QList<Address> &newcomers);
    /// Tells those who are signed in that the host has taken an account away; that is committed.
    void takeOff(const QList<ListEntry> &entries);
    /// Tells \p address, where they are signed in, that the host has given them this picture, or taken it
    /// away (empty); that is committed.
    void showPicture(const Address &address, const QByteArray &png);
    /// Ends the session of \p address and its conversations, if there are any; it may come back.
    void endSession(const Address &address);

    QList<Address> signedInAddresses() const;
    /// How it is doing; nothing but zeros while it does not run.
    ServiceStatistics statistics() const;

Q_SIGNALS:
    void signedIn(const Msn::Address &address);
    void signedOut(const Msn::Address &address);
    /// For a log: what happens, beyond what the other signals say.
    void noted(const Msn::ServiceEvent &event);
    /// Somebody has invited a person without an account (SDC): for the host to see.
    void invitationStored(const Msn::InvitationRecord &invitation);
    /// \p owner, who asks for people, wishes for one more: for the host to see.
    void personWished(const Msn::Address &owner);
    /// After stop(): all connections are gone, or had their time to go.
    void stopped();

private:
    struct Running;

    Outcome listen(Running &running);
    void finishStop();
    ServiceOptions optionsInUse() const;
    ServiceOptions m_options;
    AccountStore &m_store;
    std::unique_ptr<Running> m_running;
    QTimer m_stopPoll;
    QDeadlineTimer m_stopDeadline;
    bool m_isStopping = false;
};

} // namespace Msn
