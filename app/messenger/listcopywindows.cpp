#include "app/messenger/listcopywindows.h"

#include "core/account/account.h"
#include "core/listcopies/listcopies.h"
#include "ui/listcopies/restoredialog.h"

#include <QFileDialog>

namespace App {

using namespace Msn;

ListCopyWindows::ListCopyWindows(QObject *parent)
    : QObject(parent)
{
}

ListCopyWindows::~ListCopyWindows()
{
    delete m_save;
}

void ListCopyWindows::showRestore(Account &account, ContactAnnotations &annotations, const QString &directory)
{
    m_restore.show(
        account, [&] { return new Ui::RestoreDialog(account, annotations, ListCopies(directory)); });
}

void ListCopyWindows::save(Account &account, const ContactAnnotations &annotations, QWidget &parent)
{
    delete m_save;
    auto *dialog = new QFileDialog(&parent, tr("Save contact list"));
    m_save = dialog;
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    const QString own = tr("With groups, names and notes (*.json)");
    dialog->setNameFilters({own, tr("Addresses, for classic messengers (*.ctt)")});
    dialog->setDefaultSuffix(QStringLiteral("json"));
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog, own](const QString &filter) {
        dialog->setDefaultSuffix(filter == own ? QStringLiteral("json") : QStringLiteral("ctt"));
    });
    connect(dialog, &QFileDialog::fileSelected, &account,
        [this, from = &account, notes = &annotations](const QString &file) {
            const Outcome written = saveContactList(file, listedContacts(from->contacts(), *notes));
            if (written)
                Q_EMIT saved(file);
            else
                Q_EMIT failed(written.error());
        });
    dialog->open();
}

void ListCopyWindows::forget(const Account &account)
{
    m_restore.forget(account);
}

Ui::RestoreDialog *ListCopyWindows::restoreDialog() const
{
    return m_restore.window();
}

} // namespace App
