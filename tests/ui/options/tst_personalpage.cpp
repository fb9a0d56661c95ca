#include "ui/options/personalpage.h"

#include "core/account/account.h"
#include "core/roster/contactlist.h"
#include "tests/core/integration/homenetwork.h"
#include "tests/support/eventually.h"
#include "ui/widgets/messagebar.h"

#include <QLineEdit>
#include <QTest>

using namespace Ui;
using namespace Msn;
using Test::HomeNetwork;

class TestPersonalPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void showsWhatTheServerHas();
    void phonesAreKeptWhenTheFieldIsLeft();
    void nameIsKept();
    void emptyNameComesBack();
    void restsWithoutAConnection();

private:
    void type(QLineEdit &field, const QString &text) const;

    std::unique_ptr<HomeNetwork> m_home;
    std::unique_ptr<Account> m_account;
    std::unique_ptr<PersonalPage> m_page;
};

void TestPersonalPage::init()
{
    m_home = std::make_unique<HomeNetwork>();
    m_home->addAccount(QStringLiteral("alice"), QStringLiteral("Alice"));
    m_account = m_home->client(QStringLiteral("alice"), ProtocolVersion::Msnp10);
    QVERIFY(HomeNetwork::signIn(*m_account));
    m_page = std::make_unique<PersonalPage>(*m_account);
    m_page->show();
}

void TestPersonalPage::cleanup()
{
    m_page.reset();
    m_account.reset();
    m_home.reset();
}

void TestPersonalPage::type(QLineEdit &field, const QString &text) const
{
    field.selectAll();
    QTest::keyClicks(&field, text);
    QTest::keyClick(&field, Qt::Key_Return);
}

void TestPersonalPage::showsWhatTheServerHas()
{
    QCOMPARE(m_page->nameEdit()->text(), QStringLiteral("Alice"));
    QVERIFY(m_page->homeEdit()->text().isEmpty());
}

void TestPersonalPage::phonesAreKeptWhenTheFieldIsLeft()
{
    type(*m_page->homeEdit(), QStringLiteral("+34 555 01"));
    EVENTUALLY(m_account->contacts().ownPhones().home == QLatin1String("+34 555 01"));
    type(*m_page->mobileEdit(), QStringLiteral("600"));
    EVENTUALLY(m_account->contacts().ownPhones().mobile == QLatin1String("600"));
    m_page->homeEdit()->clear();
    QTest::keyClick(m_page->homeEdit(), Qt::Key_Return);
    EVENTUALLY(m_account->contacts().ownPhones().home.isEmpty());
}

void TestPersonalPage::nameIsKept()
{
    type(*m_page->nameEdit(), QStringLiteral("Alice in the garden"));
    EVENTUALLY(m_account->ownName().text() == QLatin1String("Alice in the garden"));
}

void TestPersonalPage::emptyNameComesBack()
{
    m_page->nameEdit()->clear();
    QTest::keyClick(m_page->nameEdit(), Qt::Key_Return);
    QCOMPARE(m_page->nameEdit()->text(), QStringLiteral("Alice"));
}

void TestPersonalPage::restsWithoutAConnection()
{
    m_account->signOut();
    EVENTUALLY(!m_page->nameEdit()->isEnabled());
    QVERIFY(!m_page->homeEdit()->isEnabled());
}

QTEST_MAIN(TestPersonalPage)
#include "tst_personalpage.moc"
