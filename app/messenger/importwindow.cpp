#include "app/messenger/importwindow.h"

#include "app/messenger/session.h"
#include "core/account/account.h"
#include "core/history/import/emesene/emesenelog.h"
#include "core/roster/contactlist.h"
#include "core/storage/settings.h"
#include "ui/historyimport/importdialog.h"

#include <algorithm>

namespace App {

using namespace Msn;

namespace {

Ui::ImportSetup setupFor(const Session &session, ImportTargets &targets)
{
    Account &account = *session.account();
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
    setup.owners = targets.owners({account.address(), session.network()});
    setup.store = [&targets, owners = setup.owners](const QList<HistoryEntry> &entries, int owner,
                      Completion<int> done) { targets.import(owners.at(owner), entries, std::move(done)); };
    return setup;
}

} // namespace

ImportWindow::ImportWindow(
    const Sessions &sessions, Settings &settings, const ProfileDirectories &directories)
    : m_settings(settings)
    , m_targets(sessions, settings, directories)
{
}

ImportWindow::~ImportWindow() = default;

void ImportWindow::show(const Session &session)
{
    m_window.show(*session.account(), [&] {
        Ui::ImportSetup setup = setupFor(session, m_targets);
        setup.keptDays = m_settings.value(Setting::historyDays);
        auto *dialog = new Ui::ImportDialog(setup);
        connect(dialog, &QObject::destroyed, &m_targets, &ImportTargets::close);
        return dialog;
    });
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
