#pragma once

#include <QDBusConnection>
#include <QObject>

#include <functional>
#include <memory>

namespace App {

class BusProperty;

/// Whether somebody shows tray icons: a StatusNotifier host on the bus, or an XEmbed tray. A window
/// must never hide in a tray that is not there.
class TrayWatch : public QObject
{
    Q_OBJECT

public:
    /// \p hasX11Tray is asked when it matters: X11 tells nobody.
    TrayWatch(const QDBusConnection &bus, std::function<bool()> hasX11Tray, QObject *parent = nullptr);
    ~TrayWatch() override;

    bool isThere() const;

Q_SIGNALS:
    void changed(bool isThere);

private Q_SLOTS:
    void handleHosts();

private:
    void refresh();

    const std::function<bool()> m_hasX11Tray;
    std::unique_ptr<BusProperty> m_host;
    bool m_wasThere = false;
};

} // namespace App
