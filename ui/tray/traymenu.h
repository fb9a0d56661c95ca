#pragma once

#include "ui/tray/traystate.h"

#include <QMenu>

#include <functional>

namespace Ui {

class StatusMenu;

/// The menu of the tray icon.
class TrayMenu : public QMenu
{
    Q_OBJECT

public:
    /// More people than these are found in the contact list.
    static constexpr qsizetype mostPeople = 20;

    /// \p people: who is online, asked whenever the menu is about to be shown.
    explicit TrayMenu(std::function<QList<TrayPerson>()> people, QWidget *parent = nullptr);

    void setState(const TrayState &state);
    void setMuted(bool muted);

    StatusMenu *statusMenu() const { return m_status; }
    QMenu *sendMenu() const { return m_send; }
    QAction *muteAction() const { return m_mute; }

Q_SIGNALS:
    void openRequested();
    void statusChosen(Msn::Status status);
    void chatWanted(const Msn::Address &account, const Msn::Address &address);
    void muteChosen(bool muted);
    void signOutRequested();
    void exitRequested();

private:
    void fillSendMenu();

    const std::function<QList<TrayPerson>()> m_people;
    StatusMenu *m_status;
    QMenu *m_send;
    QAction *m_mute;
    QAction *m_signOut;
};

} // namespace Ui
