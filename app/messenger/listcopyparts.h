#pragma once

#include "app/messenger/listcopykeeper.h"
#include "app/messenger/listcopywindows.h"
#include "core/storage/profiledirectories.h"

#include <functional>

namespace Ui {
class MainWindow;
} // namespace Ui

namespace App {

class Session;

/// The copies of contact lists and what the main window's menu does with them.
class ListCopyParts : public QObject
{
    Q_OBJECT

public:
    /// \p inUse: of the list that is used now; nullptr while there is none. \p window must outlive it.
    ListCopyParts(const Msn::ProfileDirectories &directories, Ui::MainWindow &window,
        std::function<const Session *()> inUse, QObject *parent = nullptr);

    /// Keeps copies of its list from now on.
    void follow(const Session &session);
    /// \p account goes: closes what is open for it.
    void forget(const Msn::Account &account) { m_windows.forget(account); }

private:
    void save();
    void restore();
    void showSaved(const QString &file);
    void showError(const Msn::Error &error);
    QString directoryOf(const Session &session) const;

    const Msn::ProfileDirectories m_directories;
    Ui::MainWindow &m_window;
    const std::function<const Session *()> m_inUse;
    ListCopyKeeper m_keeper;
    ListCopyWindows m_windows;
};

} // namespace App
