#include "app/messenger/importwindow.h"

#include "core/account/account.h"
#include "core/history/historystore.h"
#include "core/history/import/emesene/emesenelog.h"
#include "core/roster/contactlist.h"
#include "ui/historyimport/importdialog.h"

#include <algorithm>

namespace App {

using namespace Msn;

namespace {

Ui::ImportSetup setupFor(Account &account, HistoryStore &store)
{
    Ui::ImportSetup setup;
    setup.formats = textLogFormats();
    setup.formats.append(emeseneLogFormat());
    setup.account = account.address();
    if (!account.ownName().isEmpty())
        setup.ownNames = {account.ownName().text()};
    const QList<Contact> contacts = account.contacts().contacts();
    for (const Contact &contact : contacts)
        setup.people.append(contact.address);
    std::sort(setup.people.begin(), setup.people.end());
    setup.store = [&store](const QList<HistoryEntry> &entries, Completion<int> done) {
        store.import(entries, std::move(done));
    };
    return setup;
}

} // namespace

ImportWindow::ImportWindow(QObject *parent)
    : QObject(parent)
{
}

ImportWindow::~ImportWindow() = default;

void ImportWindow::show(Account &account, HistoryStore &store)
{
    m_window.show(account, [&] { return new Ui::ImportDialog(setupFor(account, store)); });
}

void ImportWindow::forget(const Account &account)
{
    m_window.forget(account);
}

Ui::ImportDialog *ImportWindow::dialog() const
{
    return m_window.window();
}

} // namespace App
