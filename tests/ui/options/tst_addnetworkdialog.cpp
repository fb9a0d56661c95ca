#include "core/storage/connectionchoices.h"
#include "core/storage/networkcatalog.h"
#include "core/storage/settings.h"
#include "tests/support/proxyserver.h"
#include "tests/ui/signin/memorysecretstore.h"
#include "ui/options/addnetworkdialog.h"
#include "ui/widgets/messagebar.h"

#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Ui;

class TestAddNetworkDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { delete m_dialog; }
    void complaint4_networksAreData();
    void byItsServers();
    void mistakesAreSaid_data();
    void mistakesAreSaid();
    void neverReplacesANetworkUnasked();
    void filesFromTheWebComeThroughTheProxy();

private:
    void add() { m_dialog->primaryButton()->click(); }
    MessageBar *bar() const { return m_dialog->bar(); }

    Msn::Settings m_settings{QString()};
    MemorySecretStore m_secrets;
    Msn::ConnectionChoices m_connection{m_settings, m_secrets};
    std::unique_ptr<Msn::NetworkCatalog> m_networks;
    QPointer<AddNetworkDialog> m_dialog;
    std::unique_ptr<QSignalSpy> m_added;
};

void TestAddNetworkDialog::init()
{
    m_networks = std::make_unique<Msn::NetworkCatalog>(QString(), QString());
    m_dialog = new AddNetworkDialog(*m_networks, m_connection, nullptr);
    m_added = std::make_unique<QSignalSpy>(m_dialog.data(), &AddNetworkDialog::added);
    m_dialog->show();
}

/// "Server addresses are compiled in": a link from whoever runs a network is enough.
void TestAddNetworkDialog::complaint4_networksAreData()
{
    m_dialog->setLink(QStringLiteral("msnp:msn.example.com:1864?name=Home&tls=1"));
    add();
    QCOMPARE(m_added->value(0).value(0).toString(), QStringLiteral("Home"));
    const Msn::KnownNetwork *home = m_networks->find(QStringLiteral("Home"));
    QVERIFY(home);
    QCOMPARE(home->description.dispatch.port, 1864);
    QCOMPARE(home->source, Msn::KnownNetwork::Source::Own);
}

void TestAddNetworkDialog::byItsServers()
{
    m_dialog->setWay(AddNetworkDialog::Way::Servers);
    const QList<QLineEdit *> fields = m_dialog->findChildren<QLineEdit *>();
    for (QLineEdit *field : fields) {
        if (field->placeholderText() == QLatin1String("msn.example.com"))
            field->setText(QStringLiteral("home.example.net"));
    }
    add();
    const Msn::KnownNetwork *network = m_networks->find(QStringLiteral("home.example.net"));
    QVERIFY(network);
    QCOMPARE(network->description.nexus, QUrl(QStringLiteral("https://home.example.net/rdr/pprdr.asp")));
}

void TestAddNetworkDialog::mistakesAreSaid_data()
{
    QTest::addColumn<QString>("link");
    QTest::addColumn<QString>("word");
    QTest::newRow("nothing") << QString() << QStringLiteral("link");
    QTest::newRow("not encrypted") << QStringLiteral("http://example.com/n.json")
                                   << QStringLiteral("https://");
    QTest::newRow("no host") << QStringLiteral("msnp:?name=x") << QStringLiteral("dispatch.host");
    QTest::newRow("password in clear") << QStringLiteral("msnp:msn.example.com?nexus=http://example.com")
                                       << QStringLiteral("passport.nexus");
}

void TestAddNetworkDialog::mistakesAreSaid()
{
    QFETCH(QString, link);
    QFETCH(QString, word);
    m_dialog->setLink(link);
    add();
    QCOMPARE(bar()->kind(), MessageBar::Kind::Error);
    QVERIFY2(bar()->text().contains(word), qPrintable(bar()->text()));
    QVERIFY(m_added->isEmpty());
}

void TestAddNetworkDialog::neverReplacesANetworkUnasked()
{
    const QString link = QStringLiteral("msnp:msn.example.com?name=Home");
    QVERIFY(m_networks->add([] {
        Msn::NetworkDescription network;
        network.name = QStringLiteral("Home");
        network.dispatch = {QStringLiteral("good.example.com"), 1863};
        network.nexus = QUrl(QStringLiteral("https://good.example.com/"));
        return network;
    }()));
    m_dialog->setLink(link);
    add();
    QVERIFY(m_added->isEmpty());
    QVERIFY(bar()->text().contains(QLatin1String("msn.example.com")));
    QCOMPARE(m_networks->find(QStringLiteral("Home"))->description.dispatch.host,
        QStringLiteral("good.example.com"));
    bar()->findChildren<QPushButton *>().constLast()->click();
    QCOMPARE(m_networks->find(QStringLiteral("Home"))->description.dispatch.host,
        QStringLiteral("msn.example.com"));
    QCOMPARE(m_added->size(), 1);
}

void TestAddNetworkDialog::filesFromTheWebComeThroughTheProxy()
{
    // Regression: the file was fetched past the proxy that the person has chosen.
    Test::ProxyServer proxy(Test::ProxyServer::Kind::Http);
    proxy.refusesAll = true;
    m_connection.setProxy(
        {Msn::ProxySettings::Kind::Http, QStringLiteral("127.0.0.1"), proxy.serverPort(), {}, {}});
    m_dialog->setLink(QStringLiteral("https://msn.example.com/network.json"));
    add();
    QTRY_COMPARE(proxy.refusalCount(), 1);
    QTRY_VERIFY(!bar()->isHidden());
    QVERIFY(m_added->isEmpty());
}

QTEST_MAIN(TestAddNetworkDialog)
#include "tst_addnetworkdialog.moc"
