#include "app/shots/nearbyshots.h"

#include "core/discovery/nearbynetwork.h"
#include "core/discovery/networkannouncement.h"
#include "core/storage/networkcatalog.h"
#include "core/storage/settings.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/nearby/joinnetworkdialog.h"
#include "ui/signin/signinform.h"
#include "ui/signin/signinpage.h"
#include "ui/widgets/qrcodeview.h"

#include <QAbstractItemView>
#include <QLabel>
#include <QVBoxLayout>

namespace App {

using namespace Msn;
using Ui::NetworkOffer;

namespace {

struct NearbyWorld
{
    Settings settings{QString()};
    NetworkCatalog networks{QStringLiteral(":/networks"), QString()};
};

NearbyWorld &nearbyWorld()
{
    static NearbyWorld nearbyWorld;
    return nearbyWorld;
}

const QString chineseHome = QStringLiteral("小雨的家");
const QString arabicHome = QStringLiteral("بيت كريم");
const QString longHome
    = QStringLiteral("Everybody from the third floor, the kitchen and the workshop beside it");

Shot qrCodeShot(const QString &name, const QString &text, QSize size)
{
    return {name, [text, size]() -> std::unique_ptr<QWidget> {
                auto ground = std::make_unique<QWidget>();
                auto *column = new QVBoxLayout(ground.get());
                auto *code = new Ui::QrCodeView(ground.get());
                code->setText(text);
                column->addWidget(code);
                ground->resize(size);
                return ground;
            }};
}

void fillNearby(Ui::SignInForm &form, const QStringList &names, const QString &note)
{
    QList<Ui::NearbyChoice> choices;
    for (const QString &name : names)
        choices.append({name, name, {}, false});
    form.setNearby(choices);
    if (!choices.isEmpty())
        choices.append({QStringLiteral("Home"), QStringLiteral("Home"), {}, true});
    QList<KnownNetwork> networks = nearbyWorld().networks.networks();
    KnownNetwork longOne = networks.constLast();
    longOne.description.name = QStringLiteral("Everybody in the house by the lake and its guests");
    networks.append(longOne);
    form.networkBox()->setNetworks(networks);
    form.networkBox()->setNearby(choices, note, {});
}

Shot nearbySignInShot(const QString &name, const QStringList &names)
{
    return {name, [names]() -> std::unique_ptr<QWidget> {
                auto window = std::make_unique<Ui::MainWindow>(nearbyWorld().settings);
                window->resize(330, 640);
                fillNearby(*window->signInPage()->form(), names, {});
                return window;
            }};
}

/// The list is a window of its own.
Shot listShot(const QString &name, const QStringList &names, const QString &note)
{
    return {name, [names, note]() -> std::unique_ptr<QWidget> {
                Ui::SignInForm form;
                fillNearby(form, names, note);
                form.resize(300, 500);
                form.show();
                form.networkBox()->showPopup();
                auto picture = std::make_unique<QLabel>();
                picture->setPixmap(form.networkBox()->view()->window()->grab());
                form.networkBox()->hidePopup();
                return picture;
            }};
}

NetworkOffer announcedOffer(const QString &name, const QString &host)
{
    const NetworkAnnouncement announcement{
        name, QByteArray::fromHex("3fa9127bd05c44e1").repeated(4), 8443, true};
    return Ui::offerOf(
        {name, host, announcement.networkAt({QStringLiteral("192.168.1.10"), 1864})}, nearbyWorld().networks);
}

NetworkOffer pretending(const QString &name)
{
    NetworkOffer offer = announcedOffer(name, QStringLiteral("somebodys-laptop"));
    offer.relation = NetworkOffer::Relation::Changed;
    offer.knownName = name;
    offer.knownSha256 = QByteArray::fromHex("91c27d00ffa1e35b").repeated(4);
    return offer;
}

NetworkOffer linked()
{
    NetworkDescription classic;
    classic.name = QStringLiteral("Old friends");
    classic.dispatch = {QStringLiteral("chat.example.com"), 1863};
    return Ui::offerOfLink(classic, nearbyWorld().networks);
}

Shot joinDialogShot(
    const QString &name, const NetworkOffer &offer, Qt::LayoutDirection direction = Qt::LeftToRight)
{
    return {name, [offer, direction]() -> std::unique_ptr<QWidget> {
                auto dialog = std::make_unique<Ui::JoinNetworkDialog>(offer);
                dialog->setAttribute(Qt::WA_DeleteOnClose, false);
                dialog->setLayoutDirection(direction);
                return dialog;
            }};
}

} // namespace

QList<Shot> nearbyShots()
{
    const QString link
        = QStringLiteral("msnp:192.168.1.10:1864?name=%E5%B0%8F%E9%9B%A8%E7%9A%84%E5%AE%B6&tls=1"
                         "&nexus=https://192.168.1.10:8443/rdr/pprdr.asp&sha256=");
    const QString livingRoom = QStringLiteral("living-room");
    return {
        qrCodeShot(QStringLiteral("qrcode-link"), link + QString(64, u'a'), {300, 300}),
        qrCodeShot(QStringLiteral("qrcode-too-long"), QString(5000, u'x'), {300, 160}),
        nearbySignInShot(QStringLiteral("nearby-signin"), {chineseHome}),
        nearbySignInShot(QStringLiteral("nearby-signin-long"), {longHome}),
        nearbySignInShot(QStringLiteral("nearby-signin-several"), {chineseHome, arabicHome, longHome}),
        listShot(QStringLiteral("nearby-list"), {chineseHome, arabicHome, longHome}, {}),
        listShot(QStringLiteral("nearby-list-none"), {}, QStringLiteral("None found")),
        joinDialogShot(QStringLiteral("nearby-join"), announcedOffer(chineseHome, livingRoom)),
        joinDialogShot(QStringLiteral("nearby-join-long"), announcedOffer(longHome, longHome.left(60))),
        joinDialogShot(
            QStringLiteral("nearby-join-mirrored"), announcedOffer(arabicHome, livingRoom), Qt::RightToLeft),
        joinDialogShot(
            QStringLiteral("nearby-join-name-taken"), announcedOffer(QStringLiteral("Escargot"), livingRoom)),
        joinDialogShot(QStringLiteral("nearby-join-changed"), pretending(chineseHome)),
        joinDialogShot(QStringLiteral("nearby-join-link"), linked()),
    };
}

} // namespace App
