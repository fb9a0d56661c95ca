#include "ui/alerts/alertsettings.h"

#include "core/storage/settings.h"

namespace Ui {

using Msn::Address;
namespace Setting = Msn::Setting;

namespace {

using Wish = ContactAlerts::Wish;

const QString waysKey = QStringLiteral("alerts.events");
const QString contactsKey = QStringLiteral("alerts.contacts");

QString nameOf(AlertEvent event)
{
    switch (event) {
    case AlertEvent::ContactOnline:
        return QStringLiteral("contactOnline");
    case AlertEvent::ContactOffline:
        return QStringLiteral("contactOffline");
    case AlertEvent::StatusChanged:
        return QStringLiteral("statusChanged");
    case AlertEvent::Message:
        return QStringLiteral("message");
    case AlertEvent::Nudge:
        return QStringLiteral("nudge");
    case AlertEvent::Invitation:
        return QStringLiteral("invitation");
    case AlertEvent::Mail:
        return QStringLiteral("mail");
    case AlertEvent::AddedMe:
        return QStringLiteral("addedMe");
    case AlertEvent::ConnectionLost:
        return QStringLiteral("connectionLost");
    }
    return {};
}

QString nameOf(Wish wish)
{
    return wish == Wish::Always ? QStringLiteral("always")
        : wish == Wish::Never   ? QStringLiteral("never")
                                : QString();
}

Wish wishNamed(const QString &name)
{
    for (const Wish wish : {Wish::Always, Wish::Never}) {
        if (nameOf(wish) == name)
            return wish;
    }
    return Wish::AsUsual;
}

std::optional<Sound> soundNamed(const QString &name)
{
    for (const Sound sound : allSounds()) {
        if (name == QLatin1String(soundName(sound)))
            return sound;
    }
    return {};
}

void insertUnlessEmpty(QJsonObject &object, const QString &key, const QString &value)
{
    if (!value.isEmpty())
        object.insert(key, value);
}

QJsonObject toJson(const ContactAlerts &alerts)
{
    QJsonObject json;
    insertUnlessEmpty(json, QStringLiteral("online"), nameOf(alerts.comesOnline));
    insertUnlessEmpty(json, QStringLiteral("writes"), nameOf(alerts.writes));
    if (alerts.isSilent)
        json.insert(QStringLiteral("silent"), true);
    if (alerts.messageSound)
        json.insert(QStringLiteral("sound"), QLatin1String(soundName(*alerts.messageSound)));
    return json;
}

ContactAlerts contactFromJson(const QJsonObject &json)
{
    ContactAlerts alerts;
    alerts.comesOnline = wishNamed(json.value(QLatin1String("online")).toString());
    alerts.writes = wishNamed(json.value(QLatin1String("writes")).toString());
    alerts.isSilent = json.value(QLatin1String("silent")).toBool();
    alerts.messageSound = soundNamed(json.value(QLatin1String("sound")).toString());
    return alerts;
}

} // namespace

QString alertAccountKey(const Address &account, const QString &network)
{
    return account.key() + u'@' + network.toLower();
}

AlertWays defaultWays(AlertEvent event)
{
    const AlertWays all = AlertWay::Popup | AlertWay::Sound;
    switch (event) {
    case AlertEvent::Message:
    case AlertEvent::Nudge:
    case AlertEvent::Invitation:
        return all | AlertWay::Flash;
    case AlertEvent::ContactOnline:
    case AlertEvent::Mail:
    case AlertEvent::AddedMe:
        return all;
    case AlertEvent::ConnectionLost:
        return AlertWay::Popup;
    case AlertEvent::ContactOffline:
    case AlertEvent::StatusChanged:
        return {};
    }
    return {};
}

AlertSettings::AlertSettings(Msn::Settings &settings, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
{
    // Also what others write: the tray, the options and this object change the same values.
    connect(&m_settings, &Msn::Settings::changed, this, [this](const QString &name) {
        if (name.startsWith(QLatin1String("alerts.")))
            Q_EMIT changed();
        if (name == QLatin1String(Setting::alertsMuted.name))
            Q_EMIT mutedChanged(isMuted());
    });
}

AlertWays AlertSettings::ways(AlertEvent event) const
{
    const QJsonValue value = m_settings.json(waysKey).toObject().value(nameOf(event));
    if (!value.isDouble())
        return defaultWays(event);
    const AlertWays known = AlertWay::Popup | AlertWay::Sound | AlertWay::Flash;
    return AlertWays::fromInt(value.toInt()) & known;
}

void AlertSettings::setWays(AlertEvent event, AlertWays ways)
{
    QJsonObject all = m_settings.json(waysKey).toObject();
    if (ways == defaultWays(event))
        all.remove(nameOf(event));
    else
        all.insert(nameOf(event), ways.toInt());
    m_settings.setJson(waysKey, all);
}

AlertChoices AlertSettings::choicesFor(AlertEvent event) const
{
    return {ways(event), firstOnly(), quietWhenBusy(), quietInFullScreen()};
}

bool AlertSettings::firstOnly() const
{
    return m_settings.value(Setting::alertsFirstOnly);
}

void AlertSettings::setFirstOnly(bool only)
{
    m_settings.setValue(Setting::alertsFirstOnly, only);
}

bool AlertSettings::quietWhenBusy() const
{
    return m_settings.value(Setting::alertsQuietWhenBusy);
}

void AlertSettings::setQuietWhenBusy(bool quiet)
{
    m_settings.setValue(Setting::alertsQuietWhenBusy, quiet);
}

bool AlertSettings::quietInFullScreen() const
{
    return m_settings.value(Setting::alertsQuietInFullScreen);
}

void AlertSettings::setQuietInFullScreen(bool quiet)
{
    m_settings.setValue(Setting::alertsQuietInFullScreen, quiet);
}

bool AlertSettings::isMuted() const
{
    return m_settings.value(Setting::alertsMuted);
}

void AlertSettings::setMuted(bool muted)
{
    m_settings.setValue(Setting::alertsMuted, muted);
}

bool AlertSettings::prefersOwnToasts() const
{
    return m_settings.value(Setting::alertsOwnToasts);
}

void AlertSettings::setPrefersOwnToasts(bool own)
{
    m_settings.setValue(Setting::alertsOwnToasts, own);
}

bool AlertSettings::showsText() const
{
    return m_settings.value(Setting::alertsShowText);
}

void AlertSettings::setShowsText(bool shows)
{
    m_settings.setValue(Setting::alertsShowText, shows);
}

void AlertSettings::restoreDefaults()
{
    m_settings.setJson(waysKey, QJsonObject());
    setFirstOnly(Setting::alertsFirstOnly.fallback);
    setQuietWhenBusy(Setting::alertsQuietWhenBusy.fallback);
    setQuietInFullScreen(Setting::alertsQuietInFullScreen.fallback);
    setPrefersOwnToasts(Setting::alertsOwnToasts.fallback);
    setShowsText(Setting::alertsShowText.fallback);
    setMuted(Setting::alertsMuted.fallback);
}

ContactAlerts AlertSettings::contact(const QString &account, const Address &address) const
{
    const QJsonObject all = m_settings.json(contactsKey).toObject();
    return contactFromJson(all.value(account).toObject().value(address.key()).toObject());
}

void AlertSettings::setContact(const QString &account, const Address &address, const ContactAlerts &alerts)
{
    QJsonObject all = m_settings.json(contactsKey).toObject();
    QJsonObject people = all.value(account).toObject();
    if (alerts.isAsUsual())
        people.remove(address.key());
    else
        people.insert(address.key(), toJson(alerts));
    if (people.isEmpty())
        all.remove(account);
    else
        all.insert(account, people);
    m_settings.setJson(contactsKey, all);
}

} // namespace Ui
