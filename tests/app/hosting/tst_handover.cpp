#include "app/hosting/hostednetwork.h"
#include "core/account/account.h"
#include "tests/app/service/serviceprocess.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace App;
using namespace Test;
using Msn::Address;

/// A network that the messenger has hosted, served by the program without windows, and the other way round.
class tst_HandOver : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void programTakesOver();
    void inUseByTheProgram();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<HostedNetwork> m_network;
    const Address m_ana{QStringLiteral("ana@home.example")};
    const QString m_password = QStringLiteral("river-lamp");
};

void tst_HandOver::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_network = std::make_unique<HostedNetwork>(m_folder->path(), Msn::PasswordCost::least());
    HostingChoices choices;
    choices.name = QStringLiteral("Our house");
    choices.port = choices.tlsPort = choices.httpsPort = 0;
    QVERIFY(m_network->setChoices(choices));
    QSignalSpy changed(m_network.get(), &HostedNetwork::peopleChanged);
    m_network->add({{m_ana, QStringLiteral("Ana"), m_password}});
    QVERIFY(changed.wait());
    QVERIFY(m_network->start());
}

void tst_HandOver::programTakesOver()
{
    const Msn::NetworkDescription network = m_network->localDescription();
    QSignalSpy stopped(m_network.get(), &HostedNetwork::stopped);
    m_network->stop();
    QVERIFY(stopped.wait());

    ServiceProcess server({QStringLiteral("--data"), m_folder->path()}, ServiceProcess::Ports::AsKept);
    QVERIFY2(server.readyLine().startsWith("ready "), server.readyLine().constData());
    QVERIFY(m_network->isServedElsewhere());
    Msn::Account account(network, m_ana);
    account.signIn(m_password, Msn::Status::Online);
    QTRY_COMPARE(account.state(), Msn::Account::State::SignedIn);
    const auto file = Msn::parseNetworkFile(
        runService({QStringLiteral("network"), QStringLiteral("--data"), m_folder->path()}).output);
    QVERIFY(file);
    QCOMPARE(file->name, QStringLiteral("Our house"));
    QCOMPARE(file->certificateSha256, network.certificateSha256);
    account.signOut();
    QCOMPARE(server.stop(SIGTERM), 0);
    QVERIFY(m_network->start());
}

void tst_HandOver::inUseByTheProgram()
{
    const ProgramResult result
        = runService({QStringLiteral("serve"), QStringLiteral("--data"), m_folder->path()});
    QCOMPARE(result.exitCode, 1);
    QVERIFY2(result.complaint.contains("Another program uses"), result.complaint.constData());
}

QTEST_GUILESS_MAIN(tst_HandOver)
#include "tst_handover.moc"
