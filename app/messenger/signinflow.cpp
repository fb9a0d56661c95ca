#include "app/messenger/signinflow.h"

#include "app/messenger/sessions.h"
#include "core/storage/connectionchoices.h"
#include "core/storage/networkcatalog.h"
#include "ui/mainwindow/contactpage.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/mainwindow/undobar.h"
#include "ui/signin/otherways.h"
#include "ui/signin/signincontroller.h"
#include "ui/signin/signinpage.h"
#include "ui/text/networktext.h"
#include "ui/widgets/messagebar.h"

namespace App {

using namespace Msn;
using Ui::SignInController;
using Ui::SignInRequest;

SignInFlow::SignInFlow(SignInController &signIn, Sessions &sessions, Ui::MainWindow &window,
    NetworkCatalog &networks, const ConnectionChoices &connection, QObject *parent)
    : QObject(parent)
    , m_signIn(signIn)
    , m_sessions(sessions)
    , m_window(window)
    , m_networks(networks)
    , m_connection(connection)
    , m_otherWays(std::make_unique<Ui::OtherWays>(*window.signInPage()->bar()))
{
    connectOtherWays();
    connect(&signIn, &SignInController::signInWanted, &sessions,
        [&sessions](const SignInRequest &request) { sessions.signIn(request); });
    connect(&signIn, &SignInController::cancelWanted, this, &SignInFlow::cancel);
    connect(&signIn, &SignInController::failedBeforeTheServer, this, &SignInFlow::signInNext);
    connect(&sessions, &Sessions::progressChanged, this, &SignInFlow::handleProgress);
    connect(&sessions, &Sessions::signedIn, this, &SignInFlow::handleSignedIn);
    connect(&sessions, &Sessions::failed, this, &SignInFlow::handleFailed);
    connect(&sessions, &Sessions::ended, this, &SignInFlow::handleEnded);
    connect(&sessions, &Sessions::accountAboutToGo, this, &SignInFlow::handleAboutToGo);
    connect(&window, &Ui::MainWindow::anotherAccountRequested, this, &SignInFlow::addAccount);
    connect(&window, &Ui::MainWindow::signOutRequested, &sessions, &Sessions::signOutAll);
    connect(&window, &Ui::MainWindow::accountSignOutRequested, this, [this](Account *account) {
        if (account)
            account->signOut();
    });
    connect(&window, &Ui::MainWindow::accountCloseRequested, this, [this](Account *account) {
        if (Session *session = m_sessions.of(*account))
            m_sessions.remove(*session);
    });
    connect(&window, &Ui::MainWindow::signInAgainRequested, this, &SignInFlow::signInAgain);
}

SignInFlow::~SignInFlow() = default;

void SignInFlow::connectOtherWays()
{
    connect(m_otherWays.get(), &Ui::OtherWays::gatewayWanted, &m_signIn,
        [this] { m_signIn.retryThroughGateway(true); });
    connect(m_otherWays.get(), &Ui::OtherWays::directWanted, &m_signIn,
        [this] { m_signIn.retryThroughGateway(false); });
    connect(m_otherWays.get(), &Ui::OtherWays::proxyWanted, this, &SignInFlow::proxyWanted);
}

void SignInFlow::signInAll(const QList<SignInRequest> &requests)
{
    m_waiting = requests;
    signInNext();
}

void SignInFlow::signIn(const SignInRequest &request)
{
    const Session *session = m_sessions.find(request.address, request.network);
    if (session && session->isSignedIn()) {
        m_window.present();
        return;
    }
    if (request.rememberPassword || !request.password.isEmpty()) {
        m_signIn.submit(request);
        return;
    }
    addAccount();
    m_signIn.prefill(request.network, request.address);
}

void SignInFlow::addAccount()
{
    if (!m_sessions.signedInOnes().isEmpty())
        m_signIn.offerAnother([this](const Address &address, const QString &network) {
            const Session *session = m_sessions.find(address, network);
            return session && session->isSignedIn();
        });
    m_window.showSignInBeside();
    m_window.present();
}

QString SignInFlow::networkTitle(const QString &network) const
{
    return Ui::NetworkText::name(m_networks, network);
}

void SignInFlow::handleProgress(Session *session, SignInProgress progress)
{
    if (session == m_sessions.latest() && !session->isSignedIn())
        m_signIn.handleProgress(progress);
}

void SignInFlow::handleSignedIn(Session *session)
{
    // First: it moves the focus into the form, which is left now. Hidden there, a cursor would blink on.
    m_signIn.handleSignedIn();
    m_window.showContacts(*session->account(), *session->annotations(), networkTitle(session->network()));
    Q_EMIT shown(session);
    signInNext();
}

void SignInFlow::handleFailed(Session *session, const Error &error)
{
    if (session != m_sessions.latest())
        return;
    const KnownNetwork *network = m_networks.find(session->network());
    Ui::OtherWays::Attempt attempt;
    attempt.networkHasGateway = network && !network->description.gateway.isEmpty();
    attempt.wentThroughGateway = session->wentThroughGateway();
    if (session->account())
        attempt.reached = session->account()->progress();
    const bool isAllowed = m_connection.gatewayUse() == GatewayUse::Fallback;
    if (isAllowed && Ui::OtherWays::mayHelp(error, attempt)) {
        m_signIn.retryThroughGateway(true);
        return;
    }
    m_signIn.handleFailed(error);
    m_otherWays->offer(error, attempt);
    // Whoever looks at the list does not see the page.
    if (Ui::ContactPage *page = m_window.contactPage(); page && error.code != ErrorCode::None
        && error.code != ErrorCode::Cancelled && !m_window.isSignInShown())
        page->bar()->showError(Ui::ErrorText::describe(error));
    signInNext();
}

void SignInFlow::handleEnded(Session *session, const Error &error)
{
    const bool areOthersThere = !m_sessions.signedInOnes().isEmpty();
    // What others can still be read beside keeps its place, with the reason above it.
    if (areOthersThere && error.code != ErrorCode::None)
        return;
    Q_EMIT hidden(session);
    if (areOthersThere) {
        m_window.removeContacts(*session->account());
        return;
    }
    m_waiting.clear();
    m_window.showSignIn();
    m_signIn.handleSignedOut(error);
}

void SignInFlow::handleAboutToGo(Session *session)
{
    Q_EMIT hidden(session);
    m_window.removeContacts(*session->account());
}

void SignInFlow::cancel()
{
    m_waiting.clear();
    if (Session *latest = m_sessions.latest(); latest && !latest->isSignedIn())
        latest->signOut();
}

void SignInFlow::signInAgain(Account *account)
{
    const Session *session = m_sessions.of(*account);
    if (!session)
        return;
    const SignInRequest request = m_signIn.savedRequest(session->address(), session->network());
    // Not from within the banner whose account is about to be replaced.
    QMetaObject::invokeMethod(
        this, [this, request] { signIn(request); }, Qt::QueuedConnection);
}

void SignInFlow::signInNext()
{
    if (!m_waiting.isEmpty())
        m_signIn.submit(m_waiting.takeFirst());
}

} // namespace App
