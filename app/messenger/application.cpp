#include "app/messenger/application.h"

#include "app/desktop/accountlist.h"
#include "app/desktop/activation.h"
#include "app/messenger/chatrequests.h"
#include "app/messenger/chatwindows.h"
#include "app/messenger/desktopparts.h"
#include "app/messenger/diagnosiswindows.h"
#include "app/messenger/farewell.h"
#include "app/messenger/historychoices.h"
#include "app/messenger/historyviewer.h"
#include "app/messenger/hosting.h"
#include "app/messenger/importwindow.h"
#include "app/messenger/listcopyparts.h"
#include "app/messenger/newnetworks.h"
#include "app/messenger/optionswindow.h"
#include "app/messenger/sessions.h"
#include "app/messenger/signinflow.h"
#include "app/messenger/startchoices.h"
#include "core/account/account.h"
#include "core/history/historyrecorder.h"
#include "core/net/trafficlog.h"
#include "core/storage/connectionchoices.h"
#include "core/storage/networkcatalog.h"
#include "core/storage/secretstore.h"
#include "core/storage/settings.h"
#include "ui/mainwindow/accountsection.h"
#include "ui/mainwindow/contactpage.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/mainwindow/undobar.h"
#include "ui/signin/signincontroller.h"
#include "ui/signin/signinpage.h"
#include "ui/widgets/messagebar.h"

#include <QPushButton>
#include <QTimer>

#include <algorithm>

namespace App {

using namespace Msn;

Application::Application(Environment environment, const CommandLine &commandLine)
    : m_commandLine(commandLine)
    , m_environment(std::move(environment))
    , m_settings(std::make_unique<Settings>(m_environment.directories.settingsFile()))
    , m_networks(std::make_unique<NetworkCatalog>(
          m_environment.builtInNetworks, m_environment.directories.networks()))
    , m_traffic(std::make_unique<TrafficLog>())
    , m_connection(std::make_unique<ConnectionChoices>(*m_settings, *m_environment.secrets))
    , m_access(std::make_unique<NetworkAccess>(*m_networks, m_environment.demo))
    , m_hosting(std::make_unique<Hosting>(*m_settings, *m_networks,
          m_environment.directories.data + QLatin1String("/hosted-network"), m_environment.discovery))
    , m_sessions(
          std::make_unique<Sessions>(m_environment.directories, *m_access, *m_connection, m_traffic.get()))
    , m_accounts(std::make_unique<AccountList>())
    , m_chats(std::make_unique<ChatWindows>(*m_settings))
    , m_historyChoices(std::make_unique<HistoryChoices>(*m_settings))
    , m_options(std::make_unique<OptionsWindow>(OptionsParts{
          *m_settings, *m_networks, *m_environment.secrets, m_environment.directories, *m_connection}))
    , m_diagnosis(std::make_unique<DiagnosisWindows>(*m_networks, *m_access, *m_connection, *m_traffic))
    , m_import(std::make_unique<ImportWindow>(*m_sessions, *m_settings, m_environment.directories))
    , m_window(std::make_unique<Ui::MainWindow>(*m_settings))
    , m_listCopies(std::make_unique<ListCopyParts>(
          m_environment.directories, *m_window, [this] { return sessionInUse(); }))
    , m_startChoices(std::make_unique<StartChoices>(commandLine))
    , m_chatRequests(std::make_unique<ChatRequests>(*m_sessions, *m_chats))
    , m_farewell(std::make_unique<Farewell>(Farewell::Parts{*m_sessions, *m_hosting, *m_settings, *m_window}))
{
    m_chatRequests->open(commandLine.chatWith);
    connect(m_farewell.get(), &Farewell::over, this, &Application::ended);
}

Application::~Application()
{
    m_desktop.reset();
    m_history.reset();
    m_options->setAccounts({});
    m_chats->setHost(nullptr);
    const QList<Session *> sessions = m_sessions->all();
    for (const Session *session : sessions) {
        if (session->account())
            m_chats->forget(*session->account());
    }
    m_sessions->disconnect();
    if (m_signIn)
        m_window->showSignIn();
}

Expected<void, QString> Application::start()
{
    const auto opened = open();
    if (opened)
        fill();
    return opened;
}

Expected<void, QString> Application::open()
{
    if (const auto opened = m_startChoices->open(*m_networks, *m_traffic); !opened)
        return opened;
    if (m_commandLine.minimized)
        m_window->showMinimized();
    else
        m_window->show();
    return {};
}

void Application::fill()
{
    if (m_signIn)
        return;
    m_signIn = std::make_unique<Ui::SignInController>(*m_window->signInPage(), *m_networks, *m_settings,
        *m_environment.secrets, Ui::TryOutAccount{m_environment.demoAddress, m_environment.demoPassword},
        m_environment.directories);
    m_flow = std::make_unique<SignInFlow>(*m_signIn, *m_sessions, *m_window, *m_networks, *m_connection);
    m_newNetworks = std::make_unique<NewNetworks>(*m_window, *m_networks);
    connectParts();
    connectAccounts();
    connectChats();
    connectHistory();
    connectHosting();
    m_signIn->start();
    m_startChoices->prefill(*m_signIn);
    showSettingsTrouble();
    // The page first, then the way to the servers.
    QTimer::singleShot(0, this, [this] { m_flow->signInAll(m_startChoices->takeRequests(*m_signIn)); });
    if (!m_commandLine.networkLink.isEmpty())
        QTimer::singleShot(0, this, [this] { openNetworkLink(m_commandLine.networkLink); });
}

void Application::joinDesktop(const QDBusConnection &bus, Ui::Theme *theme)
{
    if (m_desktop)
        return;
    m_desktop = std::make_unique<DesktopParts>(
        DesktopParts::Parts{*m_settings, *m_accounts, *m_chats, *m_window, theme, m_commandLine.minimized},
        bus);
    connect(m_desktop.get(), &DesktopParts::signOutRequested, m_sessions.get(), &Sessions::signOutAll);
    connect(m_desktop.get(), &DesktopParts::quitRequested, this, &Application::quitIfWanted);
    connect(m_desktop.get(), &DesktopParts::networkLinkRequested, this, &Application::openNetworkLink);
    m_options->addPages(m_desktop->optionsPages());
    if (m_environment.discovery && m_newNetworks)
        m_newNetworks->lookNearby(*m_environment.discovery);
    connect(m_window.get(), &Ui::MainWindow::alertsWanted, m_desktop.get(),
        [this](
            Account *account, const Address &address) { m_desktop->openContactAlerts(*account, address); });
}

void Application::activate(const StartRequest &request)
{
    const Activation activation(request.token);
    m_window->present();
    activation.raise(*m_window);
    m_chatRequests->open(request.chatWith);
    if (!request.networkLink.isEmpty())
        openNetworkLink(request.networkLink);
}

void Application::openNetworkLink(const QString &link)
{
    // A start that comes before the page is there finds it, with the question above it.
    fill();
    m_window->present();
    m_newNetworks->openLink(link);
}

void Application::quit()
{
    m_farewell->quit();
}

void Application::quitIfWanted()
{
    m_farewell->quitIfWanted();
}

void Application::connectParts()
{
    connect(
        m_signIn.get(), &Ui::SignInController::passwordNotKept, this, [this](const Ui::ErrorWords &words) {
            if (m_window->contactPage())
                m_window->contactPage()->bar()->showError(words);
        });
    connect(m_window.get(), &Ui::MainWindow::quitRequested, this, &Application::quitIfWanted);
    connect(m_window.get(), &Ui::MainWindow::chatWanted, m_chats.get(),
        [this](Account *account, const Address &address) { m_chats->open(*account, address); });
    connect(m_window.get(), &Ui::MainWindow::closed, this, &Application::quitIfWanted);
    connect(m_window.get(), &Ui::MainWindow::optionsRequested, m_options.get(), &OptionsWindow::open);
    connect(
        m_window.get(), &Ui::MainWindow::networkLogRequested, m_diagnosis.get(), &DiagnosisWindows::showLog);
    connect(m_window.get(), &Ui::MainWindow::historyImportRequested, m_import.get(), [this] {
        const Session *session = sessionInUse();
        if (session && session->history())
            m_import->show(*session);
    });
    connect(m_signIn.get(), &Ui::SignInController::testWanted, m_diagnosis.get(),
        [this](const Ui::SignInRequest &request) {
            m_diagnosis->testNetwork(request.network, request.address, request.password);
        });
    connect(m_options.get(), &OptionsWindow::signInWanted, m_flow.get(), &SignInFlow::signIn);
    connect(m_options.get(), &OptionsWindow::newAccountWanted, m_flow.get(), &SignInFlow::addAccount);
    connect(m_options.get(), &OptionsWindow::networkTestWanted, m_diagnosis.get(),
        [this](const QString &network) { m_diagnosis->testNetwork(network, {}, {}); });
}

void Application::connectAccounts()
{
    connect(m_flow.get(), &SignInFlow::proxyWanted, m_options.get(),
        [this] { m_options->open(QStringLiteral("connection")); });
    connect(m_flow.get(), &SignInFlow::shown, this, &Application::handleShown);
    connect(m_flow.get(), &SignInFlow::hidden, this, &Application::handleHidden);
    connect(m_sessions.get(), &Sessions::ended, this, &Application::offerAccounts);
    connect(m_sessions.get(), &Sessions::accountAboutToGo, m_chats.get(), [this](Session *session) {
        m_accounts->remove(*session->account());
        m_chats->forget(*session->account());
        m_import->forget(*session->account());
        m_listCopies->forget(*session->account());
        m_history->forget(session->history()->store());
        m_window->signInPage()->setHasHistory(m_history->hasAny());
    });
    connect(m_chats.get(), &ChatWindows::unreadChanged, m_window.get(),
        [this](Account *account, const Address &address, int count) {
            if (m_window->contactPage())
                m_window->contactPage()->setUnread(*account, address, count);
        });
}

void Application::connectChats()
{
    m_chats->setHost(m_window.get());
    connect(m_chats.get(), &ChatWindows::optionsRequested, m_options.get(),
        [this] { m_options->open(QStringLiteral("messages")); });
    connect(m_chats.get(), &ChatWindows::contactListRequested, m_window.get(), &Ui::MainWindow::present);
    connect(
        m_chats.get(), &ChatWindows::propertiesRequested, m_window.get(), &Ui::MainWindow::showProperties);
}

void Application::connectHistory()
{
    m_history = std::make_unique<HistoryViewer>(*m_sessions, *m_chats, *m_settings, m_environment.directories,
        [this](const QString &network) { return m_flow->networkTitle(network); });
    connect(m_window.get(), &Ui::MainWindow::historyWanted, m_history.get(),
        [this](const Account *account, const Address &address) { m_history->show(account, address, {}); });
    connect(m_chats.get(), &ChatWindows::historyRequested, m_history.get(), &HistoryViewer::show);
    m_window->signInPage()->setHasHistory(m_history->hasAny());
}

void Application::connectHosting()
{
    connect(m_window.get(), &Ui::MainWindow::hostingRequested, m_hosting.get(), &Hosting::show);
    connect(m_hosting.get(), &Hosting::signInWanted, m_flow.get(), [this](const Ui::SignInRequest &request) {
        m_flow->signIn(
            request.password.isEmpty() ? m_signIn->savedRequest(request.address, request.network) : request);
    });
    connect(m_hosting.get(), &Hosting::startFailed, m_window.get(), [this](const Ui::ErrorWords &words) {
        Ui::MessageBar *bar = m_window->signInPage()->bar();
        bar->showError(words);
        const QPushButton *manage = bar->addButton(tr("Your networ&k…"));
        connect(manage, &QPushButton::clicked, m_hosting.get(), &Hosting::show);
    });
    const auto offer = [this] { m_window->setHasOwnNetwork(m_hosting->isSetUp()); };
    connect(m_hosting.get(), &Hosting::changed, m_window.get(), offer);
    offer();
    m_access->setHereFor([this](const NetworkDescription &known) { return m_hosting->hereFor(known); });
    m_hosting->startIfWanted();
}

void Application::showSettingsTrouble()
{
    if (m_settings->brokenFile())
        m_window->signInPage()->bar()->showError(
            {tr("Your settings could not be read, so Swallowtail starts with new ones."),
                tr("The old file is kept beside them."), *m_settings->brokenFile()});
}

Session &Application::session()
{
    return *m_sessions->latest();
}

Session *Application::sessionInUse() const
{
    const Ui::ContactPage *page = m_window->contactPage();
    return page && page->current() ? m_sessions->of(page->current()->account()) : nullptr;
}

void Application::handleShown(Session *session)
{
    m_listCopies->follow(*session);
    m_historyChoices->follow(*session->history());
    m_chats->watch(*session->account(), session->history(), session->annotations());
    offerAccounts();
    m_chatRequests->openWaiting();
}

void Application::handleHidden(Session *)
{
    offerAccounts();
}

void Application::offerAccounts()
{
    QList<Account *> accounts;
    const QList<Session *> sessions = m_sessions->signedInOnes();
    for (const Session *session : sessions)
        accounts.append(session->account());
    m_options->setAccounts(accounts);
    listAccounts(sessions);
}

void Application::listAccounts(const QList<Session *> &sessions)
{
    const QList<AccountList::Entry> listed = m_accounts->entries();
    for (const AccountList::Entry &entry : listed) {
        if (!sessions.contains(m_sessions->of(*entry.account)))
            m_accounts->remove(*entry.account);
    }
    for (const Session *session : sessions)
        m_accounts->add({session->account(), session->network(), m_flow->networkTitle(session->network()),
            session->annotations()});
}

} // namespace App
