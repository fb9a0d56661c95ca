#pragma once

#include "app/messenger/closedhistories.h"
#include "core/base/address.h"

#include <QObject>

#include <memory>

namespace Msn {
class Account;
class HistoryStore;
class Settings;
} // namespace Msn

namespace Ui {
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
    using NetworkTitle = ClosedHistories::NetworkTitle;

    /// The references must outlive it.
    HistoryViewer(Sessions &sessions, ChatWindows &chats, Msn::Settings &settings,
        const Msn::ProfileDirectories &directories, const NetworkTitle &networkTitle);
    ~HistoryViewer() override;

    /// Something is kept of an account that is remembered.
    bool hasAny() const { return m_closed.isThere(); }
    /// Brings it forward with what was said with \p address on \p account, with everybody where one of
    /// them is missing; only what has \p words unless they are empty.
    void show(const Msn::Account *account, const Msn::Address &address, const QString &words);
    /// Before \p store goes.
    void forget(const Msn::HistoryStore &store);

    /// Nullptr before the first show().
    Ui::HistoryWindow *window() const { return m_window.get(); }

private:
    Ui::HistoryArchive archiveOf(const Session &session) const;
    QList<Ui::HistoryArchive> archives();
    /// Of the accounts that are there now, and of those that are remembered.
    void ensureWindow();

    Sessions &m_sessions;
    ChatWindows &m_chats;
    const Msn::Settings &m_settings;
    const NetworkTitle m_networkTitle;
    ClosedHistories m_closed;
    QList<const Msn::HistoryStore *> m_stores;
    std::unique_ptr<Ui::HistoryWindow> m_window;
};

} // namespace App
