#pragma once

#include "app/messenger/accountwindow.h"
#include "core/base/error.h"

#include <QObject>
#include <QPointer>

class QWidget;

namespace Msn {
class Account;
class ContactAnnotations;
} // namespace Msn

namespace Ui {
class RestoreDialog;
} // namespace Ui

namespace App {

/// Saving a contact list and bringing one back, each window made when somebody asks for it.
class ListCopyWindows : public QObject
{
    Q_OBJECT

public:
    explicit ListCopyWindows(QObject *parent = nullptr);
    ~ListCopyWindows() override;

    /// Both must outlive the window, see forget(). \p directory: of the kept copies. Brings it forward if it
    /// is open for this account.
    void showRestore(Msn::Account &account, Msn::ContactAnnotations &annotations, const QString &directory);
    /// Asks for a file and writes the list into it, as it is then.
    void save(Msn::Account &account, const Msn::ContactAnnotations &annotations, QWidget &parent);
    /// Closes what is open for \p account.
    void forget(const Msn::Account &account);

    Ui::RestoreDialog *restoreDialog() const;

Q_SIGNALS:
    void saved(const QString &file);
    void failed(const Msn::Error &error);

private:
    AccountWindow<Ui::RestoreDialog> m_restore;
    QPointer<QObject> m_save;
};

} // namespace App
