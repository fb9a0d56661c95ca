#pragma once

#include "app/messenger/commandline.h"
#include "app/messenger/networkaccess.h"
#include "app/messenger/startrequest.h"
#include "core/discovery/discoverysetup.h"
#include "core/storage/profiledirectories.h"

#include <QObject>

#include <memory>
#include <optional>

class QDBusConnection;

namespace Msn {
class ConnectionChoices;
class NetworkCatalog;
class SecretStore;
class Settings;
class TrafficLog;
} // namespace Msn

namespace Ui {
class MainWindow;
class SignInController;
class Theme;
struct TryOutAccount;
} // namespace Ui

namespace App {

class AccountList;
class ChatRequests;
class ChatWindows;
class DesktopParts;
class DiagnosisWindows;
class Farewell;
class HistoryChoices;
class HistoryViewer;
class Hosting;
class ImportWindow;
class ListCopyParts;
class NewNetworks;
class OptionsWindow;
class Session;
class Sessions;
class SignInFlow;
class StartChoices;

/// Builds the messenger, connects its parts and owns them.
class Application : public QObject
{
    Q_OBJECT

public:
    /// What the outside gives: tests give something else.
    struct Environment
    {
        Msn::ProfileDirectories directories;
        QString builtInNetworks;
        std::unique_ptr<Msn::SecretStore> secrets;
        DemoService demo;
        Msn::Address demoAddress;
        QString demoPassword;
        /// Nothing: networks close by are not looked for.
        std::optional<Msn::DiscoverySetup> discovery;
    };

    Application(Environment environment, const CommandLine &commandLine);
    ~Application() override;

    /// Shows the window, still empty: whoever starts the program is looking for it. On failure a
    /// sentence for the terminal.
    Msn::Expected<void, QString> open();
    /// Puts the sign-in page into it and signs in if the command line or a saved account asks for
    /// that. Only the first call does something.
    void fill();
    /// Both at once.
    Msn::Expected<void, QString> start();

    /// Connects the messenger with the desktop: tray, notifications, idle, \p bus. Once, after the
    /// first window has been painted. \p theme may be null.
    void joinDesktop(const QDBusConnection &bus, Ui::Theme *theme);

    Ui::MainWindow &window() { return *m_window; }
    Sessions &sessions() { return *m_sessions; }
    /// The one that was asked for last; there has to be one.
    Session &session();
    /// Of the list that is used now; nullptr while there is none.
    Session *sessionInUse() const;
    ChatWindows &chats() { return *m_chats; }
    DiagnosisWindows &diagnosis() { return *m_diagnosis; }
    /// Nullptr before joinDesktop().
    DesktopParts *desktop() { return m_desktop.get(); }
    OptionsWindow &options() { return *m_options; }
    Hosting &hosting() { return *m_hosting; }
    /// Nullptr before fill().
    NewNetworks *newNetworks() { return m_newNetworks.get(); }
    /// Nullptr before fill().
    HistoryViewer *history() { return m_history.get(); }

public Q_SLOTS:
    /// Brings the window forward and does as \p request says; opens the chat after signing in if need
    /// be.
    void activate(const App::StartRequest &request);
    /// Asks whether the network in it is to be added.
    void openNetworkLink(const QString &link);
    /// Signs out, lets the last bytes go; ended() follows.
    void quit();
    /// The same if the person still wants it: not at once while others are on a network that is hosted here.
    void quitIfWanted();

Q_SIGNALS:
    /// There is nothing left to do. No window may hold the end up: one that is to stay in the tray would.
    void ended();

private:
    void connectParts();
    void connectAccounts();
    void connectChats();
    void connectHistory();
    void connectHosting();
    void showSettingsTrouble();
    void handleShown(Session *session);
    void handleHidden(Session *session);
    void offerAccounts();
    /// Makes the list for the desktop hold those of \p sessions and nobody else.
    void listAccounts(const QList<Session *> &sessions);

    const CommandLine m_commandLine;
    const Environment m_environment;
    std::unique_ptr<Msn::Settings> m_settings;
    std::unique_ptr<Msn::NetworkCatalog> m_networks;
    std::unique_ptr<Msn::TrafficLog> m_traffic;
    std::unique_ptr<Msn::ConnectionChoices> m_connection;
    std::unique_ptr<NetworkAccess> m_access;
    std::unique_ptr<Hosting> m_hosting;
    std::unique_ptr<Sessions> m_sessions;
    std::unique_ptr<AccountList> m_accounts;
    std::unique_ptr<ChatWindows> m_chats;
    std::unique_ptr<HistoryChoices> m_historyChoices;
    std::unique_ptr<OptionsWindow> m_options;
    std::unique_ptr<DiagnosisWindows> m_diagnosis;
    std::unique_ptr<ImportWindow> m_import;
    std::unique_ptr<HistoryViewer> m_history;
    std::unique_ptr<Ui::MainWindow> m_window;
    std::unique_ptr<ListCopyParts> m_listCopies;
    std::unique_ptr<StartChoices> m_startChoices;
    std::unique_ptr<ChatRequests> m_chatRequests;
    std::unique_ptr<Farewell> m_farewell;
    std::unique_ptr<Ui::SignInController> m_signIn;
    std::unique_ptr<SignInFlow> m_flow;
    std::unique_ptr<NewNetworks> m_newNetworks;
    std::unique_ptr<DesktopParts> m_desktop;
};

} // namespace App
