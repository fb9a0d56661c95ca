#pragma once

#include <QObject>
#include <QPointer>

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
    using QObject::QObject;
    ~ImportWindow() override;

    /// Into \p store, the history of \p account. Both must outlive the window, see forget(). Brings it
    /// forward if it is open for this account.
    void show(Msn::Account &account, Msn::HistoryStore &store);
    /// Closes it if it is that of \p account. What was imported by then stays.
    void forget(const Msn::Account &account);

    Ui::ImportDialog *dialog() const;

private:
    QPointer<QObject> m_dialog;
    const Msn::Account *m_account = nullptr;
};

} // namespace App
