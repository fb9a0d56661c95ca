#include "app/shots/desktopshots.h"

#include "app/shots/samplepictures.h"
#include "core/storage/settings.h"
#include "ui/alerts/alertsettings.h"
#include "ui/alerts/alerttext.h"
#include "ui/alerts/contactalertsdialog.h"
#include "ui/alerts/toast.h"
#include "ui/options/alertspage.h"
#include "ui/options/generalpage.h"
#include "ui/options/optionsdialog.h"
#include "ui/theme/metrics.h"
#include "ui/tray/closedialog.h"
#include "ui/tray/trayicon.h"
#include "ui/tray/traymenu.h"

#include <QLabel>
#include <QVBoxLayout>

namespace App {

using namespace Msn;
using Ui::AlertEvent;
using Ui::AlertNotice;

namespace {

struct AlertWorld
{
    Settings settings{QString()};
    Ui::AlertSettings alerts{settings};
};

AlertWorld &alertWorld()
{
    static AlertWorld alertWorld;
    return alertWorld;
}

AlertNotice notice(AlertEvent event, const QString &address, const QString &who, const QString &what,
    Status status = Status::Online)
{
    AlertNotice notice;
    notice.event = event;
    notice.title = Ui::AlertText::title(event, who);
    notice.text = Ui::alertExcerpt(Ui::AlertText::text(event, what));
    notice.avatar.address = Address(address);
    notice.avatar.name = who;
    notice.avatar.picture = samplePictureImage(notice.avatar.address);
    notice.status = status;
    return notice;
}

QList<AlertNotice> someNotices()
{
    return {
        notice(AlertEvent::ContactOnline, QStringLiteral("rosa@example.com"), QStringLiteral("Rosa"), {}),
        notice(AlertEvent::Message, QStringLiteral("xiaoyu@example.com"), QStringLiteral("小雨 🦋"),
            QStringLiteral("你好! I found our old photos of the lake. Do you remember the boat, and how we "
                           "rowed all night because nobody had thought of the oars?")),
        notice(
            AlertEvent::Nudge, QStringLiteral("karim@example.com"), QStringLiteral("كريم"), {}, Status::Busy),
        notice(AlertEvent::Mail, {}, QStringLiteral("Tía Carmen"), QStringLiteral("Sunday lunch")),
        notice(AlertEvent::AddedMe, QStringLiteral("someone.new@example.net"),
            QStringLiteral("someone.with.a.very.long.address@somewhere.far.away.example.net"), {}),
        notice(AlertEvent::ConnectionLost, {}, QStringLiteral("Escargot"), {}),
    };
}

/// As they stand above each other in the corner of the screen.
std::unique_ptr<QWidget> makeToasts(Qt::LayoutDirection direction)
{
    auto ground = std::make_unique<QWidget>();
    ground->setLayoutDirection(direction);
    auto *column = new QVBoxLayout(ground.get());
    const QList<AlertNotice> notices = someNotices();
    for (const AlertNotice &notice : notices) {
        auto *toast = new Ui::Toast(0);
        toast->setParent(ground.get(), Qt::Widget);
        toast->setNotice(notice);
        column->addWidget(toast);
    }
    return ground;
}

QList<Ui::TrayPerson> trayPeople()
{
    const Address own(QStringLiteral("marta.ruiz@example.com"));
    const auto person = [&](const QString &name, Status status) {
        return Ui::TrayPerson{own, Address(QStringLiteral("a@example.com")), name, status};
    };
    return {person(QStringLiteral("Rosa"), Status::OnThePhone),
        person(QStringLiteral("小雨 🦋"), Status::Online),
        person(QStringLiteral("Ana & Ben"), Status::Online), person(QStringLiteral("كريم"), Status::Away),
        person(QStringLiteral("João Ferreira da Silva e Albuquerque de Vasconcelos"), Status::OutToLunch)};
}

std::unique_ptr<Ui::TrayMenu> makeTrayMenu()
{
    auto menu = std::make_unique<Ui::TrayMenu>(trayPeople);
    menu->setState({true, Status::Away, 2});
    menu->setMuted(true);
    return menu;
}

/// The icon in each of its states, on a light and a dark panel.
std::unique_ptr<QWidget> makeTrayIcons()
{
    const QList<Ui::TrayState> states{{false, Status::Offline, 0}, {true, Status::Online, 0},
        {true, Status::Busy, 0}, {true, Status::Away, 0}, {true, Status::Hidden, 0},
        {true, Status::Online, 3}};
    auto ground = std::make_unique<QWidget>();
    auto *rows = new QVBoxLayout(ground.get());
    for (const char *panel : {"#f0f0f0", "#202428"}) {
        for (const int size : {16, 22, 48}) {
            auto *strip = new QWidget(ground.get());
            QPalette palette = strip->palette();
            palette.setColor(QPalette::Window, QColor(QLatin1String(panel)));
            strip->setPalette(palette);
            strip->setAutoFillBackground(true);
            auto *row = new QHBoxLayout(strip);
            for (const Ui::TrayState &state : states) {
                auto *label = new QLabel(strip);
                label->setPixmap(Ui::trayPicture(state).pixmap(QSize(size, size), 1.0));
                row->addWidget(label);
            }
            row->addStretch();
            rows->addWidget(strip);
        }
    }
    return ground;
}

std::unique_ptr<QWidget> makeContactAlerts(Qt::LayoutDirection direction)
{
    const QString account = QStringLiteral("marta.ruiz@example.com@escargot");
    const Address contact(QStringLiteral("xiaoyu@example.com"));
    alertWorld().alerts.setContact(
        account, contact, {Ui::ContactAlerts::Wish::Always, {}, false, Ui::Sound::Invitation});
    auto dialog = std::make_unique<Ui::ContactAlertsDialog>(alertWorld().alerts, account, contact,
        QStringLiteral("小雨 🦋 – back at six, or a little later"));
    dialog->setAttribute(Qt::WA_DeleteOnClose, false);
    dialog->setLayoutDirection(direction);
    return dialog;
}

std::unique_ptr<QWidget> makeOptions(
    const QString &page, bool hasSounds, QSize size, Qt::LayoutDirection direction = Qt::LeftToRight)
{
    auto dialog = std::make_unique<Ui::OptionsDialog>();
    dialog->setLayoutDirection(direction);
    dialog->addPage({QStringLiteral("general"), QStringLiteral("General"), QStringLiteral("settings"),
        [] {
            return new Ui::GeneralPage(
                alertWorld().settings, {[] { return true; }, [](bool) { return true; }});
        },
        {}});
    dialog->addPage({QStringLiteral("alerts"), QStringLiteral("Alerts and sounds"), QStringLiteral("sound"),
        [hasSounds] { return new Ui::AlertsPage(alertWorld().alerts, alertWorld().settings, hasSounds); },
        {}});
    dialog->showPage(page);
    dialog->resize(size);
    return dialog;
}

template <typename Make>
Shot shotOf(const char *name, Make make)
{
    return {QLatin1String(name), [make]() -> std::unique_ptr<QWidget> { return make(); }};
}

} // namespace

QList<Shot> desktopShots()
{
    const QString general = QStringLiteral("general");
    const QString alerts = QStringLiteral("alerts");
    return {
        shotOf("alerts-toasts", [] { return makeToasts(Qt::LeftToRight); }),
        shotOf("alerts-toasts-mirrored", [] { return makeToasts(Qt::RightToLeft); }),
        shotOf("tray-menu", makeTrayMenu),
        shotOf("tray-menu-send",
            [] {
                auto menu = std::make_unique<QMenu>();
                auto *owner = makeTrayMenu().release();
                menu->addActions(owner->sendMenu()->actions());
                QObject::connect(menu.get(), &QObject::destroyed, owner, &QObject::deleteLater);
                return menu;
            }),
        shotOf("tray-icons", makeTrayIcons),
        shotOf("dialog-close",
            [] {
                auto dialog = std::make_unique<Ui::CloseDialog>(true);
                dialog->setAttribute(Qt::WA_DeleteOnClose, false);
                return dialog;
            }),
        shotOf("dialog-close-no-tray",
            [] {
                auto dialog = std::make_unique<Ui::CloseDialog>(false);
                dialog->setAttribute(Qt::WA_DeleteOnClose, false);
                return dialog;
            }),
        shotOf("dialog-contact-alerts", [] { return makeContactAlerts(Qt::LeftToRight); }),
        shotOf("dialog-contact-alerts-mirrored", [] { return makeContactAlerts(Qt::RightToLeft); }),
        shotOf("options-general",
            [general] {
                return makeOptions(general, true, {720, 720});
            }),
        shotOf("options-alerts",
            [alerts] {
                return makeOptions(alerts, true, {720, 760});
            }),
        shotOf("options-alerts-mirrored",
            [alerts] {
                return makeOptions(alerts, true, {720, 760}, Qt::RightToLeft);
            }),
        shotOf("options-alerts-no-sounds",
            [alerts] {
                return makeOptions(alerts, false, {720, 800});
            }),
        shotOf("options-alerts-narrow",
            [alerts] {
                return makeOptions(alerts, true, {420, 700});
            }),
    };
}

} // namespace App
