#include "core/storage/networkcatalog.h"
#include "core/storage/profiledirectories.h"
#include "core/storage/settings.h"
#include "tests/support/buttons.h"
#include "tests/ui/signin/memorysecretstore.h"
#include "ui/options/accountspage.h"
#include "ui/widgets/messagebar.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Ui;
using Test::button;

namespace {

const Msn::Address ana(QStringLiteral("ana@example.com"));
const Msn::Address rosa(QStringLiteral("rosa@example.net"));
const QString home = QStringLiteral("Home");

} // namespace

class TestAccountsPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_page.reset(); }
    void showsWhoIsRemembered();
    void saysWhenNobodyIs();
    void changesApplyAtOnce();
    void automaticSignInNeedsAPassword();
    void removesThePassword();
    void aKeychainThatDoesNotAnswerIsSaid();
    void forgetAsksFirst();
    void forgetMeTakesPasswordAndCache();
    void asksForTheSignIn();
    void followsWhatTheSignInPageRemembers();

private:
    QListWidget *list() const { return m_page->findChild<QListWidget *>(); }
    QCheckBox *automatically() const { return m_page->findChild<QCheckBox *>(); }
    Msn::SavedAccount saved(const Msn::Address &address) const
    {
        return Msn::SavedAccounts(*m_settings).find(address, home);
    }

    std::unique_ptr<QTemporaryDir> m_directory;
    Msn::ProfileDirectories m_directories;
    std::unique_ptr<Msn::Settings> m_settings;
    std::unique_ptr<Msn::NetworkCatalog> m_networks;
    std::unique_ptr<MemorySecretStore> m_secrets;
    std::unique_ptr<AccountsPage> m_page;
};

void TestAccountsPage::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    m_directories = Msn::ProfileDirectories::inside(m_directory->path());
    m_settings = std::make_unique<Msn::Settings>(QString());
    m_networks = std::make_unique<Msn::NetworkCatalog>(QString(), QString());
    m_secrets = std::make_unique<MemorySecretStore>();
    m_secrets->secrets.insert(Msn::passwordKey(ana, home), QStringLiteral("s3cret"));
    Msn::SavedAccounts accounts(*m_settings);
    accounts.remember({rosa, home, Msn::Status::Busy, false, false});
    accounts.remember({ana, home, Msn::Status::Online, true, false});
    m_page = std::make_unique<AccountsPage>(
        AccountsPageParts{*m_settings, *m_secrets, *m_networks, m_directories});
    m_page->show();
}

void TestAccountsPage::showsWhoIsRemembered()
{
    QCOMPARE(list()->count(), 2);
    QVERIFY(list()->item(0)->text().contains(ana.toString()));
    QVERIFY(list()->item(0)->text().contains(home));
    m_page->select(rosa, home);
    QCOMPARE(m_page->findChild<QComboBox *>()->currentData().value<Msn::Status>(), Msn::Status::Busy);
}

void TestAccountsPage::saysWhenNobodyIs()
{
    Msn::SavedAccounts(*m_settings).forget(ana, home);
    Msn::SavedAccounts(*m_settings).forget(rosa, home);
    QVERIFY(!list()->isVisible());
    QVERIFY(!button(*m_page, QStringLiteral("Sign in")));
    QVERIFY(button(*m_page, QStringLiteral("Add an account…")));
}

void TestAccountsPage::changesApplyAtOnce()
{
    automatically()->click();
    QVERIFY(saved(ana).signInAutomatically);
    m_page->findChild<QComboBox *>()->setCurrentIndex(1);
    QVERIFY(saved(ana).initialStatus != Msn::Status::Online);
    QVERIFY2(!saved(rosa).signInAutomatically, "only the account that is chosen");
    QCOMPARE(list()->currentRow(), 0);
}

void TestAccountsPage::automaticSignInNeedsAPassword()
{
    QVERIFY(automatically()->isEnabled());
    m_page->select(rosa, home);
    QVERIFY(!automatically()->isEnabled());
}

void TestAccountsPage::removesThePassword()
{
    automatically()->click();
    button(*m_page, QStringLiteral("Remove the password"))->click();
    QTRY_VERIFY(m_secrets->secrets.isEmpty());
    QVERIFY(!saved(ana).passwordSaved);
    QVERIFY2(!saved(ana).signInAutomatically, "there is nothing to sign in with");
}

void TestAccountsPage::aKeychainThatDoesNotAnswerIsSaid()
{
    m_secrets->isMissing = true;
    button(*m_page, QStringLiteral("Remove the password"))->click();
    QTRY_VERIFY(m_page->bar()->isVisible());
    QCOMPARE(m_page->bar()->kind(), MessageBar::Kind::Error);
}

void TestAccountsPage::forgetAsksFirst()
{
    button(*m_page, QStringLiteral("Forget…"))->click();
    QVERIFY(m_page->bar()->isVisible());
    QVERIFY(!saved(ana).address.isEmpty());
    list()->setCurrentRow(1);
    QVERIFY2(!m_page->bar()->isVisible(), "the question was about somebody else");
}

void TestAccountsPage::forgetMeTakesPasswordAndCache()
{
    const QString cache = m_directories.accountCache(ana, home);
    const QString data = m_directories.accountData(ana, home);
    QDir().mkpath(cache);
    QDir().mkpath(data);
    m_settings->setValue(Msn::Setting::lastAddress, ana.toString());
    button(*m_page, QStringLiteral("Forget…"))->click();
    button(*m_page, QStringLiteral("Forget"))->click();
    QVERIFY(saved(ana).address.isEmpty());
    QTRY_VERIFY(m_secrets->secrets.isEmpty());
    QVERIFY(!QFile::exists(cache));
    QVERIFY2(QFile::exists(data), "history belongs to the person");
    QVERIFY(m_settings->value(Msn::Setting::lastAddress).isEmpty());
    QCOMPARE(list()->count(), 1);
}

void TestAccountsPage::asksForTheSignIn()
{
    QSignalSpy wanted(m_page.get(), &AccountsPage::signInRequested);
    m_page->select(rosa, home);
    button(*m_page, QStringLiteral("Sign in"))->click();
    const auto request = wanted.value(0).value(0).value<SignInRequest>();
    QCOMPARE(request.address, rosa);
    QCOMPARE(request.network, home);
    QCOMPARE(request.status, Msn::Status::Busy);
}

void TestAccountsPage::followsWhatTheSignInPageRemembers()
{
    Msn::SavedAccounts(*m_settings)
        .remember({Msn::Address(QStringLiteral("max@example.com")), home, Msn::Status::Away, false, false});
    QCOMPARE(list()->count(), 3);
}

QTEST_MAIN(TestAccountsPage)
#include "tst_accountspage.moc"
