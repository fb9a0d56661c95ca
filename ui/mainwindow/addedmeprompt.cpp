#include "ui/mainwindow/addedmeprompt.h"

#include "core/account/account.h"
#include "ui/dialogs/addedmedialog.h"

namespace Ui {

AddedMePrompt::AddedMePrompt(Msn::Account &account, QWidget &window)
    : QObject(&window)
    , m_account(account)
    , m_window(window)
{
    connect(&account, &Msn::Account::addedByOther, this, &AddedMePrompt::prompt);
    const QList<Msn::Address> waiting = account.undecided();
    for (const Msn::Address &address : waiting)
        prompt(address);
}

AddedMePrompt::~AddedMePrompt() = default;

AddedMeDialog *AddedMePrompt::dialog() const
{
    return m_dialog;
}

void AddedMePrompt::prompt(const Msn::Address &address)
{
    if (!m_dialog) {
        m_dialog = new AddedMeDialog(m_account, &m_window);
        // Not in the way of what the person is doing.
        m_dialog->setModal(false);
        m_dialog->setAttribute(Qt::WA_ShowWithoutActivating);
    }
    m_dialog->addPerson(address);
    m_dialog->show();
}

} // namespace Ui
