#include "ui/signin/signincontroller.h"

#include "core/storage/networkcatalog.h"
#include "core/storage/settings.h"
#include "tests/ui/signin/memorysecretstore.h"
#include "ui/signin/certificatepanel.h"
#include "ui/signin/progresspanel.h"
#include "ui/signin/signinform.h"
#include "ui/signin/signinpage.h"
#include "ui/widgets/messagebar.h"

#include <QCheckBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Ui;
using Msn::ErrorCode;
using Msn::Status;

namespace {

const Msn::Address demoAddress(QStringLiteral("you@demo.example"));
const Msn::Address ana(QStringLiteral("ana@example.com"));
const QString home = QStringLiteral("Home");

Msn::Error errorOf(ErrorCode code, const QByteArray &certificate = {})
{
    return {code, 0, QStringLiteral("msn.example.com:1863"), {}, certificate, {}};
}

} // namespace

class TestSignInController : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void firstStartIsOneClick();
    void keychainIsNotTouchedToShowThePage();
    void remembersAfterSigningIn();
    void passwordGoesIntoTheKeychainOnly();
    void savedPasswordIsFetchedWhenSigningIn();
    void lockedKeychainAsksForThePassword();
    void missingKeychainIsSaid();
    void complaint25_passwordsAreNeverStoredInClear();
    void aKeychainThatAnswersIsNoTopic();
    void testsTheNetworkOfTheError();
    void notRememberedIsForgotten();
    void forgetMe();
    void wrongPasswordKeepsTheFields();
    void cancelWhileTheKeychainThinks();
    void notAnAddress();
    void untrustedCertificateOfAnOwnNetworkIsAsked();
    void untrustedCertificateOfABuiltInNetworkIsAnError();
    void changedCertificateIsNeverAsked();
    void brokenNetworkFile();
    void signsInAutomatically();
    void choosingANetworkBringsItsAccount();

private:
    void importHome();
    void fill(bool rememberPassword, const QString &password = QStringLiteral("s3cret"));
    SignInRequest lastWanted() const { return m_wanted->last().first().value<SignInRequest>(); }
    void submit();
    void restart();
    QString savedSettings() const;

    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<Msn::Settings> m_settings;
    std::unique_ptr<Msn::NetworkCatalog> m_networks;
    std::unique_ptr<MemorySecretStore> m_secrets;
    std::unique_ptr<SignInPage> m_page;
    std::unique_ptr<SignInController> m_controller;
    std::unique_ptr<QSignalSpy> m_wanted;
};

void TestSignInController::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    m_secrets = std::make_unique<MemorySecretStore>();
    restart();
}

void TestSignInController::cleanup()
{
    m_controller.reset();
    m_page.reset();
}

void TestSignInController::restart()
{
    m_controller.reset();
    m_page = std::make_unique<SignInPage>();
    m_settings.reset();
    m_settings = std::make_unique<Msn::Settings>(m_directory->filePath(QStringLiteral("settings.json")));
    m_networks
        = std::make_unique<Msn::NetworkCatalog>(QString(), m_directory->filePath(QStringLiteral("networks")));
    m_controller = std::make_unique<SignInController>(
        *m_page, *m_networks, *m_settings, *m_secrets, TryOutAccount{demoAddress, QStringLiteral("demo")});
    m_wanted = std::make_unique<QSignalSpy>(m_controller.get(), &SignInController::signInWanted);
    m_controller->start();
    m_page->show();
}

QString TestSignInController::savedSettings() const
{
    m_settings->flush();
    QFile file(m_directory->filePath(QStringLiteral("settings.json")));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

void TestSignInController::importHome()
{
    QFile file(m_directory->filePath(QStringLiteral("given.json")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(
        R"({"name": "Home", "dispatch": {"host": "msn.example.com"}, "passport": {"nexus": "https://msn.example.com/n"}})");
    file.close();
    Q_EMIT m_page->networkFileChosen(file.fileName());
    QCOMPARE(m_page->form()->networkBox()->network(), home);
}

void TestSignInController::fill(bool rememberPassword, const QString &password)
{
    m_page->form()->setRequest({home, ana, password, Status::Away, true, rememberPassword, false});
}

void TestSignInController::submit()
{
    Q_EMIT m_page->form()->submitted();
}

void TestSignInController::firstStartIsOneClick()
{
    submit();
    QCOMPARE(m_wanted->count(), 1);
    QCOMPARE(lastWanted().network, Msn::NetworkCatalog::demoName());
    QCOMPARE(lastWanted().address, demoAddress);
    QCOMPARE(lastWanted().password, QStringLiteral("demo"));
    QVERIFY(m_page->progress()->isVisibleTo(m_page.get()));
}

void TestSignInController::keychainIsNotTouchedToShowThePage()
{
    importHome();
    fill(true);
    submit();
    m_controller->handleSignedIn();
    QTRY_COMPARE(m_secrets->secrets.size(), 1);
    restart();
    QCOMPARE(m_secrets->reads, 0);
}

void TestSignInController::remembersAfterSigningIn()
{
    importHome();
    fill(false);
    submit();
    QVERIFY(!savedSettings().contains(QLatin1String("ana@example.com")));
    m_controller->handleSignedIn();
    restart();
    const SignInRequest request = m_page->form()->request();
    QCOMPARE(request.network, home);
    QCOMPARE(request.address, ana);
    QCOMPARE(request.status, Status::Away);
    QCOMPARE(request.password, QString());
}

void TestSignInController::passwordGoesIntoTheKeychainOnly()
{
    importHome();
    fill(true);
    submit();
    m_controller->handleSignedIn();
    QTRY_COMPARE(m_secrets->secrets.value(Msn::passwordKey(ana, home)), QStringLiteral("s3cret"));
    QVERIFY(!savedSettings().contains(QLatin1String("s3cret")));
    QVERIFY(savedSettings().contains(QLatin1String("ana@example.com")));
}

void TestSignInController::savedPasswordIsFetchedWhenSigningIn()
{
    importHome();
    fill(true);
    submit();
    m_controller->handleSignedIn();
    restart();
    m_wanted->clear();
    submit();
    QTRY_COMPARE(m_wanted->count(), 1);
    QCOMPARE(lastWanted().password, QStringLiteral("s3cret"));
}

void TestSignInController::lockedKeychainAsksForThePassword()
{
    importHome();
    fill(true);
    submit();
    m_controller->handleSignedIn();
    QTRY_COMPARE(m_secrets->secrets.size(), 1);
    m_secrets->isMissing = true;
    m_wanted->clear();
    submit();
    QTRY_VERIFY(m_page->bar()->isVisibleTo(m_page.get()));
    QCOMPARE(m_page->bar()->kind(), MessageBar::Kind::Error);
    QVERIFY(m_page->form()->isVisibleTo(m_page.get()));
    QCOMPARE(m_wanted->count(), 0);
}

void TestSignInController::missingKeychainIsSaid()
{
    m_secrets->isMissing = true;
    QSignalSpy notKept(m_controller.get(), &SignInController::passwordNotKept);
    importHome();
    fill(true);
    submit();
    m_controller->handleSignedIn();
    QTRY_COMPARE(notKept.count(), 1);
    QVERIFY(
        notKept.first().first().value<ErrorWords>().details.contains(QLatin1String("No keychain service")));
    const Msn::SavedAccount saved = Msn::SavedAccounts(*m_settings).find(ana, home);
    QVERIFY(!saved.passwordSaved);
    QVERIFY(!savedSettings().contains(QLatin1String("s3cret")));
}

/// "Passwords stored in clear": without a keychain nothing is kept, and the reason stands at the
/// tick box before anybody signs in.
void TestSignInController::complaint25_passwordsAreNeverStoredInClear()
{
    m_secrets->isMissing = true;
    importHome();
    fill(false);
    SignInForm *form = m_page->form();
    QCOMPARE(form->passwordReason(), QString());
    const QList<QCheckBox *> boxes = form->findChildren<QCheckBox *>();
    for (QCheckBox *box : boxes) {
        if (box->text().remove(u'&') == QLatin1String("Remember my password"))
            box->click();
    }
    QTRY_VERIFY(!form->passwordReason().isEmpty());
    QVERIFY2(!form->request().rememberPassword, "the tick is taken back");
    submit();
    m_controller->handleSignedIn();
    QVERIFY(!savedSettings().contains(QLatin1String("s3cret")));
    QVERIFY(m_secrets->secrets.isEmpty());
}

void TestSignInController::aKeychainThatAnswersIsNoTopic()
{
    importHome();
    fill(false);
    SignInForm *form = m_page->form();
    const QList<QCheckBox *> boxes = form->findChildren<QCheckBox *>();
    for (QCheckBox *box : boxes) {
        if (box->text().remove(u'&') == QLatin1String("Remember my password"))
            box->click();
    }
    QTRY_COMPARE(m_secrets->reads, 1);
    QCoreApplication::processEvents();
    QVERIFY(form->request().rememberPassword);
    QCOMPARE(form->passwordReason(), QString());
}

void TestSignInController::testsTheNetworkOfTheError()
{
    QSignalSpy wanted(m_controller.get(), &SignInController::testWanted);
    importHome();
    fill(false);
    submit();
    m_controller->handleFailed(errorOf(ErrorCode::ConnectionTimedOut));
    m_page->bar()->findChildren<QPushButton *>().constLast()->click();
    QCOMPARE(wanted.count(), 1);
    QCOMPARE(wanted.first().first().value<SignInRequest>().network, home);
    m_controller->handleFailed(errorOf(ErrorCode::WrongPassword));
    Q_EMIT m_page->testRequested();
    QCOMPARE(wanted.count(), 2);
}

void TestSignInController::notRememberedIsForgotten()
{
    importHome();
    fill(true);
    submit();
    m_controller->handleSignedIn();
    QTRY_COMPARE(m_secrets->secrets.size(), 1);
    m_page->form()->setRequest({home, ana, QStringLiteral("s3cret"), Status::Online, false, false, false});
    submit();
    m_controller->handleSignedIn();
    QVERIFY(Msn::SavedAccounts(*m_settings).all().isEmpty());
    QTRY_VERIFY(m_secrets->secrets.isEmpty());
    QVERIFY(!savedSettings().contains(QLatin1String("ana@example.com")));
}

void TestSignInController::forgetMe()
{
    importHome();
    fill(true);
    submit();
    m_controller->handleSignedIn();
    QTRY_COMPARE(m_secrets->secrets.size(), 1);
    Q_EMIT m_page->form()->forgetRequested();
    QTRY_VERIFY(m_secrets->secrets.isEmpty());
    QVERIFY(m_page->form()->request().address.isEmpty());
    QVERIFY(m_page->bar()->text().contains(QLatin1String("ana@example.com")));
    QVERIFY(!savedSettings().contains(QLatin1String("ana@example.com")));
}

void TestSignInController::wrongPasswordKeepsTheFields()
{
    submit();
    m_controller->handleFailed(errorOf(ErrorCode::WrongPassword));
    QVERIFY(m_page->form()->isVisibleTo(m_page.get()));
    QVERIFY(m_page->bar()->isVisibleTo(m_page.get()));
    QCOMPARE(m_page->form()->request().address, demoAddress);
    submit();
    QCOMPARE(m_wanted->count(), 2);
    QVERIFY(!m_page->bar()->isVisibleTo(m_page.get()));
}

void TestSignInController::cancelWhileTheKeychainThinks()
{
    importHome();
    fill(true);
    submit();
    m_controller->handleSignedIn();
    m_wanted->clear();
    submit();
    Q_EMIT m_page->progress()->cancelled();
    QVERIFY(m_page->form()->isVisibleTo(m_page.get()));
    QTRY_COMPARE(m_secrets->reads, 1);
    QCoreApplication::processEvents();
    QCOMPARE(m_wanted->count(), 0);
}

void TestSignInController::notAnAddress()
{
    m_page->form()->setRequest(
        {home, Msn::Address(QStringLiteral("ana")), QStringLiteral("x"), Status::Online, true, false, false});
    submit();
    QCOMPARE(m_wanted->count(), 0);
    QVERIFY(m_page->bar()->text().contains(QLatin1String("ana")));
}

void TestSignInController::untrustedCertificateOfAnOwnNetworkIsAsked()
{
    const QByteArray digest = QByteArray::fromHex("00ff") + QByteArray(30, '\x07');
    importHome();
    fill(false);
    submit();
    m_controller->handleFailed(errorOf(ErrorCode::CertificateUntrusted, digest));
    QVERIFY(m_page->certificate()->isVisibleTo(m_page.get()));
    QVERIFY(m_page->certificate()->words().startsWith(QLatin1String("acorn  tulip"))
        || m_page->certificate()->words().contains(QLatin1String("acorn")));
    m_wanted->clear();
    Q_EMIT m_page->certificate()->trusted();
    QCOMPARE(m_wanted->count(), 1);
    QCOMPARE(lastWanted().password, QStringLiteral("s3cret"));
    QCOMPARE(m_networks->find(home)->description.certificateSha256, digest);
}

void TestSignInController::untrustedCertificateOfABuiltInNetworkIsAnError()
{
    submit();
    m_controller->handleFailed(errorOf(ErrorCode::CertificateUntrusted, QByteArray(32, 'x')));
    QVERIFY(!m_page->certificate()->isVisibleTo(m_page.get()));
    QVERIFY(m_page->bar()->isVisibleTo(m_page.get()));
}

void TestSignInController::changedCertificateIsNeverAsked()
{
    importHome();
    m_networks->pinCertificate(home, QByteArray(32, 'a'));
    fill(false);
    submit();
    m_controller->handleFailed(errorOf(ErrorCode::CertificateChanged, QByteArray(32, 'b')));
    QVERIFY(!m_page->certificate()->isVisibleTo(m_page.get()));
    QCOMPARE(m_networks->find(home)->description.certificateSha256, QByteArray(32, 'a'));
}

void TestSignInController::brokenNetworkFile()
{
    QFile file(m_directory->filePath(QStringLiteral("broken.json")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"name": "Home", "dispatch": {"port": 1863}})");
    file.close();
    Q_EMIT m_page->networkFileChosen(file.fileName());
    QVERIFY(m_page->bar()->text().contains(QLatin1String("dispatch.host")));
    QCOMPARE(m_page->form()->networkBox()->network(), Msn::NetworkCatalog::demoName());
}

void TestSignInController::signsInAutomatically()
{
    QVERIFY(m_controller->automaticRequests().isEmpty());
    importHome();
    m_page->form()->setRequest({home, ana, QStringLiteral("s3cret"), Status::Busy, true, true, true});
    submit();
    m_controller->handleSignedIn();
    restart();
    QCOMPARE(m_controller->automaticRequests().size(), 1);
    const SignInRequest request = m_controller->automaticRequests().constFirst();
    QCOMPARE(request.address, ana);
    QCOMPARE(request.status, Status::Busy);
    m_controller->submit(request);
    QTRY_COMPARE(m_wanted->count(), 1);
    QCOMPARE(lastWanted().password, QStringLiteral("s3cret"));
}

void TestSignInController::choosingANetworkBringsItsAccount()
{
    importHome();
    fill(false);
    submit();
    m_controller->handleSignedIn();
    m_page->form()->networkBox()->setNetwork(Msn::NetworkCatalog::demoName());
    QCOMPARE(m_page->form()->request().address, demoAddress);
    m_page->form()->networkBox()->setNetwork(home);
    QCOMPARE(m_page->form()->request().address, ana);
    QCOMPARE(m_page->form()->request().password, QString());
}

QTEST_MAIN(TestSignInController)
#include "tst_signincontroller.moc"
