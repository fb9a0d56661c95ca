#include "app/shots/connectionshots.h"

#include "app/shots/emptykeychain.h"
#include "core/storage/connectionchoices.h"
#include "core/storage/networkcatalog.h"
#include "core/storage/settings.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/options/connectionpage.h"
#include "ui/options/optionsdialog.h"
#include "ui/signin/otherways.h"
#include "ui/signin/signinform.h"
#include "ui/signin/signinpage.h"
#include "ui/widgets/messagebar.h"

namespace App {

using namespace Msn;

namespace {

struct ConnectionWorld
{
    Settings settings{QString()};
    NetworkCatalog networks{QStringLiteral(":/networks"), QString()};
    EmptyKeychain secrets;
    ConnectionChoices choices{settings, secrets};
};

ConnectionWorld &connectionWorld()
{
    static ConnectionWorld connectionWorld;
    return connectionWorld;
}

Shot pageShot(const QString &name, const ProxySettings &proxy, Qt::LayoutDirection direction, QSize size)
{
    return {name, [proxy, direction, size]() -> std::unique_ptr<QWidget> {
                connectionWorld().choices.setProxy(proxy);
                auto dialog = std::make_unique<Ui::OptionsDialog>();
                dialog->setLayoutDirection(direction);
                dialog->addPage(
                    {QStringLiteral("connection"), QStringLiteral("Connection"), QStringLiteral("link"),
                        [] { return new Ui::ConnectionPage(connectionWorld().choices); }, {}});
                dialog->resize(size);
                dialog->showPage(QStringLiteral("connection"));
                return dialog;
            }};
}

Shot closedWayShot(const QString &name, ErrorCode code, const Ui::OtherWays::Attempt &attempt, QSize size)
{
    return {name, [code, attempt, size]() -> std::unique_ptr<QWidget> {
                auto window = std::make_unique<Ui::MainWindow>(connectionWorld().settings);
                window->resize(size);
                Ui::SignInPage *page = window->signInPage();
                page->form()->networkBox()->setNetworks(connectionWorld().networks.networks());
                page->form()->setRequest(
                    {QStringLiteral("Escargot"), Address(QStringLiteral("marta.ruiz@example.com")),
                        QStringLiteral("secret"), Status::Online, true, false, false});
                const Error error = makeError(code, QStringLiteral("messenger.example.com:1863"));
                page->bar()->showError(Ui::ErrorText::describe(error));
                auto *ways = new Ui::OtherWays(*page->bar(), window.get());
                ways->offer(error, attempt);
                return window;
            }};
}

} // namespace

QList<Shot> connectionShots()
{
    const ProxySettings office{ProxySettings::Kind::Socks5, QStringLiteral("proxy.example.com"), 1080,
        QStringLiteral("marta.ruiz"), QStringLiteral("secret")};
    const Ui::OtherWays::Attempt direct{SignInProgress::Connecting, true, false};
    const Ui::OtherWays::Attempt through{SignInProgress::Connecting, true, true};
    const QSize usual(640, 520);
    return {
        pageShot(QStringLiteral("options-connection"), {}, Qt::LeftToRight, usual),
        pageShot(QStringLiteral("options-connection-proxy"), office, Qt::LeftToRight, usual),
        pageShot(QStringLiteral("options-connection-mirrored"), office, Qt::RightToLeft, usual),
        pageShot(QStringLiteral("options-connection-narrow"), office, Qt::LeftToRight, {360, 560}),
        closedWayShot(QStringLiteral("signin-other-ways"), ErrorCode::ConnectionTimedOut, direct, {330, 720}),
        closedWayShot(
            QStringLiteral("signin-gateway-refused"), ErrorCode::GatewayRefused, through, {330, 720}),
        closedWayShot(
            QStringLiteral("signin-proxy-password"), ErrorCode::ProxyPasswordNeeded, direct, {330, 720}),
    };
}

} // namespace App
