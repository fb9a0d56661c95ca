#include "ui/signin/signincontroller.h"

#include "core/storage/forgetaccount.h"
#include "core/storage/networkcatalog.h"
#include "core/storage/secretstore.h"
#include "core/storage/settings.h"
#include "ui/signin/accountkeeper.h"
#include "ui/signin/certificatepanel.h"
#include "ui/signin/progresspanel.h"
#include "ui/signin/signinform.h"
#include "ui/signin/signinpage.h"
#include "ui/text/networktext.h"
#include "ui/widgets/messagebar.h"

#include <QFileInfo>
#include <QPushButton>

namespace Ui {

using Msn::KnownNetwork;

SignInController::SignInController(SignInPage &page, Msn::NetworkCatalog &networks, Msn::Settings &settings,
    Msn::SecretStore &secrets, const TryOutAccount &demo, const Msn::ProfileDirectories &directories,
    QObject *parent)
    : QObject(parent)
    , m_page(page)
    , m_networks(networks)
    , m_settings(settings)
    , m_secrets(secrets)
    , m_accounts(settings)
    , m_keeper(new AccountKeeper(settings, secrets, this))
    , m_demo(demo)
    , m_directories(directories)
{
}

void SignInController::start()
{
    m_page.form()->networkBox()->setNetworks(m_networks.networks());
    prefill(m_settings.value(Msn::Setting::lastNetwork),
        Msn::Address(m_settings.value(Msn::Setting::lastAddress)));
    connectPage();
}

void SignInController::prefill(const QString &network, const Msn::Address &address)
{
    const KnownNetwork *known
        = m_networks.find(network.isEmpty() ? m_page.form()->networkBox()->network() : network);
    const QString name = known ? known->description.name : Msn::NetworkCatalog::demoName();
    m_page.form()->networkBox()->setNetwork(name);
    if (address.isEmpty())
        fillFor(name);
    else
        fillFor(name, address);
    m_page.showForm();
}

void SignInController::offerAnother(const std::function<bool(const Msn::Address &, const QString &)> &taken)
{
    const QList<Msn::SavedAccount> accounts = m_accounts.all();
    for (const Msn::SavedAccount &account : accounts) {
        if (!taken(account.address, account.network) && m_networks.find(account.network)) {
            prefill(account.network, account.address);
            return;
        }
    }
    SignInRequest empty;
    empty.network = m_page.form()->networkBox()->network();
    m_page.form()->setRequest(empty);
    m_page.form()->setKnown(false);
    m_page.form()->setPasswordSaved(false);
    m_page.showForm();
}

QList<SignInRequest> SignInController::automaticRequests() const
{
    QList<SignInRequest> requests;
    const QList<Msn::SavedAccount> accounts = m_accounts.all();
    for (const Msn::SavedAccount &account : accounts) {
        if (account.signInAutomatically && account.passwordSaved && m_networks.find(account.network))
            requests.append(savedRequest(account.address, account.network));
    }
    return requests;
}

SignInRequest SignInController::savedRequest(const Msn::Address &address, const QString &network) const
{
    const Msn::SavedAccount saved = m_accounts.find(address, network);
    return {network, address, {}, saved.initialStatus, true, saved.passwordSaved, saved.signInAutomatically};
}

QString SignInController::chosenNetwork() const
{
    return m_page.form()->networkBox()->network();
}

void SignInController::submit(const SignInRequest &request)
{
    m_page.form()->setRequest(request);
    m_request = request;
    m_request.throughGateway = m_accounts.find(request.address, request.network).throughGateway;
    m_typedPassword = !request.password.isEmpty();
    ++m_attempt;
    m_page.bar()->hide();
    if (m_typedPassword)
        beginSignIn();
    else
        fetchPassword();
}

void SignInController::retryThroughGateway(bool throughGateway)
{
    m_request.throughGateway = throughGateway;
    ++m_attempt;
    m_page.bar()->hide();
    beginSignIn();
}

void SignInController::handleProgress(Msn::SignInProgress progress)
{
    m_page.showProgress(progress, m_request.address.toString(), networkName());
}

void SignInController::handleSignedIn()
{
    m_settings.setValue(Msn::Setting::lastNetwork, m_request.network);
    m_settings.setValue(
        Msn::Setting::lastAddress, m_request.rememberMe ? m_request.address.toString() : QString());
    m_keeper->keep(m_request, m_typedPassword);
    m_request.password.clear();
    fillFor(m_request.network, m_request.rememberMe ? m_request.address : Msn::Address());
    m_page.showForm();
}

void SignInController::handleFailed(const Msn::Error &error)
{
    if (error.code == Msn::ErrorCode::None || error.code == Msn::ErrorCode::Cancelled) {
        m_page.showForm();
        return;
    }
    if (mayAskAboutCertificate(error)) {
        m_shownCertificate = error.certificateSha256;
        m_page.askAboutCertificate(error.subject, networkName(), error.certificateSha256);
        return;
    }
    m_page.showForm();
    showError(ErrorText::describe(error));
    if (error.code == Msn::ErrorCode::WrongPassword) {
        m_page.form()->focusPassword();
        return;
    }
    const QPushButton *test = m_page.bar()->addButton(tr("Test this netwo&rk"));
    connect(test, &QPushButton::clicked, &m_page, &SignInPage::testRequested);
}

void SignInController::handleSignedOut(const Msn::Error &error)
{
    m_page.showForm();
    if (error.code != Msn::ErrorCode::None)
        showError(ErrorText::describe(error));
}

void SignInController::connectPage()
{
    SignInForm *form = m_page.form();
    connect(form, &SignInForm::submitted, this, &SignInController::submitForm);
    connect(form, &SignInForm::keepPasswordChosen, this, &SignInController::askForKeychain);
    connect(form, &SignInForm::forgetRequested, this, &SignInController::forget);
    connect(form, &SignInForm::addressChanged, this, [this, form](const Msn::Address &address) {
        const Msn::SavedAccount saved = m_accounts.find(address, form->networkBox()->network());
        form->setKnown(!saved.address.isEmpty());
        form->setPasswordSaved(saved.passwordSaved);
    });
    connect(form->networkBox(), &NetworkBox::networkChanged, this,
        qOverload<const QString &>(&SignInController::fillFor));
    connect(m_page.progress(), &ProgressPanel::cancelled, this, &SignInController::cancel);
    connect(m_page.certificate(), &CertificatePanel::trusted, this, &SignInController::trustCertificate);
    connect(m_page.certificate(), &CertificatePanel::refused, &m_page, &SignInPage::showForm);
    connect(
        &m_page, &SignInPage::testRequested, this, [this] { Q_EMIT testWanted(m_page.form()->request()); });
    connect(m_keeper, &AccountKeeper::passwordNotKept, this,
        [this](const Msn::SavedAccount &account, const ErrorWords &words) {
            fillFor(account.network, account.address);
            Q_EMIT passwordNotKept(words);
        });
    connect(&m_page, &SignInPage::networkFileChosen, this, &SignInController::addNetwork);
    connect(&m_networks, &Msn::NetworkCatalog::changed, form,
        [this, form] { form->networkBox()->setNetworks(m_networks.networks()); });
}

/// Now, while the person can still decide, and not after the sign-in.
void SignInController::askForKeychain()
{
    m_page.form()->refusePassword({});
    m_secrets.read(QStringLiteral("is there a keychain"),
        {this, [this](const Msn::Expected<QString, Msn::Error> &answer) {
             if (!answer)
                 m_page.form()->refusePassword(
                     tr("It cannot be kept: this desktop offers no keychain that answers, and Swallowtail "
                        "never writes a password to a file."));
         }});
}

void SignInController::fillFor(const QString &network)
{
    const QList<Msn::SavedAccount> accounts = m_accounts.of(network);
    fillFor(network, accounts.isEmpty() ? Msn::Address() : accounts.first().address);
}

void SignInController::fillFor(const QString &network, const Msn::Address &address)
{
    SignInForm *form = m_page.form();
    const KnownNetwork *known = m_networks.find(network);
    const bool isDemo = known && known->source == KnownNetwork::Source::Demo;
    const Msn::Address shown = address.isEmpty() && isDemo ? m_demo.address : address;
    const Msn::SavedAccount saved = m_accounts.find(shown, network);
    const bool isKnown = !saved.address.isEmpty();

    SignInRequest request{
        network, shown, {}, saved.initialStatus, true, saved.passwordSaved, saved.signInAutomatically};
    if (isDemo && shown == m_demo.address && !saved.passwordSaved)
        request.password = m_demo.password;
    form->setAccounts(m_accounts.of(network));
    form->setRequest(request);
    form->setKnown(isKnown);
    form->setPasswordSaved(saved.passwordSaved);
}

void SignInController::submitForm()
{
    const SignInRequest request = m_page.form()->request();
    if (!request.address.isValid()) {
        showError({tr("“%1” is not an e-mail address.").arg(request.address.toString()),
            tr("Write it as name@example.com."), {}});
        m_page.form()->focusAddress();
        return;
    }
    submit(request);
}

void SignInController::fetchPassword()
{
    m_page.showProgress(Msn::SignInProgress::Connecting, m_request.address.toString(), networkName());
    const int attempt = m_attempt;
    m_secrets.read(Msn::passwordKey(m_request.address, m_request.network),
        {this, [this, attempt](const Msn::Expected<QString, Msn::Error> &password) {
             if (attempt != m_attempt)
                 return;
             if (password && !password.value().isEmpty()) {
                 m_request.password = *password;
                 beginSignIn();
                 return;
             }
             m_page.showForm();
             m_page.form()->setPasswordSaved(false);
             showError({tr("Your password is not in the keychain, or the keychain is locked."),
                 tr("Type your password."), password ? QString() : password.error().detail});
             m_page.form()->focusPassword();
             Q_EMIT failedBeforeTheServer();
         }});
}

void SignInController::beginSignIn()
{
    handleProgress(Msn::SignInProgress::Connecting);
    Q_EMIT signInWanted(m_request);
}

void SignInController::cancel()
{
    ++m_attempt;
    m_page.showForm();
    Q_EMIT cancelWanted();
}

void SignInController::forget()
{
    const SignInRequest request = m_page.form()->request();
    Msn::forgetAccount(request.address, request.network, m_settings, m_secrets, m_directories);
    fillFor(request.network);
    const bool hasHistory = QFileInfo::exists(m_directories.historyFile(request.address, request.network));
    m_page.bar()->showInformation(
        (hasHistory ? tr("%1 is forgotten on this computer. The message history stays.")
                    : tr("%1 is forgotten on this computer."))
            .arg(request.address.toString()));
}

void SignInController::addNetwork(const QString &file)
{
    const auto network = m_networks.import(file);
    if (!network) {
        showError(NetworkText::importError(network.error()));
        return;
    }
    m_page.bar()->hide();
    m_page.form()->networkBox()->setNetwork(network.value().description.name);
}

void SignInController::trustCertificate()
{
    m_networks.pinCertificate(m_request.network, m_shownCertificate);
    beginSignIn();
}

/// Only a network that the person brought: one that came with the program, or that names its own
/// certificate, must show the right one.
bool SignInController::mayAskAboutCertificate(const Msn::Error &error) const
{
    const KnownNetwork *network = m_networks.find(m_request.network);
    if (error.code != Msn::ErrorCode::CertificateUntrusted || error.certificateSha256.isEmpty() || !network)
        return false;
    const bool isOwn
        = network->source == KnownNetwork::Source::Own || network->source == KnownNetwork::Source::Given;
    return isOwn && network->description.certificateSha256.isEmpty()
        && network->description.certificatePem.isEmpty();
}

void SignInController::showError(const ErrorWords &words)
{
    m_page.bar()->showError(words);
}

QString SignInController::networkName() const
{
    const KnownNetwork *network = m_networks.find(m_request.network);
    return network ? NetworkText::name(*network) : m_request.network;
}

} // namespace Ui
