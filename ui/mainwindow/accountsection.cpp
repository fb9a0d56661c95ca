#include "ui/mainwindow/accountsection.h"

#include "core/models/contactlistmodel.h"
#include "core/storage/contactannotations.h"
#include "core/storage/settings.h"
#include "ui/contacts/contactlistproxy.h"
#include "ui/contacts/contactview.h"
#include "ui/mainwindow/accounthead.h"
#include "ui/mainwindow/addedmeprompt.h"
#include "ui/mainwindow/connectionbanner.h"
#include "ui/mainwindow/contactactions.h"
#include "ui/mainwindow/contactmenus.h"
#include "ui/mainwindow/folding.h"
#include "ui/mainwindow/listarrangement.h"
#include "ui/mainwindow/servernews.h"
#include "ui/mainwindow/undobar.h"
#include "ui/pictures/picturebook.h"

#include <QVBoxLayout>

#include <algorithm>

namespace Ui {

using namespace Msn;

AccountSection::AccountSection(Account &account, ContactAnnotations &annotations, const QString &networkName,
    const Shared &shared, QWidget *parent)
    : QWidget(parent)
    , m_account(account)
    , m_owner(account.address().toString() + u'/' + networkName)
    , m_shared(shared)
    , m_model(new ContactListModel(this))
    , m_proxy(new ContactListProxy(this))
    , m_head(new AccountHead(account, networkName, this))
    , m_banner(new ConnectionBanner(account, this))
    , m_view(new ContactView(this))
    , m_actions(new ContactActions(account, annotations, networkName, shared.bar, *this))
    , m_menus(new ContactMenus(*m_actions, *m_view))
    , m_arrangement(new ListArrangement(shared.settings, *m_model, *m_proxy, this))
{
    m_model->setContactList(&account.contacts(), &annotations);
    m_view->setPictures(new PictureBook(account.pictures(), this));
    m_proxy->setSourceModel(m_model);
    m_view->setProxy(m_proxy);
    build();
    connectView();
    connectAccount();
    m_view->setCollapsedGroups(Folding::of(shared.settings.value(Setting::collapsedGroups), m_owner));
    new AddedMePrompt(account, *this);
}

AccountSection::~AccountSection() = default;

void AccountSection::setShared(bool shared)
{
    m_head->setVisible(shared);
    m_view->setFitsContents(shared);
    m_view->setAccessibleName(
        shared ? tr("Contacts of %1").arg(m_account.address().toString()) : tr("Contacts"));
}

void AccountSection::setUnread(const Address &address, int count)
{
    m_model->setUnread(address, count);
}

void AccountSection::search(const QString &text)
{
    m_searched = text;
    m_proxy->setFilterText(text);
    m_view->setSearching(m_proxy->isFiltering());
    showEmptyText();
}

bool AccountSection::isFiltering() const
{
    return m_proxy->isFiltering();
}

bool AccountSection::canBeEntered() const
{
    return m_view->isVisibleTo(this) && m_proxy->rowCount() > 0;
}

bool AccountSection::chatWithCurrent()
{
    const Address address(m_view->currentIndex().data(AddressRole).toString());
    if (!address.isEmpty())
        m_actions->chat(address);
    return !address.isEmpty();
}

void AccountSection::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(m_head);
    column->addWidget(m_banner);
    column->addWidget(m_view, 1);
    m_head->hide();
    connect(m_head, &AccountHead::foldToggled, m_view, [this](bool folded) { m_view->setVisible(!folded); });
    connect(m_head, &AccountHead::signOutRequested, this, &AccountSection::signOutRequested);
    connect(m_banner, &ConnectionBanner::signInAgainRequested, this, &AccountSection::signInAgainRequested);
    connect(m_banner, &ConnectionBanner::closeRequested, this, &AccountSection::closeRequested);
}

void AccountSection::connectView()
{
    connect(m_actions, &ContactActions::chatWanted, this, &AccountSection::chatWanted);
    connect(m_actions, &ContactActions::alertsWanted, this, &AccountSection::alertsWanted);
    connect(m_actions, &ContactActions::historyWanted, this, &AccountSection::historyWanted);
    connect(m_view, &ContactView::openRequested, m_actions, &ContactActions::chat);
    connect(m_view, &ContactView::removeRequested, this, &AccountSection::removeRow);
    connect(m_view, &ContactView::propertiesRequested, m_actions, [this](const QModelIndex &index) {
        if (index.data(AddressRole).isValid())
            m_actions->showProperties(Address(index.data(AddressRole).toString()));
    });
    connect(m_view, &ContactView::groupRenameWanted, m_actions,
        [this](const QByteArray &id, const QString &name) { m_actions->renameGroup(GroupId(id), name); });
    connect(m_view, &ContactView::nicknameWanted, m_actions, &ContactActions::setNickname);
    connect(m_view, &ContactView::dropped, m_actions, &ContactActions::drop);
    connect(m_view, &ContactView::typed, this, &AccountSection::typed);
    connect(m_view, &ContactView::collapsedGroupsChanged, this, &AccountSection::keepFolding);
    connect(m_arrangement, &ListArrangement::changed, this, &AccountSection::showEmptyText);
}

void AccountSection::connectAccount()
{
    new ServerNews(m_account, m_shared.bar, this);
    connect(&m_account.contacts(), &ContactList::reset, this, &AccountSection::showEmptyText);
    connect(&m_account.contacts(), &ContactList::contactAdded, this, &AccountSection::showEmptyText);
    showEmptyText();
}

void AccountSection::keepFolding()
{
    const QStringList kept = m_shared.settings.value(Setting::collapsedGroups);
    m_shared.settings.setValue(
        Setting::collapsedGroups, Folding::with(kept, m_owner, m_view->collapsedGroups()));
}

void AccountSection::removeRow(const QModelIndex &index)
{
    if (index.data(RowTypeRole).toInt() == static_cast<int>(ContactListRow::Contact))
        m_actions->removeContact(Address(index.data(AddressRole).toString()));
    else if (index.data(GroupKindRole).toInt() == static_cast<int>(GroupKind::Server))
        m_actions->removeGroup(GroupId(index.data(GroupIdRole).toByteArray()));
}

void AccountSection::showEmptyText()
{
    const QList<Contact> contacts = m_account.contacts().contacts();
    const bool knowsSomebody = std::any_of(
        contacts.begin(), contacts.end(), [](const Contact &contact) { return contact.isOnForwardList(); });
    if (m_proxy->isFiltering())
        m_view->setEmptyText(tr("Nobody here is called “%1”.").arg(m_searched.trimmed()));
    else if (knowsSomebody)
        m_view->setEmptyText(tr("Nobody is online. Who is offline is not shown."));
    else
        m_view->setEmptyText(tr("Nobody is in your list yet. Add a contact to begin."));
}

} // namespace Ui
