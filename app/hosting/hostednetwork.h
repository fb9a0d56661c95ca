#pragma once

#include "app/hosting/datadirectory.h"
#include "app/hosting/hostingchoices.h"
#include "core/base/address.h"
#include "core/protocol/networkdescription.h"
#include "core/service/security/passwordhash.h"
#include "core/service/store/accountcare.h"

#include <QHash>
#include <QList>
#include <QObject>
#include <QThreadPool>

#include <functional>
#include <memory>

namespace Msn {
class Service;
class SqliteAccountStore;
} // namespace Msn

namespace App {

class AccountWatch;
class StatisticsFile;

/// Somebody who is to have an account.
struct NewPerson
{
    Msn::Address address;
    QString name;
    QString password;
    QByteArray picture = {}; ///< a PNG; empty: none
};

/// Somebody who has one.
struct HostedPerson
{
    Msn::Address address;
    QString name;
    bool isSignedIn = false; ///< here; another program that hosts the network does not tell
    Msn::AccountCare care = {};
    QByteArray picture = {}; ///< that the host has given; a PNG, empty: none

    friend bool operator==(const HostedPerson &, const HostedPerson &) = default;
};

/// A network that this program hosts: the folder of swallowtail-service, its people, and the service
/// while it runs. One program at a time serves a folder; people may be changed by several.
class HostedNetwork : public QObject
{
    Q_OBJECT

public:
    /// Nothing is read or made before somebody asks. \p cost: of new passwords.
    explicit HostedNetwork(
        const QString &dataPath, const Msn::PasswordCost &cost = {}, QObject *parent = nullptr);
    /// Cuts whoever is still connected.
    ~HostedNetwork() override;

    const DataDirectory &directory() const { return m_directory; }
    /// It has been set up here once, by whichever program.
    bool isSetUp() const;
    HostingChoices choices() const { return HostingChoices::load(m_directory); }
    /// Keeps them. While it runs the name and the host are told to newcomers at once; the rest counts from
    /// the next start. Errors: as DataDirectory::create() and HostingChoices::save().
    Msn::Outcome setChoices(const HostingChoices &choices);

    /// Does nothing if it runs already. Ports that were chosen freely are kept for the next time.
    /// Errors: StorageBusy (subject: the folder) while another program serves it; ConnectionRefused (subject
    /// `address:port`) for a port that is taken; those of the accounts and the certificate.
    Msn::Outcome start();
    /// Tells everybody; stopped() follows.
    void stop();
    bool isRunning() const;
    /// Another program serves the folder now.
    bool isServedElsewhere() const;

    /// For those who are to join; only while it runs.
    Msn::NetworkDescription description() const;
    /// The same for this computer, which is always reached.
    Msn::NetworkDescription localDescription() const;

    /// In the order of the addresses. Errors: those of the accounts; nobody before it is set up.
    Msn::Expected<QList<HostedPerson>, Msn::Error> people();
    /// Makes accounts, all or none. Those who are there already and come later have everybody on their list
    /// if listEverybody() was called, and see them at once where they are signed in here. peopleChanged() or
    /// failed() follows.
    void add(const QList<NewPerson> &people);
    /// passwordSet() or failed() follows. Whoever is signed in stays so.
    void setPassword(const Msn::Address &address, const QString &password);
    /// Also signs the person out. Errors: InvalidArgument for nobody; those of the accounts.
    Msn::Outcome remove(const Msn::Address &address);
    /// With whom is approved. The person is signed out, and told when they come back. Errors: as remove().
    Msn::Outcome setCare(const Msn::Address &address, const Msn::AccountCare &care);
    /// Empty: none from now on. Whoever is signed in here is told at once. Errors: as remove(), and
    /// InvalidArgument for what is no picture (givenpicture.h).
    Msn::Outcome setPicture(const Msn::Address &address, const QByteArray &png);
    /// From now on everybody begins with everybody else on the list, in a group of the network's name.
    Msn::Outcome listEverybody();

Q_SIGNALS:
    /// Running or no longer.
    void stateChanged();
    void stopped();
    /// Somebody was added or removed, has another picture, has signed in or out, or wishes for somebody.
    void peopleChanged();
    void passwordSet(const Msn::Address &address);
    void failed(const Msn::Error &error);
    /// Sent from the thread that hashes, for this object alone.
    void hashed(int job, const QList<Msn::PasswordHash> &hashes, QPrivateSignal);

private:
    using Hashes = QList<Msn::PasswordHash>;

    Msn::Outcome open();
    Msn::Outcome serve();
    Msn::Outcome keepPorts();
    Msn::Outcome writeNetworkFile() const;
    QString host() const;
    void finishStop();
    void dropService();
    /// \p done gets the hashes on this thread, some time later.
    void hash(const QStringList &passwords, std::function<void(const Hashes &)> done);
    Msn::Outcome keep(const QList<NewPerson> &people, const Hashes &hashes);
    Msn::Outcome commit(const Msn::Outcome &change);
    void tell(const Msn::Outcome &outcome);

    const DataDirectory m_directory;
    const Msn::PasswordCost m_cost;
    std::unique_ptr<QLockFile> m_lock; ///< while it runs
    std::unique_ptr<Msn::SqliteAccountStore> m_accounts; ///< since they were first needed
    std::unique_ptr<Msn::Service> m_service; ///< from start to stopped()
    std::unique_ptr<AccountWatch> m_watch;
    std::unique_ptr<StatisticsFile> m_statistics;
    QHash<int, std::function<void(const Hashes &)>> m_jobs; ///< what is done with the hashes
    int m_lastJob = 0;
    QThreadPool m_threads;
};

} // namespace App
