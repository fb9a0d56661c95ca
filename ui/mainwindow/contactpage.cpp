#include "ui/mainwindow/contactpage.h"

#include "core/models/contactlistmodel.h"
#include "core/storage/settings.h"
#include "ui/contacts/contactlistproxy.h"
#include "ui/contacts/contactview.h"
#include "ui/icons/icons.h"
#include "ui/mainwindow/addedmeprompt.h"
#include "ui/mainwindow/connectionbanner.h"
#include "ui/mainwindow/contactactions.h"
#include "ui/mainwindow/contactmenus.h"
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
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace Ui {

using namespace Msn;

ContactPage::ContactPage(Account &account, const QString &networkName, Settings &settings, QWidget *parent)
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
    , m_mail(new QLabel(this))
    , m_actions(new ContactActions(account, networkName, *m_bar, *this))
{
    m_model->setContactList(&account.contacts());
    m_proxy->setSourceModel(m_model);
    m_view->setProxy(m_proxy);
    build();
    connectMenu();
    connectView();
    connectAccount();
    applySettings();
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
    m_menu = new MainMenu(*bar, *m_actions, *menus, *m_view, *this);

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
    m_mail->setForegroundRole(QPalette::PlaceholderText);

    auto *footer = new QFrame(this);
    auto *column = new QVBoxLayout(footer);
    column->setContentsMargins({});
    column->setSpacing(0);
    auto *line = new QFrame(footer);
    line->setFixedHeight(1);
    line->setAutoFillBackground(true);
    line->setBackgroundRole(QPalette::Mid);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(metrics.step(), metrics.step(), metrics.step(3), metrics.step());
    row->addWidget(add);
    row->addStretch();
    row->addWidget(m_mail);
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
    connect(m_menu, &MainMenu::findRequested, m_search, [this] {
        m_search->setFocus(Qt::ShortcutFocusReason);
        m_search->selectAll();
    });
    connect(m_menu, &MainMenu::renameSelfRequested, m_me->nameEdit(), &InPlaceEdit::edit);
    connect(m_menu->statusMenu(), &StatusMenu::statusChosen, &m_account, &Account::setStatus);
    connect(m_menu->sortByStatus(), &QAction::toggled, this, [this](bool byStatus) {
        m_settings.setValue(Setting::sortByStatus, byStatus);
        m_model->setGrouping(
            byStatus ? ContactListModel::Grouping::ByStatus : ContactListModel::Grouping::ByGroup);
    });
    connect(m_menu->showOffline(), &QAction::toggled, this, [this](bool show) {
        m_settings.setValue(Setting::showOffline, show);
        m_proxy->setShowOffline(show);
    });
}

void ContactPage::connectView()
{
    connect(m_actions, &ContactActions::chatWanted, this, &ContactPage::chatWanted);
    connect(m_view, &ContactView::openRequested, m_actions, &ContactActions::chat);
    connect(m_view, &ContactView::removeRequested, m_actions, [this](const QModelIndex &index) {
        if (index.data(RowTypeRole).toInt() == static_cast<int>(ContactListRow::Contact))
            m_actions->removeContact(Address(index.data(AddressRole).toString()));
        else if (index.data(GroupKindRole).toInt() == static_cast<int>(GroupKind::Server))
            m_actions->removeGroup(GroupId(index.data(GroupIdRole).toByteArray()));
    });
    connect(m_view, &ContactView::groupRenameWanted, m_actions,
        [this](const QByteArray &id, const QString &name) { m_actions->renameGroup(GroupId(id), name); });
    connect(m_view, &ContactView::dropped, m_actions,
        [this](const Address &address, const QByteArray &from, const QByteArray &to, bool copy) {
            if (copy)
                m_actions->copyToGroup(address, GroupId(to));
            else
                m_actions->moveToGroup(address, GroupId(from), GroupId(to));
        });
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
    connect(&m_account, &Account::mailCountChanged, this, &ContactPage::showMailCount);
    connect(&m_account, &Account::shutdownAnnounced, m_bar, [this](int minutes) {
        m_bar->showInformation(tr("The server goes down for maintenance in %n minute(s).", nullptr, minutes));
    });
    connect(&m_account.contacts(), &ContactList::reset, this, &ContactPage::showEmptyText);
    connect(&m_account.contacts(), &ContactList::contactAdded, this, &ContactPage::showEmptyText);
    m_me->setAddress(m_account.address());
    refreshMe();
    showMailCount(m_account.inboxUnread());
    showEmptyText();
}

void ContactPage::applySettings()
{
    m_view->setCollapsedGroups(m_settings.value(Setting::collapsedGroups));
    m_menu->showOffline()->setChecked(m_settings.value(Setting::showOffline));
    m_proxy->setShowOffline(m_menu->showOffline()->isChecked());
    (m_settings.value(Setting::sortByStatus) ? m_menu->sortByStatus() : m_menu->sortByGroup())
        ->setChecked(true);
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

void ContactPage::showMailCount(int count)
{
    m_mail->setVisible(count > 0);
    m_mail->setText(tr("%n new e-mail(s)", nullptr, count));
}

void ContactPage::showEmptyText()
{
    if (m_proxy->isFiltering())
        m_view->setEmptyText(tr("Nobody here is called “%1”.").arg(m_search->text().trimmed()));
    else
        m_view->setEmptyText(tr("Nobody is in your list yet. Add a contact to begin."));
}

} // namespace Ui
