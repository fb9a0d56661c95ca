#pragma once

#include "core/base/address.h"
#include "ui/alerts/alertpolicy.h"

#include <QJsonObject>
#include <QObject>

namespace Msn {
class Settings;
} // namespace Msn

namespace Ui {

/// How an event is told while nobody has chosen otherwise: alerts for people who come online,
/// messages, mail and people who have added us; none for people who go or change their status.
/// Source: users-and-ux.md §4.3 "Toast".
AlertWays defaultWays(AlertEvent event);

/// What a person has chosen about alerts, in the settings. Every change is written and told at once.
class AlertSettings : public QObject
{
    Q_OBJECT

public:
    /// \p settings must outlive it.
    explicit AlertSettings(Msn::Settings &settings, QObject *parent = nullptr);

    AlertWays ways(AlertEvent event) const;
    void setWays(AlertEvent event, AlertWays ways);
    AlertChoices choicesFor(AlertEvent event) const;

    bool firstOnly() const;
    void setFirstOnly(bool only);
    bool quietWhenBusy() const;
    void setQuietWhenBusy(bool quiet);
    bool quietInFullScreen() const;
    void setQuietInFullScreen(bool quiet);
    bool isMuted() const;
    void setMuted(bool muted);
    /// Our own toasts although the desktop shows notifications.
    bool prefersOwnToasts() const;
    void setPrefersOwnToasts(bool own);
    /// Whether alerts show what was written; otherwise only who wrote.
    bool showsText() const;
    void setShowsText(bool shows);
    void restoreDefaults();

    /// \p account: which account's contact, see alertAccountKey().
    ContactAlerts contact(const QString &account, const Msn::Address &address) const;
    void setContact(const QString &account, const Msn::Address &address, const ContactAlerts &alerts);

Q_SIGNALS:
    void changed();
    void mutedChanged(bool muted);

private:
    Msn::Settings &m_settings;
};

/// Under which an account's exceptions are kept: `address@network` in lower case.
QString alertAccountKey(const Msn::Address &account, const QString &network);

} // namespace Ui
