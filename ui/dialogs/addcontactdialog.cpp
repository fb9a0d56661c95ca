#include "ui/dialogs/addcontactdialog.h"

#include "core/account/account.h"
#include "core/roster/rostereditor.h"
#include "ui/widgets/messagebar.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace Ui {

using namespace Msn;

namespace {

bool meansNoAccount(const Error &error)
{
    return error.code == ErrorCode::ServerRefused
        && (error.serverNumber == 201 || error.serverNumber == 205 || error.serverNumber == 208);
}

} // namespace

AddContactDialog::AddContactDialog(Account &account, QWidget *parent)
    : FormDialog(tr("Add a contact"), tr("&Add"), parent)
    , m_accounts{&account}
    , m_account(&account)
    , m_who(new QComboBox(this))
    , m_address(new QLineEdit(this))
    , m_group(new QComboBox(this))
{
    m_address->setPlaceholderText(tr("name@example.com"));
    m_address->setInputMethodHints(Qt::ImhEmailCharactersOnly | Qt::ImhNoAutoUppercase);
    m_who->addItem(account.address().toString());
    m_whoLabel = addField(tr("Add to the list &of"), m_who);
    addField(tr("&E-mail address"), m_address);
    addField(tr("&Group"), m_group);
    m_who->hide();
    m_whoLabel->hide();
    connect(m_who, &QComboBox::currentIndexChanged, this, &AddContactDialog::chooseAccount);
    chooseAccount();
    // Whose list it goes to is right as it is most of the time.
    m_address->setFocus();
    primaryButton()->setEnabled(false);
    connect(m_address, &QLineEdit::textChanged, this,
        [this](const QString &text) { primaryButton()->setEnabled(!text.trimmed().isEmpty()); });
}

void AddContactDialog::addAccount(Account &account)
{
    m_accounts.append(&account);
    m_who->addItem(account.address().toString());
    m_who->show();
    m_whoLabel->show();
    connect(&account, &QObject::destroyed, this, [this, gone = &account] {
        const qsizetype index = m_accounts.indexOf(gone);
        m_accounts.removeAt(index);
        m_who->removeItem(static_cast<int>(index));
    });
}

void AddContactDialog::chooseAccount()
{
    m_account = m_accounts.at(qMax(0, m_who->currentIndex()));
    m_group->clear();
    m_group->addItem(tr("No group"), QByteArray());
    const QList<Group> groups = m_account->contacts().groups();
    for (const Group &group : groups)
        m_group->addItem(group.name.singleLine(), group.id.bytes());
    m_group->setEnabled(m_group->count() > 1);
}

void AddContactDialog::setAddress(const Address &address)
{
    m_address->setText(address.toString());
}

void AddContactDialog::submit()
{
    const Address address(m_address->text().trimmed());
    if (!address.isValid()) {
        showError({tr("“%1” is not an e-mail address.").arg(address.toString()),
            tr("Write it as name@example.com."), {}});
        m_address->setFocus();
        return;
    }
    if (address == m_account->address() || isListed(address)) {
        showError(
            {address == m_account->address() ? tr("This is your own address.")
                                             : tr("%1 is in your list already.").arg(address.toString()),
                tr("Type somebody else's address."), {}});
        return;
    }
    setBusy(tr("Adding %1…").arg(address.toString()));
    m_account->editor().addContact(address, GroupId(m_group->currentData().toByteArray()),
        {this, [this](const Expected<std::monostate, Error> &added) {
             if (added)
                 accept();
             else
                 handleRefusal(added.error());
         }});
}

void AddContactDialog::handleRefusal(const Error &error)
{
    const Address address(m_address->text().trimmed());
    Error named = error;
    if (named.subject.isEmpty())
        named.subject = address.toString();
    if (named.serverNumber == 500) // it is the address that the server could not look up (errors.md, 500)
        showError({tr("The server could not look up %1.").arg(named.subject),
            tr("Check the spelling, or try again in a few minutes."), ErrorText::describe(named).details});
    else
        showFailure(named);
    m_address->setFocus();
    if (!meansNoAccount(error))
        return;
    QPushButton *invite = bar()->addButton(tr("&Invite by e-mail…"));
    connect(invite, &QPushButton::clicked, this, [this, address] {
        Q_EMIT emailInvitationWanted(m_account, address);
        reject();
    });
}

bool AddContactDialog::isListed(const Address &address) const
{
    const Contact *contact = m_account->contacts().find(address);
    return contact && contact->isOnForwardList();
}

} // namespace Ui
