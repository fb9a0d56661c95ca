#pragma once

#include "app/hosting/hostednetwork.h"
#include "app/messenger/hostingannouncement.h"
#include "ui/signin/signinrequest.h"
#include "ui/text/errortext.h"

#include <QObject>

#include <memory>
#include <optional>

namespace Msn {
class NetworkCatalog;
class Settings;
} // namespace Msn

namespace Ui {
class HostingWindow;
struct HostingCare;
struct HostingPerson;
struct HostingPlan;
struct HostingState;
} // namespace Ui

namespace App {

/// The network that this messenger hosts, if any: between the window that manages it, the folder it lives in
/// and the networks that are known here. Reads nothing but whether there is one before somebody hosts or
/// opens the window.
class Hosting : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive it. Without \p discovery the network is not announced.
    Hosting(Msn::Settings &settings, Msn::NetworkCatalog &networks, const QString &dataPath,
        const std::optional<Msn::DiscoverySetup> &discovery, QObject *parent = nullptr);
    ~Hosting() override;

    /// Starts if the person wants that at each start of the program; startFailed() if it cannot be.
    void startIfWanted();
    /// The window to set it up or to manage it.
    void show();
    /// Everybody is told; does nothing if it does not run.
    void stop();
    /// How many are signed in but for \p own, who are signed in with this program; 0 while it does not run.
    int othersOnline(const QList<Msn::Address> &own) const;
    QString networkName() const { return m_network ? m_network->choices().name : QString(); }
    /// Whether there is one, running or not.
    bool isSetUp() { return network().isSetUp(); }
    bool isRunning() const { return m_network && m_network->isRunning(); }

    /// Where \p known is on this computer, if it is the one that runs here: it can always be reached there.
    std::optional<Msn::NetworkDescription> hereFor(const Msn::NetworkDescription &known) const;

    /// Nullptr before show().
    Ui::HostingWindow *window() const { return m_window.get(); }

Q_SIGNALS:
    /// The password is empty where it is not known.
    void signInWanted(const Ui::SignInRequest &request);
    /// Anything that the window shows.
    void changed();
    void startFailed(const Ui::ErrorWords &words);

private:
    HostedNetwork &network();
    void connectWindow();
    void refresh();
    Ui::HostingState state();
    /// Name of the one hosted here in the catalog; empty if it is not there yet.
    QString nameInCatalog() const;
    /// Those who are signed in here find it where it is now.
    Msn::Outcome keepInCatalog();
    /// On the sign-in pages of others, while it runs.
    void announce();
    /// Runs it, with what follows from that.
    Msn::Outcome run();

    void setUp(const Ui::HostingPlan &plan);
    void handlePeopleChanged();
    void handleFailed(const Msn::Error &error);
    void handleStopped();
    void start();
    void startOnOtherPorts();
    void change(const std::function<void(HostingChoices &)> &change);
    void chooseOldClients(bool allowed);
    void chooseHost(const QString &host);
    void removePerson(const Msn::Address &address);
    void setRules(const Msn::Address &address, const Ui::HostingCare &rules);
    void setPicture(const Msn::Address &address, const QByteArray &png);
    void signIn(const Ui::HostingPerson &person);

    Msn::Settings &m_settings;
    Msn::NetworkCatalog &m_networks;
    const QString m_dataPath;
    std::unique_ptr<HostedNetwork> m_network;
    HostingAnnouncement m_announcement;
    std::unique_ptr<Ui::HostingWindow> m_window;
    bool m_isSettingUp = false; ///< started once its people are there
    bool m_isRestarting = false;
};

} // namespace App
