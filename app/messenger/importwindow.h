#pragma once

#include "app/messenger/accountwindow.h"
#include "app/messenger/importtargets.h"

#include <QObject>

namespace Msn {
class Account;
} // namespace Msn

namespace Ui {
class ImportDialog;
} // namespace Ui

namespace App {

class Session;

/// The import of message histories, made when somebody asks for it and gone when it is closed.
class ImportWindow : public QObject
{
    Q_OBJECT

public:
    /// \p sessions and \p settings must outlive it.
    ImportWindow(
        const Sessions &sessions, Msn::Settings &settings, const Msn::ProfileDirectories &directories);
    ~ImportWindow() override;

    /// Into the history of \p session, whose account is there until forget(); what was exported of
    /// several accounts goes into theirs. Brings it forward if it is open for this account.
    void show(const Session &session);
    /// Closes it if it is that of \p account. What was imported by then stays.
    void forget(const Msn::Account &account);

    Ui::ImportDialog *dialog() const;

private:
    Msn::Settings &m_settings;
    ImportTargets m_targets;
    AccountWindow<Ui::ImportDialog> m_window;
};

} // namespace App
