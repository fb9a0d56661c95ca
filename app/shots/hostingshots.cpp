#include "app/shots/hostingshots.h"

#include "ui/hosting/hostingcaredialog.h"
#include "ui/hosting/hostingquitdialog.h"
#include "ui/hosting/hostingwindow.h"
#include "ui/pictures/builtinpictures.h"
#include "ui/text/discoverytext.h"

#include <QAction>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeWidget>

namespace App {

using Msn::Address;
using Ui::HostingState;
using Ui::HostingWindow;
using Phase = HostingState::Phase;

namespace {

QList<Ui::HostingPerson> family()
{
    QList<Ui::HostingPerson> people{{Address(QStringLiteral("ana@home.example")), QStringLiteral("Ana"),
                                        QStringLiteral("river-lantern-moon-kite"), true},
        {Address(QStringLiteral("jonas@home.example")), QStringLiteral("Jonas"), {}, true,
            {true, {{Address(QStringLiteral("maria.de.los.angeles@home.example")), false, true}}, {}, false}},
        {Address(QStringLiteral("friend@home.example")), QStringLiteral("小雨 🦋"), {}, false},
        {Address(QStringLiteral("friend2@home.example")), QStringLiteral("كريم"),
            QStringLiteral("garden-otter-silver-poem"), false},
        {Address(QStringLiteral("maria.de.los.angeles@home.example")),
            QStringLiteral("María de los Ángeles Fernández de la Vega y Castellanos"), {}, false}};
    // One of them has none.
    const QStringList pictures{QStringLiteral("guitar"), QStringLiteral("knight"),
        QStringLiteral("butterfly"), {}, QStringLiteral("sunflower")};
    for (qsizetype i = 0; i < people.size(); ++i)
        people[i].picture = Ui::BuiltInPictures::png(pictures.at(i));
    return people;
}

HostingState runningState()
{
    HostingState state;
    state.phase = Phase::Running;
    state.name = QStringLiteral("Home");
    state.people = family();
    state.addresses = {{QStringLiteral("192.168.1.10"), QStringLiteral("wlan0")},
        {QStringLiteral("10.0.0.7"), QStringLiteral("enp3s0")}, {QStringLiteral("ana-laptop.local"), {}}};
    state.fingerprint
        = QByteArray::fromHex("a81c45e3907f2b6611d4c2f890ab34c7a81c45e3907f2b6611d4c2f890ab34c7");
    state.link = QStringLiteral("msnp:192.168.1.10:1864?name=Home&tls=1&nexus=https://192.168.1.10:8443/"
                                "rdr/pprdr.asp&sha256=%1")
                     .arg(QLatin1String(state.fingerprint.toHex()));
    state.command = QStringLiteral(
        "swallowtail-service serve --announce --data ~/.local/share/swallowtail/hosted-network");
    state.plainPort = 1863;
    state.tlsPort = 1864;
    state.httpsPort = 8443;
    return state;
}

void pressNext(HostingWindow &window)
{
    const QList<QPushButton *> buttons = window.findChildren<QPushButton *>();
    for (QPushButton *button : buttons) {
        if (button->text() == QStringLiteral("Ne&xt"))
            button->click();
    }
}

/// Fills in the fields of the page with people and adds, or leaves it at that.
void typePerson(HostingWindow &window, const QString &name, bool adds = true)
{
    const QList<QLineEdit *> edits = window.findChildren<QLineEdit *>(QStringLiteral("personName"));
    auto *add = window.findChild<QPushButton *>(QStringLiteral("addPerson"));
    for (QLineEdit *edit : edits)
        edit->setText(name);
    if (adds)
        add->click();
}

Shot hostingShot(const QString &name, const std::function<void(HostingWindow &)> &prepare)
{
    return {QStringLiteral("hosting-") + name, [prepare]() -> std::unique_ptr<QWidget> {
                auto window = std::make_unique<HostingWindow>();
                prepare(*window);
                return window;
            }};
}

Shot managingShot(const QString &name, HostingWindow::Page page,
    const std::function<void(HostingState &)> &change = {},
    const std::function<void(HostingWindow &)> &after = {})
{
    return hostingShot(name, [page, change, after](HostingWindow &window) {
        HostingState state = runningState();
        if (change)
            change(state);
        window.setState(state);
        window.showPage(page);
        if (after)
            after(window);
    });
}

QList<Ui::HostingPerson> class7b()
{
    QList<Ui::HostingPerson> people;
    for (int i = 1; i <= 30; ++i)
        people.append({Address(QStringLiteral("pupil%1@class-7b.example").arg(i)),
            QStringLiteral("Pupil %1").arg(i), {}, i % 3 == 0});
    return people;
}

} // namespace

QList<Shot> hostingShots()
{
    using Page = HostingWindow::Page;
    return {
        hostingShot(QStringLiteral("name"), [](HostingWindow &) {}),
        hostingShot(QStringLiteral("first"), [](HostingWindow &window) { pressNext(window); }),
        hostingShot(QStringLiteral("planned"),
            [](HostingWindow &window) {
                pressNext(window);
                typePerson(window, QStringLiteral("María de los Ángeles Fernández de la Vega y Castellanos"));
                typePerson(window, QStringLiteral("Ana"));
                typePerson(window, QStringLiteral("José Luís"));
                typePerson(window, QStringLiteral("小雨"));
                typePerson(window, QStringLiteral("كريم"), false);
            }),
        managingShot(QStringLiteral("joining"), Page::Joining),
        managingShot(QStringLiteral("joining-announced"), Page::Joining,
            [](HostingState &state) {
                state.isAnnounced = true;
                state.name = QStringLiteral("Família Ferreira de Albuquerque e amigos do bairro alto");
            }),
        managingShot(QStringLiteral("joining-not-announced"), Page::Joining,
            [](HostingState &state) {
                state.whyNotAnnounced = Ui::ErrorText::brief(
                    Ui::DiscoveryText::cannotAnnounce({Msn::DiscoveryError::Code::NoLibrary, {}}));
            }),
        managingShot(
            QStringLiteral("joining-mirrored"), Page::Joining,
            [](HostingState &state) { state.name = QStringLiteral("بيتنا"); },
            [](HostingWindow &window) { window.setLayoutDirection(Qt::RightToLeft); }),
        managingShot(QStringLiteral("no-network"), Page::Joining,
            [](HostingState &state) { state.addresses.clear(); }),
        managingShot(
            QStringLiteral("stopped"), Page::Joining,
            [](HostingState &state) { state.phase = Phase::Stopped; },
            [](HostingWindow &window) {
                window.showFailure(Msn::makeError(Msn::ErrorCode::ConnectionRefused,
                    QStringLiteral("0.0.0.0:1864"), QStringLiteral("The bound address is already in use")));
            }),
        managingShot(QStringLiteral("elsewhere"), Page::Joining,
            [](HostingState &state) { state.phase = Phase::Elsewhere; }),
        managingShot(QStringLiteral("people"), Page::People, {},
            [](HostingWindow &window) {
                auto *list = window.findChild<QTreeWidget *>();
                list->setCurrentItem(list->topLevelItem(1));
            }),
        managingShot(QStringLiteral("people-many"), Page::People,
            [](HostingState &state) {
                state.name = QStringLiteral("Class 7b");
                state.people = class7b();
            }),
        managingShot(
            QStringLiteral("people-mirrored"), Page::People,
            [](HostingState &state) { state.name = QStringLiteral("بيتنا"); },
            [](HostingWindow &window) {
                window.setLayoutDirection(Qt::RightToLeft);
                typePerson(window, QStringLiteral("كريم"), false);
            }),
        managingShot(QStringLiteral("settings"), Page::Settings),
        {QStringLiteral("hosting-rules"),
            [] {
                Ui::HostingPerson person = family().at(1);
                person.care = {true,
                    {{Address(QStringLiteral("ana@home.example")), true},
                        {Address(QStringLiteral("friend2@home.example")), true},
                        {Address(QStringLiteral("maria.de.los.angeles@home.example")), false, true}},
                    std::pair(QTime(21, 0), QTime(7, 0)), false};
                return std::make_unique<Ui::HostingCareDialog>(person);
            }},
        {QStringLiteral("hosting-quit"),
            [] { return std::make_unique<Ui::HostingQuitDialog>(QStringLiteral("Home"), 3); }},
        managingShot(QStringLiteral("settings-old-clients"), Page::Settings,
            [](HostingState &state) { state.takesOldClients = true; }),
    };
}

} // namespace App
