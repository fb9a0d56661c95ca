#include "ui/mainwindow/mainwindow.h"

#include "core/account/account.h"
#include "core/storage/settings.h"
#include "ui/contacts/contactview.h"
#include "ui/dialogs/aboutdialog.h"
#include "ui/dialogs/keysdialog.h"
#include "ui/icons/icons.h"
#include "ui/mainwindow/accountsection.h"
#include "ui/mainwindow/contactactions.h"
#include "ui/mainwindow/contactpage.h"
#include "ui/mainwindow/mainmenu.h"
#include "ui/signin/signinpage.h"
#include "ui/theme/metrics.h"

#include <QAction>
#include <QCloseEvent>
#include <QScreen>
#include <QSplitter>
#include <QStackedWidget>

#include <algorithm>
#include <utility>

namespace Ui {
namespace {

constexpr double sidePanePixels = 620;
constexpr double leastSidePanePixels = 380;

} // namespace

MainWindow::MainWindow(Msn::Settings &settings, QWidget *parent)
    : QMainWindow(parent)
    , m_settings(settings)
    , m_splitter(new QSplitter(Qt::Horizontal, this))
    , m_pages(new QStackedWidget(this))
{
    setWindowTitle(tr("Swallowtail"));
    m_splitter->addWidget(m_pages);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);
    setCentralWidget(m_splitter);
    restorePlace();
}

SignInPage *MainWindow::signInPage()
{
    if (m_signIn)
        return m_signIn;
    setWindowIcon(Icons::mark());
    m_signIn = new SignInPage(this);
    m_pages->addWidget(m_signIn);
    connect(m_signIn, &SignInPage::backRequested, this, [this] {
        if (m_contacts)
            showPages(m_contacts);
    });
    connect(m_signIn, &SignInPage::aboutRequested, this, &MainWindow::openAbout);
    m_signIn->setHasOwnNetwork(m_hasOwnNetwork);
    connect(m_signIn, &SignInPage::hostingRequested, this, &MainWindow::hostingRequested);
    connect(m_signIn, &SignInPage::historyRequested, this, [this] { Q_EMIT historyWanted(nullptr, {}); });
    auto *quit = new QAction(tr("Quit"), m_signIn);
    quit->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Q));
    m_signIn->addAction(quit);
    connect(quit, &QAction::triggered, this, &MainWindow::quitRequested);
    connect(m_signIn, &SignInPage::optionsRequested, this, [this] { Q_EMIT optionsRequested({}); });
    return m_signIn;
}

MainWindow::~MainWindow() = default;

void MainWindow::showContacts(
    Msn::Account &account, Msn::ContactAnnotations &annotations, const QString &networkName)
{
    removeContacts(account);
    m_shown.append({&account, &annotations, networkName});
    if (m_contacts)
        m_contacts->addAccount(account, annotations, networkName);
    else
        makeContacts(m_shown.constLast());
    showPages(m_contacts);
}

void MainWindow::removeContacts(const Msn::Account &account)
{
    const auto isIt = [&](const Shown &shown) { return shown.account == &account; };
    if (m_shown.isEmpty() || !std::any_of(m_shown.begin(), m_shown.end(), isIt))
        return;
    const bool wasFirst = isIt(m_shown.constFirst());
    m_shown.removeIf(isIt);
    if (!wasFirst) {
        m_contacts->removeAccount(account);
        return;
    }
    const QList<Shown> rest = m_shown;
    const bool wasContacts = !isSignInShown();
    delete std::exchange(m_contacts, nullptr);
    for (const Shown &shown : rest) {
        if (m_contacts)
            m_contacts->addAccount(*shown.account, *shown.annotations, shown.networkName);
        else
            makeContacts(shown);
    }
    showPages(m_contacts && wasContacts ? static_cast<QWidget *>(m_contacts) : signInPage());
}

void MainWindow::makeContacts(const Shown &first)
{
    m_contacts = new ContactPage(*first.account, *first.annotations, first.networkName, m_settings, this);
    m_contacts->menu()->setHasOwnNetwork(m_hasOwnNetwork);
    connect(m_contacts, &ContactPage::chatWanted, this, &MainWindow::chatWanted);
    connect(m_contacts, &ContactPage::alertsWanted, this, &MainWindow::alertsWanted);
    connect(m_contacts, &ContactPage::historyWanted, this, &MainWindow::historyWanted);
    connect(m_contacts, &ContactPage::signOutRequested, this, &MainWindow::signOutRequested);
    connect(m_contacts, &ContactPage::closeRequested, this, &QWidget::close);
    connect(m_contacts, &ContactPage::quitRequested, this, &MainWindow::quitRequested);
    connect(m_contacts, &ContactPage::networkLogRequested, this, &MainWindow::networkLogRequested);
    connect(m_contacts, &ContactPage::historyImportRequested, this, &MainWindow::historyImportRequested);
    connect(m_contacts, &ContactPage::contactsSaveRequested, this, &MainWindow::contactsSaveRequested);
    connect(m_contacts, &ContactPage::contactsRestoreRequested, this, &MainWindow::contactsRestoreRequested);
    connect(m_contacts, &ContactPage::hostingRequested, this, &MainWindow::hostingRequested);
    connect(m_contacts, &ContactPage::optionsRequested, this, &MainWindow::optionsRequested);
    connect(m_contacts, &ContactPage::keysRequested, this, &MainWindow::openKeys);
    connect(m_contacts, &ContactPage::aboutRequested, this, &MainWindow::openAbout);
    connect(m_contacts, &ContactPage::alwaysOnTopChosen, this, &MainWindow::setAlwaysOnTop);
    connect(m_contacts, &ContactPage::anotherAccountRequested, this, &MainWindow::anotherAccountRequested);
    connect(m_contacts, &ContactPage::accountSignOutRequested, this, &MainWindow::accountSignOutRequested);
    connect(m_contacts, &ContactPage::accountCloseRequested, this, &MainWindow::accountCloseRequested);
    connect(m_contacts, &ContactPage::signInAgainRequested, this, &MainWindow::signInAgainRequested);
    m_pages->addWidget(m_contacts);
}

void MainWindow::setHasOwnNetwork(bool has)
{
    m_hasOwnNetwork = has;
    if (m_signIn)
        m_signIn->setHasOwnNetwork(has);
    if (m_contacts)
        m_contacts->menu()->setHasOwnNetwork(has);
}

void MainWindow::showSignIn()
{
    m_shown.clear();
    delete std::exchange(m_contacts, nullptr);
    showPages(signInPage());
}

void MainWindow::showSignInBeside()
{
    showPages(signInPage());
}

bool MainWindow::isSignInShown() const
{
    return !m_contacts || m_pages->currentWidget() != m_contacts;
}

void MainWindow::showPages(QWidget *page)
{
    signInPage()->setWayBack(m_contacts != nullptr);
    m_pages->setCurrentWidget(page);
    if (page == m_contacts)
        m_contacts->view()->setFocus(Qt::OtherFocusReason);
    // The program's name follows by itself, as the platform writes it.
    setWindowTitle(page == m_contacts && m_shown.size() == 1
            ? m_shown.constFirst().account->address().toString()
            : tr("Swallowtail"));
}

void MainWindow::present()
{
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
}

void MainWindow::showProperties(Msn::Account *account, const Msn::Address &address)
{
    const AccountSection *section = m_contacts ? m_contacts->section(*account) : nullptr;
    if (!section)
        return;
    present();
    showPages(m_contacts);
    section->actions()->showProperties(address);
}

void MainWindow::setSidePane(QWidget *pane)
{
    const int list = listWidth();
    if (m_splitter->count() > 1) {
        QWidget *old = m_splitter->widget(1);
        old->hide();
        old->setParent(nullptr);
        setWidth(list);
    }
    if (!pane)
        return;
    m_splitter->addWidget(pane);
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 1);
    const int paneWidth = Metrics::of(this).px(sidePanePixels);
    const int frame = frameGeometry().width() - width();
    setWidth(qMin(list + paneWidth, qMax(list, screen()->availableSize().width() - frame)));
    // Where the screen ends, the conversations give way first.
    const int left = qBound(minimumWidth(), width() - Metrics::of(this).px(leastSidePanePixels), list);
    m_splitter->setSizes({left, width() - left - m_splitter->handleWidth()});
}

int MainWindow::listWidth() const
{
    return m_splitter->count() > 1 ? m_pages->width() : width();
}

/// A window that fills the screen stays as it is.
void MainWindow::setWidth(int wanted)
{
    if (!isMaximized() && !isFullScreen())
        resize(qMax(minimumWidth(), wanted), height());
}

void MainWindow::keepPlace()
{
    m_settings.setValue(Msn::Setting::mainWindowGeometry, saveGeometry());
    if (!isMaximized() && !isFullScreen())
        m_settings.setValue(Msn::Setting::mainWindowListWidth, listWidth());
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    keepPlace();
    if (m_closeGuard && !m_closeGuard()) {
        event->ignore();
        return;
    }
    QMainWindow::closeEvent(event);
    Q_EMIT closed();
}

void MainWindow::openAbout()
{
    (new AboutDialog(this))->open();
}

void MainWindow::openKeys()
{
    (new KeysDialog(this))->open();
}

/// Changing the flag hides the window.
void MainWindow::setAlwaysOnTop(bool onTop)
{
    m_settings.setValue(Msn::Setting::alwaysOnTop, onTop);
    const bool wasVisible = isVisible();
    setWindowFlag(Qt::WindowStaysOnTopHint, onTop);
    setVisible(wasVisible);
}

void MainWindow::restorePlace()
{
    setWindowFlag(Qt::WindowStaysOnTopHint, m_settings.value(Msn::Setting::alwaysOnTop));
    const Metrics metrics = Metrics::of(this);
    setMinimumSize(metrics.px(280), metrics.px(400));
    resize(metrics.px(340), metrics.px(660));
    restoreGeometry(m_settings.value(Msn::Setting::mainWindowGeometry));
    // There is no conversation beside it yet.
    if (const int list = m_settings.value(Msn::Setting::mainWindowListWidth); list > 0)
        setWidth(list);
}

} // namespace Ui
