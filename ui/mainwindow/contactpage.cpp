#include "ui/mainwindow/contactpage.h"

#include "core/storage/settings.h"
#include "ui/contacts/contactview.h"
#include "ui/icons/icons.h"
#include "ui/mainwindow/accountsection.h"
#include "ui/mainwindow/contactactions.h"
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
#include "ui/widgets/searchfield.h"

#include <QAction>
#include <QKeyEvent>
#include <QLineEdit>
#include <QScrollArea>
#include <QVBoxLayout>

#include <utility>

namespace Ui {

using namespace Msn;

ContactPage::ContactPage(Account &account, ContactAnnotations &annotations, const QString &networkName,
    Settings &settings, QWidget *parent)
    : QWidget(parent)
    , m_settings(settings)
    , m_me(new MeHeader(this))
    , m_bar(new UndoBar(this))
    , m_search(new QLineEdit(this))
    , m_inbox(new InboxLine(account, *m_bar, this))
{
    m_sections.append(new AccountSection(account, annotations, networkName, {settings, *m_bar}, this));
    m_current = m_sections.constFirst();
    build();
    connectMenu();
    connectMe();
    connectSection(*m_sections.constFirst());
    refreshSections();
}

/// While the page is still whole: its lists have things to say when they go.
ContactPage::~ContactPage()
{
    qDeleteAll(std::exchange(m_sections, {}));
}

void ContactPage::addAccount(Account &account, ContactAnnotations &annotations, const QString &networkName)
{
    auto *added = new AccountSection(account, annotations, networkName, {m_settings, *m_bar}, this);
    m_sections.append(added);
    m_list->insertWidget(m_list->count() - 1, added);
    connectSection(*added);
    added->search(m_search->text());
    refreshSections();
}

void ContactPage::removeAccount(const Account &account)
{
    AccountSection *gone = section(account);
    if (!gone || gone == m_sections.constFirst())
        return;
    m_sections.removeOne(gone);
    if (m_current == gone)
        setCurrent(m_sections.constFirst());
    m_bar->hide(); // what it offers to undo may have been this account's
    // It may be the one whose button brought us here, but its account will not wait.
    gone->hide();
    m_list->removeWidget(gone);
    delete gone;
    refreshSections();
}

AccountSection *ContactPage::section(const Account &account) const
{
    for (AccountSection *candidate : m_sections) {
        if (&candidate->account() == &account)
            return candidate;
    }
    return nullptr;
}

ContactView *ContactPage::view() const
{
    return m_current->view();
}

ContactActions *ContactPage::actions() const
{
    return m_current->actions();
}

ListArrangement *ContactPage::arrangement() const
{
    return m_current->arrangement();
}

void ContactPage::setUnread(const Account &account, const Address &address, int count)
{
    if (AccountSection *its = section(account))
        its->setUnread(address, count);
}

bool ContactPage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn) {
        for (AccountSection *section : m_sections) {
            if (watched == section->view())
                setCurrent(section);
        }
    }
    if (watched != m_search || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (key->key() == Qt::Key_Escape && !m_search->text().isEmpty()) {
        m_search->clear();
        view()->setFocus();
        return true;
    }
    if (key->key() == Qt::Key_Down) {
        enterLists();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void ContactPage::build()
{
    auto *bar = new HeaderMenuBar(this);
    const auto current = [this]() -> MainMenu::List {
        return {*m_current->actions(), *m_current->menus(), *m_current->view()};
    };
    m_menu = new MainMenu(*bar, current, *arrangement(), *this);

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
    column->addWidget(m_bar);
    column->addWidget(makeSearch());
    column->addWidget(makeList(), 1);
    column->addWidget(makeFooter());
    setTabOrder(m_search, view());
}

/// One account's list scrolls by itself; several are as tall as they need and scroll together.
QWidget *ContactPage::makeList()
{
    auto *content = new QWidget;
    m_list = new QVBoxLayout(content);
    m_list->setContentsMargins({});
    m_list->setSpacing(0);
    m_list->addWidget(m_sections.constFirst(), 1);
    m_list->addStretch();
    m_scroll = new QScrollArea(this);
    m_scroll->setWidget(content);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    return m_scroll;
}

QWidget *ContactPage::makeSearch()
{
    const Metrics metrics = Metrics::of(this);
    m_search->setPlaceholderText(tr("Find a contact"));
    m_search->setAccessibleName(tr("Find a contact"));
    makeSearchField(*m_search);
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
    add->setIcon(Icons::icon("plus", Tint::Accent));
    connect(add, &QPushButton::clicked, this, [this] { actions()->addContact(); });

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
    // Later: the menu that says so goes with the page.
    connect(m_menu, &MainMenu::signOutRequested, this, &ContactPage::signOutRequested, Qt::QueuedConnection);
    connect(m_menu, &MainMenu::closeRequested, this, &ContactPage::closeRequested);
    connect(m_menu, &MainMenu::quitRequested, this, &ContactPage::quitRequested);
    connect(m_menu, &MainMenu::networkLogRequested, this, &ContactPage::networkLogRequested);
    connect(m_menu, &MainMenu::historyRequested, this, [this] { Q_EMIT historyWanted(nullptr, {}); });
    connect(m_menu, &MainMenu::historyImportRequested, this, &ContactPage::historyImportRequested);
    connect(m_menu, &MainMenu::contactsSaveRequested, this, &ContactPage::contactsSaveRequested);
    connect(m_menu, &MainMenu::contactsRestoreRequested, this, &ContactPage::contactsRestoreRequested);
    connect(m_menu, &MainMenu::hostingRequested, this, &ContactPage::hostingRequested);
    connect(m_menu, &MainMenu::optionsRequested, this, &ContactPage::optionsRequested);
    connect(m_menu, &MainMenu::aboutRequested, this, &ContactPage::aboutRequested);
    connect(m_menu, &MainMenu::keysRequested, this, &ContactPage::keysRequested);
    connect(m_menu, &MainMenu::alwaysOnTopChosen, this, &ContactPage::alwaysOnTopChosen);
    connect(m_menu, &MainMenu::findRequested, this, &ContactPage::focusSearch);
    connect(m_menu, &MainMenu::renameSelfRequested, m_me->nameEdit(), &InPlaceEdit::edit);
    connect(m_menu, &MainMenu::inboxRequested, m_inbox, &InboxLine::openInbox);
    connect(m_menu, &MainMenu::anotherAccountRequested, this, &ContactPage::anotherAccountRequested);
    connect(m_menu->statusMenu(), &StatusMenu::statusChosen, this, &ContactPage::setStatusOfAll);
    m_menu->alwaysOnTop()->setChecked(m_settings.value(Setting::alwaysOnTop));
}

void ContactPage::connectMe()
{
    connect(m_me, &MeHeader::nameChosen, this, [this](const QString &name) { actions()->renameSelf(name); });
    connect(m_me, &MeHeader::statusChosen, this, &ContactPage::setStatusOfAll);
    connect(m_me, &MeHeader::signOutRequested, this, &ContactPage::signOutRequested, Qt::QueuedConnection);
    connect(m_search, &QLineEdit::textChanged, this, &ContactPage::search);
    connect(m_search, &QLineEdit::returnPressed, this, &ContactPage::openFirstFound);
    refreshMe();
}

void ContactPage::connectSection(AccountSection &section)
{
    AccountSection *its = &section;
    Account *account = &section.account();
    connect(its, &AccountSection::chatWanted, this,
        [this, account](const Address &address) { Q_EMIT chatWanted(account, address); });
    connect(its, &AccountSection::alertsWanted, this,
        [this, account](const Address &address) { Q_EMIT alertsWanted(account, address); });
    connect(its, &AccountSection::historyWanted, this,
        [this, account](const Address &address) { Q_EMIT historyWanted(account, address); });
    connect(its, &AccountSection::typed, m_search, [this](const QString &text) {
        m_search->setText(text);
        m_search->setFocus(Qt::OtherFocusReason);
        m_search->end(false);
    });
    connect(account, &Account::statusChanged, this, &ContactPage::refreshMe);
    connect(account, &Account::ownNameChanged, this, &ContactPage::refreshMe);
    connect(account, &Account::stateChanged, this, &ContactPage::refreshMe);
    section.view()->installEventFilter(this);
    connect(
        section.view(), &ContactView::leftAtEnd, this, [this, its](bool down) { stepSection(*its, down); });
    // Later: the button that says so goes with the section.
    connect(
        its, &AccountSection::signOutRequested, this,
        [this, account] { Q_EMIT accountSignOutRequested(account); }, Qt::QueuedConnection);
    connect(
        its, &AccountSection::closeRequested, this,
        [this, account] { Q_EMIT accountCloseRequested(account); }, Qt::QueuedConnection);
    connect(
        its, &AccountSection::signInAgainRequested, this,
        [this, account] { Q_EMIT signInAgainRequested(account); }, Qt::QueuedConnection);
    connect(section.view()->selectionModel(), &QItemSelectionModel::currentChanged, this,
        [this, its] { showCurrentRow(*its); });
}

void ContactPage::refreshSections()
{
    const bool areSeveral = m_sections.size() > 1;
    QList<QPointer<ContactActions>> all;
    for (const AccountSection *section : m_sections)
        all.append(section->actions());
    for (AccountSection *section : m_sections) {
        section->setShared(areSeveral);
        section->actions()->setAll(all);
    }
    m_list->setStretch(0, areSeveral ? 0 : 1);
    m_list->setStretch(m_list->count() - 1, areSeveral ? 1 : 0);
    m_me->setOthers(static_cast<int>(m_sections.size()) - 1);
}

/// A list among others cannot scroll to its row itself.
void ContactPage::showCurrentRow(AccountSection &section)
{
    if (m_sections.size() < 2)
        return;
    const ContactView *list = section.view();
    const QRect row = list->visualRect(list->currentIndex());
    const QPoint place = list->viewport()->mapTo(m_scroll->widget(), row.center());
    m_scroll->ensureVisible(0, place.y(), 0, row.height());
}

void ContactPage::setStatusOfAll(Status status)
{
    for (const AccountSection *section : m_sections) {
        if (section->account().state() == Account::State::SignedIn)
            section->account().setStatus(status);
    }
}

void ContactPage::setCurrent(AccountSection *section)
{
    if (m_current == section)
        return;
    m_current = section;
    // One row is selected, not one in each list.
    for (const AccountSection *other : std::as_const(m_sections)) {
        if (other != section)
            other->view()->clearSelection();
    }
    section->view()->selectCurrent();
    m_inbox->setAccount(section->account());
    refreshMe();
}

void ContactPage::stepSection(const AccountSection &from, bool down)
{
    const int step = down ? 1 : -1;
    qsizetype place = m_sections.indexOf(&from) + step;
    // Past those that are folded up or have nobody to show.
    while (m_sections.value(place) && !m_sections.at(place)->canBeEntered())
        place += step;
    if (const AccountSection *next = m_sections.value(place)) {
        next->view()->enterAtEnd(!down);
        next->view()->setFocus(down ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    }
}

void ContactPage::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void ContactPage::search(const QString &text)
{
    for (AccountSection *section : m_sections)
        section->search(text);
    selectFirst();
}

/// In the first account that has somebody to show, while people are searched.
AccountSection *ContactPage::selectFirst()
{
    for (AccountSection *section : std::as_const(m_sections)) {
        if (section->isFiltering() && section->canBeEntered() && section->view()->selectFirstContact())
            return section;
    }
    return nullptr;
}

/// From the field above them.
void ContactPage::enterLists()
{
    AccountSection *found = selectFirst();
    for (AccountSection *section : std::as_const(m_sections)) {
        if (!found && section->canBeEntered())
            found = section;
    }
    if (!found)
        return;
    if (!found->isFiltering() && !found->view()->selectFirstContact())
        found->view()->enterAtEnd(false);
    found->view()->setFocus(Qt::TabFocusReason);
}

void ContactPage::openFirstFound()
{
    if (AccountSection *found = selectFirst())
        found->chatWithCurrent();
}

void ContactPage::refreshMe()
{
    const Account &account = m_current->account();
    const bool isSignedIn = account.state() == Account::State::SignedIn;
    m_me->setAddress(account.address());
    m_me->setName(account.ownName());
    m_me->setStatus(account.status());
    m_me->setConnected(isSignedIn);
    m_menu->statusMenu()->setStatus(account.status());
    m_menu->statusMenu()->setEnabled(isSignedIn);
}

} // namespace Ui
