#include "app/shots/optionsshots.h"

#include "app/shots/emptykeychain.h"
#include "core/account/account.h"
#include "core/net/trafficlog.h"
#include "core/storage/connectionchoices.h"
#include "core/storage/networkcatalog.h"
#include "core/storage/profiledirectories.h"
#include "core/storage/savedaccounts.h"
#include "core/storage/settings.h"
#include "ui/diagnosis/networklogwindow.h"
#include "ui/diagnosis/networktestdialog.h"
#include "ui/diagnosis/networktestrow.h"
#include "ui/diagnosis/networktesttext.h"
#include "ui/options/accountspage.h"
#include "ui/options/addnetworkdialog.h"
#include "ui/options/networkspage.h"
#include "ui/options/optionsdialog.h"
#include "ui/widgets/messagebar.h"

namespace App {

using namespace Msn;

namespace {

NetworkDescription homeNetwork()
{
    NetworkDescription network;
    network.name = QStringLiteral("Family Ruiz 家 with a rather long name of its own");
    network.dispatch = {QStringLiteral("192.168.1.10"), 1864};
    network.security = NetworkDescription::Security::Tls;
    network.nexus = QUrl(QStringLiteral("https://192.168.1.10:8443/rdr/pprdr.asp"));
    network.certificateSha256
        = QByteArray::fromHex("9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08");
    return network;
}

struct OptionsWorld
{
    Settings settings{QString()};
    NetworkCatalog networks{QStringLiteral(":/networks"), QString()};
    EmptyKeychain secrets;
    ConnectionChoices choices{settings, secrets};
    ProfileDirectories directories;
    TrafficLog log;

    OptionsWorld()
    {
        networks.add(homeNetwork());
        SavedAccounts accounts(settings);
        accounts.remember(
            {Address(QStringLiteral("marta.ruiz.de.la.fuente.y.gomez@a-long-domain.example.com")),
                homeNetwork().name, Status::Busy, false, false});
        accounts.remember({Address(QStringLiteral("marta@example.com")), QStringLiteral("Escargot"),
            Status::Online, true, true});
        accounts.remember({Address(QStringLiteral("marta@example.net")), QStringLiteral("CrossTalk"),
            Status::Away, true, false});
    }
};

OptionsWorld &optionsWorld()
{
    static OptionsWorld optionsWorld;
    return optionsWorld;
}

using DialogChange = std::function<void(Ui::OptionsDialog &)>;

Shot optionsShot(
    const QString &name, const QString &page, const DialogChange &change = {}, QSize size = {720, 560})
{
    return {
        name, [page, change, size]() -> std::unique_ptr<QWidget> {
            auto dialog = std::make_unique<Ui::OptionsDialog>();
            dialog->addPage({QStringLiteral("accounts"), QStringLiteral("Accounts"), QStringLiteral("people"),
                [] {
                    OptionsWorld &w = optionsWorld();
                    return new Ui::AccountsPage({w.settings, w.secrets, w.networks, w.directories});
                },
                {}});
            dialog->addPage({QStringLiteral("networks"), QStringLiteral("Networks"),
                QStringLiteral("network"),
                [] { return new Ui::NetworksPage(optionsWorld().networks, optionsWorld().choices); }, {}});
            dialog->showPage(page);
            dialog->resize(size);
            if (change)
                change(*dialog);
            return dialog;
        }};
}

DialogChange network(const QString &name)
{
    return [name](Ui::OptionsDialog &dialog) {
        static_cast<Ui::NetworksPage *>(dialog.currentWidget())->showNetwork(name);
    };
}

NetworkTestStep step(NetworkTestStep::Kind kind, NetworkTestStep::State state, const QString &subject,
    const QString &detail, ErrorCode code = ErrorCode::None)
{
    NetworkTestStep result;
    result.kind = kind;
    result.state = state;
    result.subject = subject;
    result.detail = detail;
    result.error = makeError(code, subject);
    return result;
}

QList<NetworkTestStep> walk(bool fails)
{
    using Kind = NetworkTestStep::Kind;
    using State = NetworkTestStep::State;
    const QString server = QStringLiteral("msnmsgr.example.com");
    const QString login = QStringLiteral("login.example.com");
    const QString tls = QStringLiteral("TLS 1.3, 2027-03-14");
    const State later = fails ? State::NotReached : State::Passed;
    return {
        step(Kind::FindServer, State::Passed, server, QStringLiteral("192.0.2.17, 2001:db8::17")),
        fails ? step(Kind::ReachServer, State::Failed, server + QStringLiteral(":1863"), {},
            ErrorCode::ConnectionTimedOut)
              : step(Kind::ReachServer, State::Passed, server + QStringLiteral(":1863"), {}),
        step(Kind::EncryptServer, fails ? State::NotReached : State::Skipped, {}, {}),
        step(Kind::GreetServer, later, server, QStringLiteral("MSNP10")),
        step(Kind::FollowTransfer, fails ? State::NotReached : State::Running, server, {}),
        step(Kind::FindSignIn, fails ? State::Passed : State::Waiting, login, QStringLiteral("192.0.2.18")),
        step(Kind::ReachSignIn, fails ? State::Passed : State::Waiting, login + QStringLiteral(":443"), {}),
        step(
            Kind::EncryptSignIn, fails ? State::Passed : State::Waiting, login + QStringLiteral(":443"), tls),
        step(Kind::AskNexus, fails ? State::Passed : State::Waiting, login, login),
        step(Kind::CheckClock, fails ? State::Passed : State::Waiting, login, {}),
        step(Kind::ReachLogin, fails ? State::Passed : State::Waiting, login + QStringLiteral(":443"), tls),
        step(Kind::LogIn, fails ? State::NotReached : State::Waiting, login, {}),
    };
}

/// The names are left to a proxy that does not get through.
QList<NetworkTestStep> walkBehindProxy()
{
    QList<NetworkTestStep> steps = walk(true);
    for (NetworkTestStep &walked : steps) {
        if (walked.kind == NetworkTestStep::Kind::ReachServer)
            walked.error.code = ErrorCode::ProxyFailed;
        if (walked.kind != NetworkTestStep::Kind::FindServer
            && walked.kind != NetworkTestStep::Kind::FindSignIn)
            continue;
        walked.state = NetworkTestStep::State::Skipped;
        walked.detail = QStringLiteral("proxy.a-long-domain-name.example.com:1080");
    }
    return steps;
}

Shot testShot(const QString &name, const QList<NetworkTestStep> &steps, bool mirrored, QSize size)
{
    return {name, [steps, mirrored, size]() -> std::unique_ptr<QWidget> {
                auto dialog = std::make_unique<Ui::NetworkTestDialog>(
                    QStringLiteral("Escargot"), [] { return std::make_unique<NetworkTest>(homeNetwork()); });
                const QList<Ui::NetworkTestRow *> rows = dialog->findChildren<Ui::NetworkTestRow *>();
                for (int i = 0; i < rows.size(); ++i)
                    rows.at(i)->setStep(steps.at(i));
                dialog->setLogin(Address(QStringLiteral("marta@example.com")), {});
                if (steps.at(1).state == NetworkTestStep::State::Failed)
                    dialog->findChild<Ui::MessageBar *>()->showError(Ui::NetworkTestText::verdict(steps));
                if (mirrored)
                    dialog->setLayoutDirection(Qt::RightToLeft);
                dialog->resize(size);
                return dialog;
            }};
}

void speak(TrafficLog &log)
{
    log.sent({"VER", 1, {"MSNP10", "MSNP9", "MSNP8", "CVR0"}, {}});
    log.received({"VER", 1, {"MSNP10"}, {}});
    log.sent({"CVR", 2,
        {"0x0409", "winnt", "5.1", "i386", "MSNMSGR", "6.1.0203", "MSMSGS", "marta@example.com"}, {}});
    log.received(
        {"CVR", 2, {"6.2.0208", "6.2.0208", "1.0.0000", "http://dl.example.com", "http://example.com"}, {}});
    log.sent({"USR", 3, {"TWN", "I", "marta@example.com"}, {}});
    log.received({"USR", 3, {"TWN", "S", "lc=1033,id=507,tw=40"}, {}});
    log.sentNote("GET https://login.example.com/login.srf");
    log.receivedNote("HTTP 200 https://login.example.com/login.srf");
    log.sent({"USR", 4, {"TWN", "S", "t=secret"}, {}});
    log.received({"USR", 4, {"OK", "marta@example.com", "Marta", "1", "0"}, {}});
    log.sent({"MSG", 12, {"A"},
        QByteArray("MIME-Version: 1.0\r\nContent-Type: text/plain; charset=UTF-8\r\n\r\n你好 كيف حالك؟")});
    log.received({"ACK", 12, {}, {}});
}

Shot logShot(const QString &name, const QStringList &accounts, QSize size)
{
    return {name, [accounts, size]() -> std::unique_ptr<QWidget> {
                auto window = std::make_unique<Ui::NetworkLogWindow>(optionsWorld().log);
                window->setAttribute(Qt::WA_DeleteOnClose, false);
                window->resize(size);
                for (const QString &account : accounts)
                    speak(*optionsWorld().log.partOf(account));
                return window;
            }};
}

Shot addShot(const QString &name, Ui::AddNetworkDialog::Way way)
{
    return {name, [way]() -> std::unique_ptr<QWidget> {
                auto dialog = std::make_unique<Ui::AddNetworkDialog>(
                    optionsWorld().networks, optionsWorld().choices, nullptr);
                dialog->setAttribute(Qt::WA_DeleteOnClose, false);
                dialog->setWay(way);
                return dialog;
            }};
}

} // namespace

std::unique_ptr<QWidget> optionsWith(const QString &title, const QString &icon, const QSize &size,
    const std::function<QWidget *()> &make, Qt::LayoutDirection direction)
{
    auto dialog = std::make_unique<Ui::OptionsDialog>();
    dialog->setLayoutDirection(direction);
    dialog->addPage({title, title, icon, make, {}});
    dialog->resize(size);
    return dialog;
}

QList<Shot> optionsShots()
{
    const auto mirror = [](Ui::OptionsDialog &dialog) { dialog.setLayoutDirection(Qt::RightToLeft); };
    return {
        optionsShot(QStringLiteral("options-accounts"), QStringLiteral("accounts")),
        optionsShot(QStringLiteral("options-accounts-mirrored"), QStringLiteral("accounts"), mirror),
        optionsShot(QStringLiteral("options-accounts-narrow"), QStringLiteral("accounts"), {}, {400, 560}),
        optionsShot(QStringLiteral("options-networks"), QStringLiteral("networks"),
            network(QStringLiteral("Escargot")), {720, 660}),
        optionsShot(QStringLiteral("options-networks-home"), QStringLiteral("networks"),
            network(homeNetwork().name), {720, 660}),
        optionsShot(QStringLiteral("options-networks-demo"), QStringLiteral("networks"),
            network(QStringLiteral("demo"))),
        optionsShot(QStringLiteral("options-networks-narrow"), QStringLiteral("networks"),
            network(homeNetwork().name), {400, 700}),
        addShot(QStringLiteral("dialog-add-network"), Ui::AddNetworkDialog::Way::Link),
        addShot(QStringLiteral("dialog-add-network-servers"), Ui::AddNetworkDialog::Way::Servers),
        testShot(QStringLiteral("network-test-running"), walk(false), false, {460, 620}),
        testShot(QStringLiteral("network-test-failed"), walk(true), false, {460, 720}),
        testShot(QStringLiteral("network-test-mirrored"), walk(true), true, {400, 720}),
        testShot(QStringLiteral("network-test-proxy"), walkBehindProxy(), false, {460, 720}),
        logShot(QStringLiteral("network-log"), {QStringLiteral("marta@example.com on Home")}, {760, 420}),
        logShot(QStringLiteral("network-log-accounts"),
            {QStringLiteral("marta@example.com on Home"),
                QStringLiteral("a-very-long-address-of-somebody@example.net on Escargot")},
            {760, 420}),
        logShot(QStringLiteral("network-log-empty"), {}, {420, 300}),
    };
}

} // namespace App
