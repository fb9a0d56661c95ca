#include "ui/dialogs/groupnamedialog.h"

#include "core/account/account.h"
#include "core/roster/rostereditor.h"

#include <QLineEdit>
#include <QPushButton>

namespace Ui {

using namespace Msn;

GroupNameDialog::GroupNameDialog(Account &account, QWidget *parent)
    : FormDialog(tr("New group"), tr("&Make the group"), parent)
    , m_account(account)
    , m_name(new QLineEdit(this))
{
    addField(tr("&Name"), m_name);
    primaryButton()->setEnabled(false);
    connect(m_name, &QLineEdit::textChanged, this,
        [this](const QString &text) { primaryButton()->setEnabled(!text.trimmed().isEmpty()); });
}

void GroupNameDialog::submit()
{
    const FriendlyName name(m_name->text().trimmed());
    setBusy(tr("Making the group…"));
    m_account.editor().addGroup(name, {this, [this, name](const Expected<GroupId, Error> &made) {
                                           if (made) {
                                               Q_EMIT groupMade(made.value().bytes());
                                               accept();
                                               return;
                                           }
                                           Error named = made.error();
                                           if (named.subject.isEmpty())
                                               named.subject = name.singleLine();
                                           showFailure(named);
                                           m_name->setFocus();
                                       }});
}

} // namespace Ui
