#include "ui/signin/otherways.h"

#include "ui/widgets/messagebar.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Ui;
using Msn::ErrorCode;
using Msn::SignInProgress;

class TestOtherWays : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void offers_data();
    void offers();
    void oneClick();
};

namespace {

const QString gateway = QStringLiteral("Try through the web gateway");
const QString direct = QStringLiteral("Connect directly");
const QString useProxy = QStringLiteral("Use a proxy…");
const QString changeProxy = QStringLiteral("Change the proxy…");

QStringList offered(const MessageBar &bar)
{
    QStringList texts;
    const auto buttons = bar.findChildren<QPushButton *>();
    for (const QPushButton *button : buttons) {
        const QString text = QString(button->text()).remove(u'&');
        if (text != QStringLiteral("Details"))
            texts.append(text);
    }
    texts.sort();
    return texts;
}

} // namespace

void TestOtherWays::offers_data()
{
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<SignInProgress>("reached");
    QTest::addColumn<bool>("hasGateway");
    QTest::addColumn<bool>("wentThrough");
    QTest::addColumn<QStringList>("wanted");
    const auto row = [](const char *name, ErrorCode code, SignInProgress reached, bool hasGateway,
                         bool wentThrough, const QStringList &wanted) {
        QTest::newRow(name) << code << reached << hasGateway << wentThrough << wanted;
    };
    const auto connecting = SignInProgress::Connecting;
    row("refused", ErrorCode::ConnectionRefused, connecting, true, false, {gateway, useProxy});
    row("silent", ErrorCode::ConnectionTimedOut, connecting, true, false, {gateway, useProxy});
    row("no way", ErrorCode::NetworkUnreachable, connecting, true, false, {gateway, useProxy});
    row("name unknown", ErrorCode::HostNotFound, connecting, true, false, {gateway, useProxy});
    row("cut by a firewall", ErrorCode::TlsHandshakeFailed, connecting, true, false, {gateway, useProxy});
    row("the other server", ErrorCode::ConnectionRefused, SignInProgress::Transferring, true, false,
        {gateway, useProxy});
    row("no gateway", ErrorCode::ConnectionRefused, connecting, false, false, {useProxy});
    row("Passport is not reached", ErrorCode::ConnectionRefused, SignInProgress::CheckingPassword, true,
        false, {useProxy});
    row("the gateway is not reached", ErrorCode::ConnectionRefused, connecting, true, true,
        {direct, useProxy});
    row("the gateway refuses", ErrorCode::GatewayRefused, SignInProgress::Negotiating, true, true,
        {direct, useProxy});
    row("proxy", ErrorCode::ProxyPasswordNeeded, connecting, true, false, {changeProxy});
    row("proxy is not there", ErrorCode::ProxyRefused, connecting, false, false, {changeProxy});
    row("proxy does not get through", ErrorCode::ProxyFailed, connecting, true, false, {changeProxy});
    row("wrong password", ErrorCode::WrongPassword, SignInProgress::CheckingPassword, true, false, {});
    row("server's own trouble", ErrorCode::ServerRefused, SignInProgress::Negotiating, true, false, {});
    row("stopped by the person", ErrorCode::None, connecting, true, false, {});
}

void TestOtherWays::offers()
{
    QFETCH(ErrorCode, code);
    QFETCH(SignInProgress, reached);
    QFETCH(bool, hasGateway);
    QFETCH(bool, wentThrough);
    QFETCH(QStringList, wanted);
    MessageBar bar;
    OtherWays ways(bar);
    const Msn::Error error = Msn::makeError(code, QStringLiteral("messenger.example.net:1863"));
    bar.showError(ErrorText::describe(error));
    ways.offer(error, {reached, hasGateway, wentThrough});
    wanted.sort();
    QCOMPARE(offered(bar), wanted);
}

void TestOtherWays::oneClick()
{
    MessageBar bar;
    OtherWays ways(bar);
    const QSignalSpy gatewayWanted(&ways, &OtherWays::gatewayWanted);
    const QSignalSpy proxyWanted(&ways, &OtherWays::proxyWanted);
    ways.offer(Msn::makeError(ErrorCode::ConnectionRefused), {SignInProgress::Connecting, true, false});
    const auto buttons = bar.findChildren<QPushButton *>();
    for (QPushButton *button : buttons)
        button->click();
    QCOMPARE(gatewayWanted.count(), 1);
    QCOMPARE(proxyWanted.count(), 1);
}

QTEST_MAIN(TestOtherWays)

#include "tst_otherways.moc"
