#pragma once

#include "app/desktop/busproperty.h"

#include <QDBusConnection>
#include <QObject>

namespace App {

class DesktopSettings;

/// The desktop's own switch against interruptions: Plasma's and dunst's through their notification
/// service, GNOME's through the settings portal. Others keep back what they are asked to show by
/// themselves, without telling.
class DoNotDisturb : public QObject
{
    Q_OBJECT

public:
    /// \p settings must outlive it.
    DoNotDisturb(const QDBusConnection &bus, const DesktopSettings &settings, QObject *parent = nullptr);

    bool isOn() const;

private:
    const DesktopSettings &m_settings;
    BusProperty m_plasma;
    BusProperty m_dunst;
};

} // namespace App
