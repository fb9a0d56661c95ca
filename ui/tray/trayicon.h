#pragma once

#include "ui/tray/traystate.h"

#include <QIcon>
#include <QObject>

#include <functional>
#include <memory>

class QSystemTrayIcon;

namespace Ui {

class TrayMenu;

/// The icon in the tray: the mark with the status, a dot where something waits, grey while nobody
/// is signed in.
class TrayIcon : public QObject
{
    Q_OBJECT

public:
    explicit TrayIcon(std::function<QList<TrayPerson>()> people, QObject *parent = nullptr);
    ~TrayIcon() override;

    /// Only while there is a tray: made for one that is not there, Qt's icon never finds it.
    void setShown(bool shown);
    void setState(const TrayState &state);
    const TrayState &state() const { return m_state; }
    TrayMenu *menu() const { return m_menu.get(); }
    QString toolTip() const;

Q_SIGNALS:
    /// Clicked. Most desktops show the menu for the other button by themselves.
    void activated();

private:
    void refresh();

    TrayState m_state;
    std::unique_ptr<TrayMenu> m_menu;
    std::unique_ptr<QSystemTrayIcon> m_icon;
};

/// In every size that trays use.
QIcon trayPicture(const TrayState &state);

} // namespace Ui
