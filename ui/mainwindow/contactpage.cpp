#include "ui/mainwindow/contactpage.h"

#include "core/account/accountpictures.h"
#include "core/storage/settings.h"
#include "ui/contacts/contactview.h"
#include "ui/icons/icons.h"
#include "ui/mainwindow/accountlists.h"
#include "ui/mainwindow/accountsection.h"
#include "ui/mainwindow/contactactions.h"
#include "ui/mainwindow/inboxline.h"
#include "ui/mainwindow/listarrangement.h"
#include "ui/mainwindow/mainmenu.h"
#include "ui/mainwindow/meheader.h"
#include "ui/mainwindow/statusmenu.h"
#include "ui/mainwindow/undobar.h"
#include "ui/pictures/picturebutton.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/headerground.h"
#include "ui/widgets/headermenubar.h"
#include "ui/widgets/inplaceedit.h"
#include "ui/widgets/linkbutton.h"
#include "ui/widgets/searchfield.h"

#include <QAction>
#include <QKeyEvent>
#include <QLineEdit>
#include <QVBoxLayout>

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
    , m_lists(new AccountLists(this))
{
    addSection(account, annotations, networkName);
    build();
    connectMenu();
    connectMe();
    connect(m_lists, &AccountLists::currentChanged, this, [this] {
        m_inbox->setAccount(m_lists->current()->account());
        refreshMe();
    });
}

/// While the page is still whole: its lists have things to say when they go.
ContactPage::~ContactPage()
{
    delete m_lists;
}

void ContactPage::addAccount(Account &account, ContactAnnotations &annotations, const QString &networkName)
{
    addSection(account, annotations, networkName)->search(m_search->text());
    refreshOthers();
}

AccountSection *ContactPage::addSection(
    Account &account, ContactAnnotations &annotations, const QString &networkName)
{
    auto *added = new AccountSection(account, annotations, networkName, {m_settings, *m_bar}, this);
    m_lists->add(added);
    connectSection(*added);
    return added;
}

void ContactPage::removeAccount(const Account &account)
{
    AccountSection *gone = section(account);
    if (!gone || gone == sections().constFirst())
        return;
    m_bar->hide(); // what it offers to undo may have been this account's
    m_lists->remove(gone);
    refreshOthers();
}

const QList<AccountSection *> &ContactPage::sections() const
{
    return m_lists->all();
}

AccountSection *ContactPage::section(const Account &account) const
{
    return m_lists->of(account);
}

AccountSection *ContactPage::current() const
{
    return m_lists->current();
}

ContactView *ContactPage::view() const
{
    return current()->view();
}

ContactActions *ContactPage::actions() const
{
    return current()->actions();
}

ListArrangement *ContactPage::arrangement() const
{
    return current()->arrangement();
}

void ContactPage::setUnread(const Account &account, const Address &address, int count)
{
    if (AccountSection *its = section(account))
        its->setUnread(address, count);
}

bool ContactPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_search || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (key->key() == Qt::Key_Escape && !m_search->text().isEmpty()) {
        m_search->clear();
        view()->setFocus();
        return true;
    }
    if (key->key() == Qt::Key_Down) {
        m_lists->enter();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void ContactPage::build()
{
    auto *bar = new HeaderMenuBar(this);
    const auto inUse = [this]() -> MainMenu::List { return {*actions(), *current()->menus(), *view()}; };
    m_menu = new MainMenu(*bar, inUse, *arrangement(), *this);

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
    column->addWidget(m_lists, 1);
    column->addWidget(makeFooter());
    setTabOrder(m_search, view());
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
    connect(m_menu, &MainMenu::pictureRequested, m_me->pictureButton(), &PictureButton::letChoose);
    connect(m_menu, &MainMenu::inboxRequested, m_inbox, &InboxLine::openInbox);
    connect(m_menu, &MainMenu::anotherAccountRequested, this, &ContactPage::anotherAccountRequested);
    connect(m_menu->statusMenu(), &StatusMenu::statusChosen, this, &ContactPage::setStatusOfAll);
    m_menu->alwaysOnTop()->setChecked(m_settings.value(Setting::alwaysOnTop));
}

void ContactPage::connectMe()
{
    connect(m_me, &MeHeader::nameChosen, this, [this](const QString &name) { actions()->renameSelf(name); });
    connect(m_me, &MeHeader::pictureChosen, this, &ContactPage::setOwnPicture);
    connect(m_me, &MeHeader::statusChosen, this, &ContactPage::setStatusOfAll);
    connect(m_me, &MeHeader::signOutRequested, this, &ContactPage::signOutRequested, Qt::QueuedConnection);
    connect(m_search, &QLineEdit::textChanged, m_lists, &AccountLists::search);
    connect(m_search, &QLineEdit::returnPressed, m_lists, &AccountLists::openFirstFound);
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
    connect(&account->pictures().own(), &OwnPicture::changed, this, &ContactPage::refreshMe);
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
}

void ContactPage::refreshOthers()
{
    m_me->setOthers(static_cast<int>(sections().size()) - 1);
}

void ContactPage::setStatusOfAll(Status status)
{
    for (const AccountSection *section : sections()) {
        if (section->account().state() == Account::State::SignedIn)
            section->account().setStatus(status);
    }
}

void ContactPage::setOwnPicture(const QByteArray &png)
{
    const Outcome kept = current()->account().pictures().own().choose(png);
    if (!kept)
        m_bar->showError(ErrorText::describe(kept.error()));
}

void ContactPage::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void ContactPage::refreshMe()
{
    const Account &account = current()->account();
    const bool isSignedIn = account.state() == Account::State::SignedIn;
    m_me->setAddress(account.address());
    m_me->setPicture(current()->account().pictures().own().data());
    m_me->setName(account.ownName());
    m_me->setStatus(account.status());
    m_me->setConnected(isSignedIn);
    m_menu->statusMenu()->setStatus(account.status());
    m_menu->statusMenu()->setEnabled(isSignedIn);
}

} // namespace Ui
