#include "ui/conversation/window/invitedialog.h"

#include "core/roster/contactlist.h"
#include "ui/icons/icons.h"
#include "ui/icons/statusicon.h"
#include "ui/text/statustext.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/searchfield.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace Ui {
namespace {

constexpr int addressRole = Qt::UserRole + 1;

bool contains(const QList<Msn::Participant> &people, const Msn::Address &address)
{
    return std::any_of(people.begin(), people.end(),
        [&address](const Msn::Participant &person) { return person.address == address; });
}

} // namespace

InviteDialog::InviteDialog(
    Msn::ContactList &contacts, const QList<Msn::Participant> &present, QWidget *parent)
    : QDialog(parent)
    , m_contacts(contacts)
    , m_present(present)
    , m_search(new QLineEdit(this))
    , m_list(new QListWidget(this))
{
    setWindowTitle(tr("Invite to this conversation"));
    const Metrics metrics = Metrics::of(this);
    auto *label = new QLabel(tr("&Who should join?"), this);
    label->setBuddy(m_search);
    label->setFont(metrics.nameFont());
    m_search->setObjectName(QStringLiteral("inviteSearch"));
    m_search->setPlaceholderText(tr("Find a contact"));
    makeSearchField(*m_search);
    m_list->setObjectName(QStringLiteral("inviteList"));
    m_list->setAccessibleName(tr("Contacts who are online"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setIconSize({metrics.statusMark(), metrics.statusMark()});
    m_list->setUniformItemSizes(true);
    m_list->viewport()->setBackgroundRole(QPalette::Window);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_invite = buttons->addButton(tr("Invite"), QDialogButtonBox::AcceptRole);
    m_invite->setObjectName(QStringLiteral("inviteButton"));
    m_invite->setDefault(true);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        const QList<Msn::Address> addresses = checked();
        accept();
        Q_EMIT chosen(addresses);
    });
    connect(m_search, &QLineEdit::textChanged, this, &InviteDialog::filter);
    connect(m_list, &QListWidget::itemChanged, this, &InviteDialog::updateButton);
    const auto toggle = [](QListWidgetItem *item) {
        item->setCheckState(item->checkState() == Qt::Checked ? Qt::Unchecked : Qt::Checked);
    };
    connect(m_list, &QListWidget::itemActivated, this, toggle);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics.step(4), metrics.step(4), metrics.step(4), metrics.step(3));
    layout->setSpacing(metrics.step(2));
    layout->addWidget(label);
    layout->addWidget(m_search);
    layout->addWidget(m_list, 1);
    layout->addWidget(buttons);
    resize(metrics.px(340), metrics.px(400));
    fill();
    updateButton();
}

void InviteDialog::fill()
{
    QList<Msn::Contact> candidates;
    const QList<Msn::Contact> contacts = m_contacts.contacts();
    std::copy_if(contacts.begin(), contacts.end(), std::back_inserter(candidates),
        [this](const Msn::Contact &contact) {
            return contact.isOnForwardList() && contact.isOnline() && !contact.isBlocked()
                && !contains(m_present, contact.address);
        });
    std::sort(candidates.begin(), candidates.end(), [](const Msn::Contact &a, const Msn::Contact &b) {
        return QString::localeAwareCompare(a.displayName(), b.displayName()) < 0;
    });
    for (const Msn::Contact &contact : std::as_const(candidates)) {
        auto *item = new QListWidgetItem(statusIcon(contact.status), contact.displayName(), m_list);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(Qt::Unchecked);
        item->setData(addressRole, contact.address.toString());
        item->setSizeHint({0, Metrics::of(this).rowHeight()});
        //: A contact in a list for a screen reader: name, status.
        item->setData(Qt::AccessibleTextRole,
            tr("%1, %2").arg(contact.displayName(), StatusText::name(contact.status)));
    }
    if (candidates.isEmpty()) {
        auto *nobody = new QListWidgetItem(tr("Nobody else of your contacts is online."), m_list);
        nobody->setFlags(Qt::NoItemFlags);
    }
}

void InviteDialog::filter(const QString &text)
{
    for (int row = 0; row < m_list->count(); ++row) {
        QListWidgetItem *item = m_list->item(row);
        const bool matches = item->text().contains(text.trimmed(), Qt::CaseInsensitive)
            || item->data(addressRole).toString().contains(text.trimmed(), Qt::CaseInsensitive);
        item->setHidden(!matches);
    }
}

QList<Msn::Address> InviteDialog::checked() const
{
    QList<Msn::Address> addresses;
    for (int row = 0; row < m_list->count(); ++row) {
        const QListWidgetItem *item = m_list->item(row);
        if (item->flags().testFlag(Qt::ItemIsUserCheckable) && item->checkState() == Qt::Checked)
            addresses.append(Msn::Address(item->data(addressRole).toString()));
    }
    return addresses;
}

void InviteDialog::updateButton()
{
    m_invite->setEnabled(!checked().isEmpty());
}

} // namespace Ui
