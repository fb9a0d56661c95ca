#include "ui/options/privacypage.h"

#include "core/account/account.h"
#include "core/roster/contactlist.h"
#include "core/roster/rostereditor.h"
#include "ui/options/privacylists.h"
#include "ui/options/reverselistdialog.h"
#include "ui/widgets/messagebar.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QPushButton>

namespace Ui {

using namespace Msn;

namespace {

QList<Address> onBothLists(const ContactList &contacts)
{
    QList<Address> people;
    const QList<Contact> all = contacts.contacts();
    for (const Contact &contact : all) {
        if (contact.hasPrivacyConflict())
            people.append(contact.address);
    }
    return people;
}

} // namespace

PrivacyPage::PrivacyPage(Account &account, QWidget *parent)
    : OptionsForm(parent)
    , m_account(account)
    , m_errors(new MessageBar(this))
    , m_conflicts(new MessageBar(this))
    , m_lists(new PrivacyLists(account.contacts(), this))
    , m_others(new QComboBox(this))
    , m_ask(new QCheckBox(tr("A&sk me when somebody adds me"), this))
{
    addControl(m_errors);
    addControl(m_conflicts);
    m_conflicts->setClosable(false);
    buildWho();
    buildAdded();
    connectControls();
    refresh();
}

void PrivacyPage::buildWho()
{
    addHint(tr("People who are allowed see when you are online and can write to you. People who are blocked "
               "see you as offline and cannot."));
    addGrowing(m_lists);
    m_others->addItem(tr("May see me and write to me"), static_cast<int>(DefaultPrivacy::AllowOthers));
    m_others->addItem(tr("Are blocked"), static_cast<int>(DefaultPrivacy::BlockOthers));
    addField(tr("People on n&either list"), m_others);
}

void PrivacyPage::buildAdded()
{
    addControl(m_ask);
    auto *view = new QPushButton(tr("&Who has added me…"), this);
    view->setAutoDefault(false);
    connect(view, &QPushButton::clicked, this, &PrivacyPage::openReverseList);
    auto *row = new QHBoxLayout;
    row->addWidget(view);
    row->addStretch();
    addRow(row);
}

void PrivacyPage::connectControls()
{
    connect(m_lists, &PrivacyLists::allowWanted, this, &PrivacyPage::allow);
    connect(m_lists, &PrivacyLists::blockWanted, this, &PrivacyPage::block);
    connect(m_lists, &PrivacyLists::forgetWanted, this, &PrivacyPage::forget);
    connect(m_others, &QComboBox::activated, this, [this] {
        m_account.editor().setDefaultPrivacy(
            static_cast<DefaultPrivacy>(m_others->currentData().toInt()), report({}));
    });
    connect(m_ask, &QCheckBox::clicked, this, [this](bool ask) {
        m_account.editor().setAddPrompt(ask ? AddPrompt::Ask : AddPrompt::DoNotAsk, report({}));
    });
    const ContactList &contacts = m_account.contacts();
    connect(&contacts, &ContactList::settingsChanged, this, &PrivacyPage::refresh);
    connect(&contacts, &ContactList::reset, this, &PrivacyPage::refresh);
    connect(&contacts, &ContactList::contactChanged, this, &PrivacyPage::showConflicts);
    connect(&contacts, &ContactList::contactRemoved, this, &PrivacyPage::showConflicts);
    connect(&m_account, &Account::stateChanged, this, &PrivacyPage::refresh);
}

/// As the server has it, whatever was asked for.
void PrivacyPage::refresh()
{
    const ContactList &contacts = m_account.contacts();
    m_others->setCurrentIndex(m_others->findData(static_cast<int>(contacts.defaultPrivacy())));
    m_ask->setChecked(contacts.addPrompt() == AddPrompt::Ask);
    showConflicts();
}

void PrivacyPage::showConflicts()
{
    const QList<Address> people = onBothLists(m_account.contacts());
    if (people.isEmpty()) {
        m_conflicts->hide();
        return;
    }
    const QString text = tr(
        "%n person(s) are on both lists. They count as blocked.", nullptr, static_cast<int>(people.size()));
    if (m_conflicts->isVisibleTo(this) && m_conflicts->text() == text)
        return;
    m_conflicts->showInformation(text);
    connect(m_conflicts->addButton(tr("&Repair")), &QPushButton::clicked, this, &PrivacyPage::repair);
}

void PrivacyPage::allow(const QList<Address> &people)
{
    for (const Address &person : people)
        m_account.editor().unblock(person, report(person.toString()));
}

void PrivacyPage::block(const QList<Address> &people)
{
    for (const Address &person : people)
        m_account.editor().block(person, report(person.toString()));
}

void PrivacyPage::forget(const QList<Address> &people)
{
    for (const Address &person : people)
        m_account.editor().forgetPrivacy(person, report(person.toString()));
}

/// Whoever counts as blocked stays so.
void PrivacyPage::repair()
{
    const QList<Address> people = onBothLists(m_account.contacts());
    for (const Address &person : people)
        m_account.editor().repairPrivacy(person, List::Block, report(person.toString()));
}

void PrivacyPage::openReverseList()
{
    (new ReverseListDialog(m_account, this))->open();
}

Completion<std::monostate> PrivacyPage::report(const QString &subject)
{
    return {this, [this, subject](const Expected<std::monostate, Error> &result) {
                if (!result) {
                    Error named = result.error();
                    if (named.subject.isEmpty())
                        named.subject = subject;
                    m_errors->showError(ErrorText::describe(named));
                }
                refresh();
            }};
}

} // namespace Ui
