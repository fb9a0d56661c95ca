#include "ui/options/reverselistdialog.h"

#include "core/account/account.h"
#include "core/roster/contactlist.h"
#include "core/roster/rostereditor.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/roomydelegate.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace Ui {

using namespace Msn;

namespace {

constexpr int personRole = Qt::UserRole;

} // namespace

ReverseListDialog::ReverseListDialog(Account &account, QWidget *parent)
    : QDialog(parent)
    , m_account(account)
    , m_bar(new MessageBar(this))
    , m_list(new QTreeWidget(this))
{
    setWindowTitle(tr("Who has added me"));
    setAttribute(Qt::WA_DeleteOnClose);
    build();
    const ContactList &contacts = account.contacts();
    connect(&contacts, &ContactList::reset, this, &ReverseListDialog::refresh);
    connect(&contacts, &ContactList::contactAdded, this, &ReverseListDialog::refresh);
    connect(&contacts, &ContactList::contactChanged, this, &ReverseListDialog::refresh);
    connect(&contacts, &ContactList::contactRemoved, this, &ReverseListDialog::refresh);
    connect(m_list, &QTreeWidget::itemSelectionChanged, this, &ReverseListDialog::handleSelection);
    refresh();
}

void ReverseListDialog::build()
{
    const Metrics metrics = Metrics::of(this);
    auto *text = new QLabel(tr("These people have you in their contacts."), this);
    text->setWordWrap(true);
    m_list->setAccessibleName(windowTitle());
    m_list->setProperty("field", true);
    m_list->setColumnCount(2);
    m_list->setHeaderHidden(true);
    m_list->setItemDelegate(new RoomyDelegate(m_list));
    m_list->setRootIsDecorated(false);
    m_list->setAllColumnsShowFocus(true);
    m_list->setUniformRowHeights(true);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    m_add = buttons->addButton(tr("&Add to my contacts"), QDialogButtonBox::ActionRole);
    m_block = buttons->addButton(tr("&Block"), QDialogButtonBox::ActionRole);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_add, &QPushButton::clicked, this, &ReverseListDialog::add);
    connect(m_block, &QPushButton::clicked, this, &ReverseListDialog::toggleBlock);
    auto *inner = new QVBoxLayout;
    inner->setContentsMargins(metrics.step(5), metrics.step(4), metrics.step(5), metrics.step(4));
    inner->setSpacing(metrics.step(3));
    inner->addWidget(text);
    inner->addWidget(m_list, 1);
    inner->addWidget(buttons);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins({});
    outer->setSpacing(0);
    outer->addWidget(m_bar);
    outer->addLayout(inner);
    resize(metrics.px(440), metrics.px(380));
}

void ReverseListDialog::refresh()
{
    const QTreeWidgetItem *current = m_list->currentItem();
    const QString before = current ? current->data(0, personRole).toString() : QString();
    m_list->clear();
    const QList<Contact> people = m_account.contacts().contacts();
    for (const Contact &person : people) {
        if (person.lists.testFlag(List::Reverse))
            addRow(person);
    }
    m_list->sortItems(0, Qt::AscendingOrder);
    for (int row = 0; row < m_list->topLevelItemCount(); ++row) {
        QTreeWidgetItem *item = m_list->topLevelItem(row);
        if (item->data(0, personRole).toString() == before)
            m_list->setCurrentItem(item);
    }
    handleSelection();
}

void ReverseListDialog::addRow(const Contact &person)
{
    const QString relation = relationTo(person);
    auto *item = new QTreeWidgetItem(m_list, {person.displayName(), relation});
    item->setData(0, personRole, person.address.toString());
    item->setToolTip(0, QStringLiteral("<p>%1</p>").arg(person.address.toString().toHtmlEscaped()));
    //: A person and what they are to us: Rosa: contact, blocked
    item->setData(0, Qt::AccessibleTextRole, tr("%1: %2").arg(person.displayName(), relation));
}

QString ReverseListDialog::relationTo(const Contact &person) const
{
    if (person.isOnForwardList())
        return person.isBlocked() ? tr("Contact, blocked") : tr("Contact");
    if (person.isBlocked())
        return tr("Blocked");
    return person.lists.testFlag(List::Allow) ? tr("Allowed") : tr("None");
}

void ReverseListDialog::handleSelection()
{
    const Contact *person = selected();
    m_add->setEnabled(person && !person->isOnForwardList());
    m_block->setEnabled(person);
    m_block->setText(person && person->isBlocked() ? tr("Un&block") : tr("&Block"));
}

const Contact *ReverseListDialog::selected() const
{
    const QList<QTreeWidgetItem *> items = m_list->selectedItems();
    if (items.isEmpty())
        return nullptr;
    return m_account.contacts().find(Address(items.constFirst()->data(0, personRole).toString()));
}

void ReverseListDialog::add()
{
    if (const Contact *person = selected())
        m_account.editor().addContact(
            person->address, {}, {this, [this](const Expected<std::monostate, Error> &added) {
                                      if (!added)
                                          m_bar->showError(ErrorText::describe(added.error()));
                                  }});
}

void ReverseListDialog::toggleBlock()
{
    const Contact *person = selected();
    if (!person)
        return;
    const Completion<std::monostate> done{this, [this](const Expected<std::monostate, Error> &result) {
                                              if (!result)
                                                  m_bar->showError(ErrorText::describe(result.error()));
                                          }};
    if (person->isBlocked())
        m_account.editor().unblock(person->address, done);
    else
        m_account.editor().block(person->address, done);
}

} // namespace Ui
