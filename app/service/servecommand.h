#pragma once

#include "app/common/terminationsignals.h"
#include "app/hosting/datadirectory.h"
#include "app/hosting/hostingchoices.h"
#include "app/service/commandline.h"
#include "app/service/servicelog.h"

#include "core/service/service.h"
#include "core/service/store/accountstore.h"

#include <QObject>

#include <memory>

namespace Msn {
class SqliteAccountStore;
}

namespace App {

class Announcing;
class DemoRobots;
class AccountWatch;
class StatisticsFile;

/// How the network in \p directory is hosted if \p arguments say so.
HostingChoices choicesFor(const ServeArguments &arguments, const DataDirectory &directory);

/// Runs `serve`: from start() until finished().
class ServeCommand : public QObject
{
    Q_OBJECT
public:
    explicit ServeCommand(const ServeArguments &arguments, QObject *parent = nullptr);
    ~ServeCommand() override;

    /// Prints the ready line. Errors: those of the data directory and of Msn::Service::start().
    Msn::Outcome start();

Q_SIGNALS:
    /// Interrupted, and everybody has been told.
    void finished();

private:
    /// The demo alone leaves no trace on the disk.
    bool keepsData() const { return !m_arguments.demo || !m_arguments.dataPath.isEmpty(); }
    Msn::Outcome lockData();
    Msn::Outcome openAccounts();
    Msn::Outcome prepareCertificate(Msn::ServiceOptions &options) const;
    Msn::Outcome writeNetworkFiles() const;
    void announce();
    void printReadyLine() const;
    void reportWaitingInvitations() const;
    void reportInvitation(const Msn::InvitationRecord &invitation) const;
    void stop();

    ServeArguments m_arguments;
    DataDirectory m_directory;
    HostingChoices m_choices;
    std::unique_ptr<QLockFile> m_lock; ///< where data is kept
    TerminationSignals m_signals;
    std::unique_ptr<Msn::AccountStore> m_accounts;
    Msn::SqliteAccountStore *m_keptAccounts = nullptr; ///< the same, where data is kept
    std::unique_ptr<Msn::AccountStore> m_demoAccounts;
    std::unique_ptr<Msn::Service> m_service;
    std::unique_ptr<AccountWatch> m_watch;
    std::unique_ptr<StatisticsFile> m_statistics;
    std::unique_ptr<DemoRobots> m_robots;
    std::unique_ptr<Announcing> m_announcing;
    ServiceLog m_log;
};

} // namespace App
