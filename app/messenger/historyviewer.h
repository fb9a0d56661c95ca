#pragma once

#include "core/base/address.h"

#include <QObject>

#include <functional>
#include <memory>

namespace Msn {
class Account;
class HistoryStore;
class Settings;
} // namespace Msn

namespace Ui {
struct HistoryArchive;
class HistoryWindow;
} // namespace Ui

namespace App {

class ChatWindows;
class Session;
class Sessions;

/// The window in which the histories of all accounts are read, made when it is first asked for.
class HistoryViewer : public QObject
{
    Q_OBJECT

public:
    /// What a person calls a network.
    using NetworkTitle = std::function<QString(const QString &network)>;

    /// All must outlive it.
    HistoryViewer(
        Sessions &sessions, ChatWindows &chats, const Msn::Settings &settings, NetworkTitle networkTitle);
    ~HistoryViewer() override;

    /// Brings it forward with what was said with \p address on \p account, with everybody where one of
    /// them is missing; only what has \p words unless they are empty.
    void show(const Msn::Account *account, const Msn::Address &address, const QString &words);
    /// Before \p store goes.
    void forget(const Msn::HistoryStore &store);

    /// Nullptr before the first show().
    Ui::HistoryWindow *window() const { return m_window.get(); }

private:
    Ui::HistoryArchive archiveOf(const Session &session) const;
    /// Of the accounts that are there now.
    void ensureWindow();

    Sessions &m_sessions;
    ChatWindows &m_chats;
    const Msn::Settings &m_settings;
    const NetworkTitle m_networkTitle;
    QList<const Msn::HistoryStore *> m_stores;
    std::unique_ptr<Ui::HistoryWindow> m_window;
};

} // namespace App
