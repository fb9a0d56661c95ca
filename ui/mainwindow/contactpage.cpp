#include "ui/mainwindow/contactpage.h"

#include "core/models/contactlistmodel.h"
#include "core/storage/contactannotations.h"
#include "core/storage/settings.h"
#include "ui/contacts/contactlistproxy.h"
#include "ui/contacts/contactview.h"
#include "ui/icons/icons.h"
#include "ui/mainwindow/addedmeprompt.h"
#include "ui/mainwindow/connectionbanner.h"
#include "ui/mainwindow/contactactions.h"
#include "ui/mainwindow/contactmenus.h"
#include "ui/mainwindow/inboxline.h"
#include "ui/mainwindow/listarrangement.h"
#include "ui/mainwindow/mainmenu.h"
#include "ui/mainwindow/meheader.h"
#include "ui/mainwindow/statusmenu.h"
#include "ui/mainwindow/undobar.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/headerground.h"
#include "ui/widgets/headermenubar.h"
#include "ui/widgets/inplaceedit.h"
#include "ui/widgets/linkbutton.h"

#include <QAction>
#include <QKeyEvent>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace Ui {

using namespace Msn;

ContactPage::ContactPage(Account &account, ContactAnnotations &annotations, const QString &networkName,
    Settings &settings, QWidget *parent)
    : QWidget(parent)
    , m_account(account)
    , m_settings(settings)
    , m_model(new ContactListModel(this))
    , m_proxy(new ContactListProxy(this))
    , m_me(new MeHeader(this))
    , m_connection(new ConnectionBanner(account, this))
    , m_bar(new UndoBar(this))
    , m_search(new QLineEdit(this))
    , m_view(new ContactView(this))
    , m_inbox(new InboxLine(account, *m_bar, this))
    , m_actions(new ContactActions(account, annotations, networkName, *m_bar, *this))
    , m_arrangement(new ListArrangement(settings, *m_model, *m_proxy, this))
{
    m_model->setContactList(&account.contacts(), &annotations);
    m_proxy->setSourceModel(m_model);
    m_view->setProxy(m_proxy);
    build();
    connectMenu();
    connectView();
    connectAccount();
    m_view->setCollapsedGroups(settings.value(Setting::collapsedGroups));
    new AddedMePrompt(account, *this);
}

ContactPage::~ContactPage() = default;

void ContactPage::setUnread(const Address &address, int count)
{
    m_model->setUnread(address, count);
}

bool ContactPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_search || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (key->key() == Qt::Key_Escape && !m_search->text().isEmpty()) {
        m_search->clear();
        m_view->setFocus();
        return true;
    }
    if (key->key() == Qt::Key_Down) {
        m_view->selectFirstContact();
        m_view->setFocus();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void ContactPage::build()
{
    auto *bar = new HeaderMenuBar(this);
    auto *menus = new ContactMenus(*m_actions, *m_view);
    m_menu = new MainMenu(*bar, {*m_actions, *menus, *m_view, *m_arrangement}, *this);

    auto *header = new HeaderGround(this);
    auto *headerColumn = new QVBoxLayout(header);
    headerColumn->setContentsMargins({});
    headerColumn->setSpacing(0);
    headerColumn->addWidget(bar);
    headerColumn->addWidget(m_me);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(header);
    column->addWidget(m_connection);
    column->addWidget(m_bar);
    column->addWidget(makeSearch());
    column->addWidget(m_view, 1);
    column->addWidget(makeFooter());
    setTabOrder(m_search, m_view);
}

QWidget *ContactPage::makeSearch()
{
    const Metrics metrics = Metrics::of(this);
    m_search->setPlaceholderText(tr("Find a contact"));
    m_search->setAccessibleName(tr("Find a contact"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(Icons::icon(QStringLiteral("search"), Tint::SecondInk), QLineEdit::LeadingPosition);
    m_search->installEventFilter(this);
    auto *holder = new QWidget(this);
    auto *row = new QHBoxLayout(holder);
    row->setContentsMargins(metrics.step(3), metrics.step(2), metrics.step(3), metrics.step(2));
    row->addWidget(m_search);
    return holder;
}

QWidget *ContactPage::makeFooter()
{
    const Metrics metrics = Metrics::of(this);
    auto *add = new LinkButton(tr("A&dd a contact"), this);
    add->setIcon(Icons::icon(QStringLiteral("plus"), Tint::Accent));
    connect(add, &QPushButton::clicked, m_actions, [this] { m_actions->addContact(); });

    auto *footer = new QFrame(this);
    auto *column = new QVBoxLayout(footer);
    column->setContentsMargins({});
    column->setSpacing(0);
    auto *line = new QFrame(footer);
    line->setFixedHeight(1);
    line->setAutoFillBackground(true);
    line->setBackgroundRole(QPalette::Mid);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(metrics.step(), metrics.step(), metrics.step(), metrics.step());
    row->addWidget(add);
    row->addStretch();
    row->addWidget(m_inbox);
    column->addWidget(line);
    column->addLayout(row);
    return footer;
}

void ContactPage::connectMenu()
{
    connect(m_menu, &MainMenu::signOutRequested, this, &ContactPage::signOutRequested);
    connect(m_menu, &MainMenu::closeRequested, this, &ContactPage::closeRequested);
    connect(m_menu, &MainMenu::quitRequested, this, &ContactPage::quitRequested);
    connect(m_menu, &MainMenu::networkLogRequested, this, &ContactPage::networkLogRequested);
    connect(m_menu, &MainMenu::optionsRequested, this, &ContactPage::optionsRequested);
    connect(m_menu, &MainMenu::aboutRequested, this, &ContactPage::aboutRequested);
    connect(m_menu, &MainMenu::keysRequested, this, &ContactPage::keysRequested);
    connect(m_menu, &MainMenu::alwaysOnTopChosen, this, &ContactPage::alwaysOnTopChosen);
    connect(m_menu, &MainMenu::findRequested, this, &ContactPage::focusSearch);
    connect(m_menu, &MainMenu::renameSelfRequested, m_me->nameEdit(), &InPlaceEdit::edit);
    connect(m_menu, &MainMenu::inboxRequested, m_inbox, &InboxLine::openInbox);
    connect(m_menu->statusMenu(), &StatusMenu::statusChosen, &m_account, &Account::setStatus);
    connect(m_arrangement, &ListArrangement::changed, this, &ContactPage::showEmptyText);
    m_menu->alwaysOnTop()->setChecked(m_settings.value(Setting::alwaysOnTop));
}

void ContactPage::connectView()
{
    connect(m_actions, &ContactActions::chatWanted, this, &ContactPage::chatWanted);
    connect(m_view, &ContactView::openRequested, m_actions, &ContactActions::chat);
    connect(m_view, &ContactView::removeRequested, this, &ContactPage::removeRow);
    connect(m_view, &ContactView::propertiesRequested, m_actions, [this](const QModelIndex &index) {
        if (index.data(AddressRole).isValid())
            m_actions->showProperties(Address(index.data(AddressRole).toString()));
    });
    connect(m_view, &ContactView::groupRenameWanted, m_actions,
        [this](const QByteArray &id, const QString &name) { m_actions->renameGroup(GroupId(id), name); });
    connect(m_view, &ContactView::nicknameWanted, m_actions, &ContactActions::setNickname);
    connect(m_view, &ContactView::dropped, m_actions, &ContactActions::drop);
    connect(m_view, &ContactView::typed, m_search, [this](const QString &text) {
        m_search->setText(text);
        m_search->setFocus(Qt::OtherFocusReason);
        m_search->end(false);
    });
    connect(m_view, &ContactView::collapsedGroupsChanged, this,
        [this] { m_settings.setValue(Setting::collapsedGroups, m_view->collapsedGroups()); });
    connect(m_search, &QLineEdit::textChanged, this, &ContactPage::search);
    connect(m_search, &QLineEdit::returnPressed, m_view, [this] {
        m_view->selectFirstContact();
        const QModelIndex found = m_view->currentIndex();
        if (found.isValid())
            m_actions->chat(Address(found.data(AddressRole).toString()));
    });
}

void ContactPage::connectAccount()
{
    connect(m_me, &MeHeader::nameChosen, m_actions, &ContactActions::renameSelf);
    connect(m_me, &MeHeader::statusChosen, &m_account, &Account::setStatus);
    connect(m_me, &MeHeader::signOutRequested, this, &ContactPage::signOutRequested);
    connect(&m_account, &Account::statusChanged, this, &ContactPage::refreshMe);
    connect(&m_account, &Account::ownNameChanged, this, &ContactPage::refreshMe);
    connect(&m_account, &Account::stateChanged, this, &ContactPage::refreshMe);
    connect(&m_account, &Account::shutdownAnnounced, m_bar, [this](int minutes) {
        m_bar->showInformation(tr("The server goes down for maintenance in %n minute(s).", nullptr, minutes));
    });
    connect(&m_account.contacts(), &ContactList::reset, this, &ContactPage::showEmptyText);
    connect(&m_account.contacts(), &ContactList::contactAdded, this, &ContactPage::showEmptyText);
    m_me->setAddress(m_account.address());
    refreshMe();
    showEmptyText();
}

void ContactPage::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void ContactPage::removeRow(const QModelIndex &index)
{
    if (index.data(RowTypeRole).toInt() == static_cast<int>(ContactListRow::Contact))
        m_actions->removeContact(Address(index.data(AddressRole).toString()));
    else if (index.data(GroupKindRole).toInt() == static_cast<int>(GroupKind::Server))
        m_actions->removeGroup(GroupId(index.data(GroupIdRole).toByteArray()));
}

void ContactPage::search(const QString &text)
{
    m_proxy->setFilterText(text);
    m_view->setSearching(m_proxy->isFiltering());
    if (m_proxy->isFiltering())
        m_view->selectFirstContact();
    showEmptyText();
}

void ContactPage::refreshMe()
{
    m_me->setName(m_account.ownName());
    m_me->setStatus(m_account.status());
    m_me->setConnected(m_account.state() == Account::State::SignedIn);
    m_menu->statusMenu()->setStatus(m_account.status());
    m_menu->statusMenu()->setEnabled(m_account.state() == Account::State::SignedIn);
}

void ContactPage::showEmptyText()
{
    const QList<Contact> contacts = m_account.contacts().contacts();
    const bool knowsSomebody = std::any_of(
        contacts.begin(), contacts.end(), [](const Contact &contact) { return contact.isOnForwardList(); });
    if (m_proxy->isFiltering())
        m_view->setEmptyText(tr("Nobody here is called “%1”.").arg(m_search->text().trimmed()));
    else if (knowsSomebody)
        m_view->setEmptyText(tr("Nobody is online. Who is offline is not shown."));
    else
        m_view->setEmptyText(tr("Nobody is in your list yet. Add a contact to begin."));
}

} // namespace Ui
