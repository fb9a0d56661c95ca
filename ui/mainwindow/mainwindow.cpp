#include "ui/mainwindow/mainwindow.h"

#include "core/account/account.h"
#include "core/storage/settings.h"
#include "ui/contacts/contactview.h"
#include "ui/dialogs/aboutdialog.h"
#include "ui/dialogs/keysdialog.h"
#include "ui/icons/icons.h"
#include "ui/mainwindow/contactpage.h"
#include "ui/signin/signinpage.h"
#include "ui/theme/metrics.h"

#include <QAction>
#include <QCloseEvent>
#include <QStackedWidget>

namespace Ui {

MainWindow::MainWindow(Msn::Settings &settings, QWidget *parent)
    : QMainWindow(parent)
    , m_settings(settings)
    , m_pages(new QStackedWidget(this))
{
    setWindowTitle(tr("Swallowtail"));
    setCentralWidget(m_pages);
    restorePlace();
}

SignInPage *MainWindow::signInPage()
{
    if (m_signIn)
        return m_signIn;
    setWindowIcon(Icons::mark());
    m_signIn = new SignInPage(this);
    m_pages->addWidget(m_signIn);
    connect(m_signIn, &SignInPage::aboutRequested, this, &MainWindow::openAbout);
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
    showSignIn();
    m_contacts = new ContactPage(account, annotations, networkName, m_settings, this);
    connect(m_contacts, &ContactPage::chatWanted, this, &MainWindow::chatWanted);
    connect(m_contacts, &ContactPage::signOutRequested, this, &MainWindow::signOutRequested);
    connect(m_contacts, &ContactPage::closeRequested, this, &QWidget::close);
    connect(m_contacts, &ContactPage::quitRequested, this, &MainWindow::quitRequested);
    connect(m_contacts, &ContactPage::networkLogRequested, this, &MainWindow::networkLogRequested);
    connect(m_contacts, &ContactPage::optionsRequested, this, &MainWindow::optionsRequested);
    connect(m_contacts, &ContactPage::keysRequested, this, &MainWindow::openKeys);
    connect(m_contacts, &ContactPage::aboutRequested, this, &MainWindow::openAbout);
    connect(m_contacts, &ContactPage::alwaysOnTopChosen, this, &MainWindow::setAlwaysOnTop);
    m_pages->addWidget(m_contacts);
    m_pages->setCurrentWidget(m_contacts);
    m_contacts->view()->setFocus(Qt::OtherFocusReason);
    // The program's name follows by itself, as the platform writes it.
    setWindowTitle(account.address().toString());
}

void MainWindow::showSignIn()
{
    m_pages->setCurrentWidget(signInPage());
    setWindowTitle(tr("Swallowtail"));
    delete m_contacts;
    m_contacts = nullptr;
}

void MainWindow::present()
{
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_settings.setValue(Msn::Setting::mainWindowGeometry, saveGeometry());
    QMainWindow::closeEvent(event);
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
}

} // namespace Ui
