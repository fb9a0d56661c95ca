#include "core/storage/connectionchoices.h"
#include "core/storage/networkcatalog.h"
#include "core/storage/settings.h"
#include "tests/support/buttons.h"
#include "tests/ui/signin/memorysecretstore.h"
#include "ui/options/encryptionview.h"
#include "ui/options/networkspage.h"
#include "ui/widgets/messagebar.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Ui;
using Test::button;
using Security = Msn::NetworkDescription::Security;

namespace {

Msn::NetworkDescription networkNamed(const char *name, Security security = Security::None)
{
    Msn::NetworkDescription network;
    network.name = QLatin1String(name);
    network.dispatch = {QStringLiteral("msn.example.com"), 1863};
    network.nexus = QUrl(QStringLiteral("https://login.example.com/rdr/pprdr.asp"));
    network.security = security;
    return network;
}

} // namespace

class TestNetworksPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_page.reset(); }
    void complaint32_rivalServersInOneList();
    void complaint33_whoRunsItAndWhatIsEncrypted_data();
    void complaint33_whoRunsItAndWhatIsEncrypted();
    void complaint33_aPasswordOfItsOwn();
    void forgetsACertificate();
    void removesOnlyWhatWasAdded();
    void passesANetworkOn();
    void asksForATest();
    void theDemoIsNothingToPassOn();

private:
    QString encryption(int index) const { return m_page->findChildren<EncryptionView *>().at(index)->text(); }
    bool says(const QString &text) const
    {
        const QList<QLabel *> labels = m_page->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(),
            [&](const QLabel *label) { return !label->isHidden() && label->text().contains(text); });
    }

    Msn::Settings m_settings{QString()};
    MemorySecretStore m_secrets;
    Msn::ConnectionChoices m_connection{m_settings, m_secrets};
    std::unique_ptr<Msn::NetworkCatalog> m_networks;
    std::unique_ptr<NetworksPage> m_page;
};

void TestNetworksPage::init()
{
    m_networks = std::make_unique<Msn::NetworkCatalog>(QStringLiteral(":/networks"), QString());
    m_networks->add(networkNamed("Plain"));
    m_networks->add(networkNamed("Safe", Security::Tls));
    m_page = std::make_unique<NetworksPage>(*m_networks, m_connection);
    m_page->show();
}

/// "The whole scene is split into rival servers": all in one list, none before another.
void TestNetworksPage::complaint32_rivalServersInOneList()
{
    const QComboBox *choice = m_page->findChild<QComboBox *>();
    QCOMPARE(choice->count(), m_networks->networks().size());
    QVERIFY(choice->findText(QStringLiteral("Safe")) >= 0);
}

void TestNetworksPage::complaint33_whoRunsItAndWhatIsEncrypted_data()
{
    QTest::addColumn<QString>("network");
    QTest::addColumn<QString>("messages");
    QTest::newRow("plain") << QStringLiteral("Plain") << QStringLiteral("not encrypted");
    QTest::newRow("encrypted") << QStringLiteral("Safe") << QStringLiteral("encrypted between you");
}

void TestNetworksPage::complaint33_whoRunsItAndWhatIsEncrypted()
{
    QFETCH(QString, network);
    QFETCH(QString, messages);
    m_page->showNetwork(network);
    QVERIFY(encryption(0).contains(QLatin1String("login.example.com")));
    QVERIFY2(encryption(1).contains(messages), qPrintable(encryption(1)));
    QVERIFY2(encryption(1).contains(QLatin1String("can read them")), "who runs a server can always read");
    QVERIFY(says(QStringLiteral("does not say who runs it")));
    QVERIFY(says(QStringLiteral("MSNP10, MSNP9, MSNP8")));
}

void TestNetworksPage::complaint33_aPasswordOfItsOwn()
{
    QVERIFY(says(QStringLiteral("use nowhere else")));
    button(*m_page, QStringLiteral("Make a new password"))->click();
    const QString password = QGuiApplication::clipboard()->text();
    QCOMPARE(password.size(), 16);
    QVERIFY(says(password));
}

void TestNetworksPage::forgetsACertificate()
{
    m_page->showNetwork(QStringLiteral("Plain"));
    QVERIFY(!button(*m_page, QStringLiteral("Forget this certificate")));
    m_networks->pinCertificate(QStringLiteral("Plain"), QByteArray(32, 'x'));
    QVERIFY(says(QStringLiteral("Only the certificate with these words")));
    button(*m_page, QStringLiteral("Forget this certificate"))->click();
    QVERIFY(m_networks->find(QStringLiteral("Plain"))->description.certificateSha256.isEmpty());
}

void TestNetworksPage::removesOnlyWhatWasAdded()
{
    m_page->showNetwork(QStringLiteral("demo"));
    QVERIFY(!button(*m_page, QStringLiteral("Remove")));
    m_page->showNetwork(QStringLiteral("Plain"));
    button(*m_page, QStringLiteral("Remove"))->click();
    QVERIFY(m_networks->find(QStringLiteral("Plain")));
    const QList<QPushButton *> inBar = m_page->bar()->findChildren<QPushButton *>();
    inBar.constLast()->click();
    QVERIFY(!m_networks->find(QStringLiteral("Plain")));
}

void TestNetworksPage::passesANetworkOn()
{
    m_page->showNetwork(QStringLiteral("Safe"));
    button(*m_page, QStringLiteral("Copy link"))->click();
    QVERIFY(QGuiApplication::clipboard()->text().startsWith(QLatin1String("msnp:msn.example.com")));
}

void TestNetworksPage::asksForATest()
{
    QSignalSpy wanted(m_page.get(), &NetworksPage::testRequested);
    m_page->showNetwork(QStringLiteral("Safe"));
    button(*m_page, QStringLiteral("Test this network"))->click();
    QCOMPARE(wanted.value(0).value(0).toString(), QStringLiteral("Safe"));
}

void TestNetworksPage::theDemoIsNothingToPassOn()
{
    m_page->showNetwork(QStringLiteral("demo"));
    QVERIFY(!button(*m_page, QStringLiteral("Copy link")));
    QVERIFY(!button(*m_page, QStringLiteral("Save as a file…")));
}

QTEST_MAIN(TestNetworksPage)
#include "tst_networkspage.moc"
