#pragma once

#include "app/messenger/accountwindow.h"

#include <QObject>

namespace Msn {
class Account;
class HistoryStore;
} // namespace Msn

namespace Ui {
class ImportDialog;
} // namespace Ui

namespace App {

/// The import of message histories, made when somebody asks for it and gone when it is closed.
class ImportWindow : public QObject
{
    Q_OBJECT

public:
    explicit ImportWindow(QObject *parent = nullptr);
    ~ImportWindow() override;

    /// Into \p store, the history of \p account. Both must outlive the window, see forget(). Brings it
    /// forward if it is open for this account.
    void show(Msn::Account &account, Msn::HistoryStore &store);
    /// Closes it if it is that of \p account. What was imported by then stays.
    void forget(const Msn::Account &account);

    Ui::ImportDialog *dialog() const;

private:
    AccountWindow<Ui::ImportDialog> m_window;
};

} // namespace App
