#include "tests/support/buttons.h"
#include "tests/support/session.h"
#include "tests/support/testhttpsserver.h"
#include "ui/diagnosis/networktestdialog.h"
#include "ui/diagnosis/networktestrow.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/passwordedit.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPushButton>
#include <QScrollArea>
#include <QTcpServer>
#include <QTest>

using namespace Ui;
using Test::button;
using Test::TestHttpsServer;

class TestNetworkTestDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void showsEachStepAndTheVerdict();
    void theStepThatFailedIsSeen();
    void copiesAReportWithoutSecrets();
    void stopsAndStartsAgain();
    void forgetsThePasswordWhenItCloses();

private:
    QString rowText(int index) const { return m_dialog->findChildren<NetworkTestRow *>().at(index)->text(); }
    MessageBar *bar() const { return m_dialog->findChild<MessageBar *>(); }

    std::unique_ptr<TestHttpsServer> m_passport;
    std::unique_ptr<QTcpServer> m_silent;
    Msn::NetworkDescription m_network;
    std::unique_ptr<NetworkTestDialog> m_dialog;
};

void TestNetworkTestDialog::init()
{
    m_passport = std::make_unique<TestHttpsServer>();
    m_passport->servePassport("t=1");
    m_silent = std::make_unique<QTcpServer>();
    m_silent->listen(QHostAddress::LocalHost);
    m_network = {};
    m_network.dispatch = {QStringLiteral("127.0.0.1"), m_silent->serverPort()};
    m_network.nexus = m_passport->nexusUrl();
    m_network.certificatePem = TestHttpsServer::certificatePem();
    m_dialog = std::make_unique<NetworkTestDialog>(QStringLiteral("Home"), [this] {
        Msn::Timing timing = Test::Session::timing();
        timing.signInReply = std::chrono::milliseconds(200);
        return std::make_unique<Msn::NetworkTest>(m_network, Msn::ConnectionSettings(), timing);
    });
    m_dialog->show();
}

void TestNetworkTestDialog::showsEachStepAndTheVerdict()
{
    m_dialog->start();
    QVERIFY(button(*m_dialog, QStringLiteral("Stop")));
    QTRY_VERIFY(button(*m_dialog, QStringLiteral("Test again")));
    QVERIFY(rowText(1).contains(QLatin1String("answers")));
    QVERIFY(rowText(8).contains(QLatin1String("login page is at 127.0.0.1")));
    QCOMPARE(bar()->kind(), MessageBar::Kind::Error);
    QVERIFY(bar()->isVisible());
}

void TestNetworkTestDialog::theStepThatFailedIsSeen()
{
    m_dialog->resize(m_dialog->width(), 330);
    auto *scroll = m_dialog->findChild<QScrollArea *>();
    const auto isSeen = [&](int index) {
        const QWidget *row = m_dialog->findChildren<NetworkTestRow *>().at(index);
        return scroll->viewport()->rect().contains(
            QRect(row->mapTo(scroll->viewport(), QPoint(0, 0)), row->size()));
    };
    m_dialog->start();
    QTRY_VERIFY(button(*m_dialog, QStringLiteral("Test again")));
    const int failed = static_cast<int>(Msn::NetworkTestStep::Kind::GreetServer);
    QTRY_VERIFY(isSeen(failed));
    // More pages than there are, however much of the low window the bar takes.
    constexpr int pages = 12;
    for (int i = 0; i < pages; ++i)
        QTest::keyClick(m_dialog.get(), Qt::Key_PageDown);
    QVERIFY(!isSeen(failed));
    QVERIFY(isSeen(static_cast<int>(Msn::NetworkTestStep::Kind::LogIn)));
    for (int i = 0; i < pages; ++i)
        QTest::keyClick(m_dialog.get(), Qt::Key_PageUp);
    QVERIFY(isSeen(0));
}

void TestNetworkTestDialog::copiesAReportWithoutSecrets()
{
    m_dialog->setLogin(Test::address("marta@example.com"), QStringLiteral("s3cret"));
    m_dialog->start();
    QPushButton *copy = button(*m_dialog, QStringLiteral("Copy report"));
    QVERIFY(!copy->isEnabled());
    QTRY_VERIFY(copy->isEnabled());
    copy->click();
    const QString report = QGuiApplication::clipboard()->text();
    QCOMPARE(report, m_dialog->report());
    QVERIFY(report.contains(QLatin1String("Home")));
    QVERIFY(!report.contains(QLatin1String("s3cret")));
    QVERIFY(!report.contains(QLatin1String("marta")));
}

void TestNetworkTestDialog::stopsAndStartsAgain()
{
    m_dialog->start();
    button(*m_dialog, QStringLiteral("Stop"))->click();
    QVERIFY(bar()->text().contains(QLatin1String("stopped")));
    button(*m_dialog, QStringLiteral("Test again"))->click();
    QTRY_VERIFY(rowText(8).contains(QLatin1String("login page")));
}

void TestNetworkTestDialog::forgetsThePasswordWhenItCloses()
{
    m_dialog->setLogin(Test::address("marta@example.com"), QStringLiteral("s3cret"));
    m_dialog->start();
    m_dialog->close();
    QVERIFY(m_dialog->findChild<PasswordEdit *>()->text().isEmpty());
    QVERIFY(button(*m_dialog, QStringLiteral("Test again")));
}

QTEST_MAIN(TestNetworkTestDialog)
#include "tst_networktestdialog.moc"
