#include "ui/options/accountspage.h"

#include "core/storage/forgetaccount.h"
#include "core/storage/networkcatalog.h"
#include "core/storage/secretstore.h"
#include "core/storage/settings.h"
#include "ui/icons/icons.h"
#include "ui/icons/statusicon.h"
#include "ui/options/accountdelegate.h"
#include "ui/text/networktext.h"
#include "ui/text/statustext.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/linkbutton.h"
#include "ui/widgets/messagebar.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace Ui {

using Msn::Address;
using Msn::SavedAccount;
using Msn::Status;

namespace {

enum ItemRole { AddressRole = Qt::UserRole, NetworkRole };

const QString accountsKey = QStringLiteral("accounts");

} // namespace

AccountsPage::AccountsPage(const AccountsPageParts &parts, QWidget *parent)
    : OptionsForm(parent)
    , m_parts(parts)
    , m_accounts(parts.settings)
    , m_bar(new MessageBar(this))
    , m_empty(nullptr)
    , m_list(new QListWidget(this))
    , m_signIn(new QPushButton(tr("&Sign in"), this))
    , m_forget(new LinkButton(tr("&Forget…"), this))
    , m_details(new QWidget(this))
    , m_automatically(new QCheckBox(tr("Sign in a&utomatically when Swallowtail starts"), this))
    , m_status(new QComboBox(m_details))
    , m_password(new QLabel(this))
    , m_removePassword(new LinkButton(tr("&Remove the password"), this))
{
    build();
    connect(&parts.settings, &Msn::Settings::changed, this, [this](const QString &name) {
        if (name == accountsKey)
            refill();
    });
    connect(m_list, &QListWidget::currentRowChanged, this, [this] {
        m_bar->hide();
        refresh();
    });
    connect(m_list, &QListWidget::itemActivated, this, &AccountsPage::signIn);
    refill();
}

void AccountsPage::select(const Address &address, const QString &network)
{
    for (int i = 0; i < m_list->count(); ++i) {
        const QListWidgetItem *item = m_list->item(i);
        if (Address(item->data(AddressRole).toString()) == address
            && item->data(NetworkRole).toString() == network)
            m_list->setCurrentRow(i);
    }
}

void AccountsPage::build()
{
    const Metrics metrics = Metrics::of(this);
    m_list->setAccessibleName(tr("Saved accounts"));
    m_list->setProperty("field", true);
    m_list->setItemDelegate(new AccountDelegate(m_list));
    m_list->setIconSize({metrics.icon(), metrics.icon()});
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    // As tall as the accounts in it, up to a point.
    m_list->setSizeAdjustPolicy(QAbstractScrollArea::AdjustToContents);
    m_list->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
    m_list->setMinimumHeight(metrics.px(60));
    m_list->setMaximumHeight(metrics.px(190));
    m_signIn->setAutoDefault(false);
    addControl(m_bar);
    m_empty = addHint(tr("No account is remembered on this computer. Tick “Remember me” when you sign in."));
    addControl(m_list);
    addRow(makeButtons());
    addControl(m_details);
    buildDetails();
}

void AccountsPage::buildDetails()
{
    const Metrics metrics = Metrics::of(this);
    const QList<Status> statuses = StatusText::choosable();
    for (const Status status : statuses)
        m_status->addItem(statusIcon(status), StatusText::name(status), QVariant::fromValue(status));
    m_status->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_password->setWordWrap(true);
    m_password->setForegroundRole(QPalette::PlaceholderText);
    m_removePassword->setIcon(Icons::icon("key", Tint::Accent));
    auto *column = new QVBoxLayout(m_details);
    column->setContentsMargins(0, metrics.step(2), 0, 0);
    column->setSpacing(metrics.step());
    column->addWidget(m_automatically);
    column->addSpacing(metrics.step());
    column->addLayout(labelled(tr("S&how me as"), m_status));
    column->addSpacing(metrics.step(2));
    column->addWidget(m_password);
    column->addLayout(LinkButton::makeRow({m_removePassword}, this));
    connect(m_automatically, &QCheckBox::toggled, this,
        [this](bool on) { change([on](SavedAccount &account) { account.signInAutomatically = on; }); });
    connect(m_status, &QComboBox::currentIndexChanged, this, [this] {
        const auto status = m_status->currentData().value<Status>();
        change([status](SavedAccount &account) { account.initialStatus = status; });
    });
    connect(m_removePassword, &QPushButton::clicked, this, &AccountsPage::removePassword);
}

QLayout *AccountsPage::makeButtons()
{
    auto *add = new LinkButton(tr("&Add an account…"), this);
    add->setIcon(Icons::icon("plus", Tint::Accent));
    m_forget->setIcon(Icons::icon("close", Tint::Accent));
    auto *row = new FlowLayout(Metrics::of(this).step());
    row->addWidget(m_signIn);
    row->addWidget(add);
    row->addWidget(m_forget);
    connect(m_signIn, &QPushButton::clicked, this, &AccountsPage::signIn);
    connect(add, &QPushButton::clicked, this, &AccountsPage::addRequested);
    connect(m_forget, &QPushButton::clicked, this, &AccountsPage::confirmForget);
    return row;
}

void AccountsPage::refill()
{
    const SavedAccount chosen = current();
    {
        const QSignalBlocker blocker(m_list);
        m_list->clear();
        const QList<SavedAccount> accounts = m_accounts.all();
        for (const SavedAccount &account : accounts) {
            //: Two lines of a list: an address, and the network it belongs to.
            const QString text = tr("%1\n%2").arg(account.address.toString(), networkName(account.network));
            auto *item = new QListWidgetItem(Icons::icon("person", Tint::SecondInk), text, m_list);
            item->setData(AddressRole, account.address.toString());
            item->setData(NetworkRole, account.network);
        }
        m_list->setCurrentRow(0);
        select(chosen.address, chosen.network);
    }
    refresh();
}

void AccountsPage::refresh()
{
    m_isRefreshing = true;
    const SavedAccount account = current();
    const bool isChosen = !account.address.isEmpty();
    m_list->setVisible(m_list->count() > 0);
    m_empty->setVisible(m_list->count() == 0);
    m_details->setVisible(isChosen);
    m_signIn->setVisible(isChosen);
    m_forget->setVisible(isChosen);
    m_automatically->setEnabled(account.passwordSaved);
    m_automatically->setChecked(account.signInAutomatically);
    m_status->setCurrentIndex(std::max(0, m_status->findData(QVariant::fromValue(account.initialStatus))));
    m_removePassword->setVisible(account.passwordSaved);
    m_password->setText(account.passwordSaved
            ? tr("The password is in the keychain of this desktop.")
            : tr(
                "The password is not kept, so it has to be typed each time. Tick “Remember my password” when "
                "you sign in to keep it in the keychain."));
    m_isRefreshing = false;
}

/// Keeps the order of the list: it says which account was used last.
void AccountsPage::change(const std::function<void(SavedAccount &)> &how)
{
    SavedAccount account = current();
    if (m_isRefreshing || account.address.isEmpty())
        return;
    how(account);
    m_accounts.update(account);
}

void AccountsPage::removePassword()
{
    const SavedAccount account = current();
    m_parts.secrets.remove(Msn::passwordKey(account.address, account.network),
        {this, [this](const Msn::Expected<std::monostate, Msn::Error> &removed) {
             if (!removed)
                 m_bar->showError({tr("The keychain did not answer, so the password may still be in it."),
                     tr("Open the keychain of your desktop and remove it there."), removed.error().detail});
         }});
    change([](SavedAccount &changed) {
        changed.passwordSaved = false;
        changed.signInAutomatically = false;
    });
}

/// In the bar, where it can be thought over; nothing is lost before that.
void AccountsPage::confirmForget()
{
    const SavedAccount account = current();
    m_bar->showInformation(
        tr("Forget %1 on this computer? Its password and its kept contact list go; the account itself stays.")
            .arg(account.address.toString()));
    const QPushButton *forget = m_bar->addButton(tr("F&orget"));
    connect(forget, &QPushButton::clicked, this, [this, account] {
        Msn::forgetAccount(
            account.address, account.network, m_parts.settings, m_parts.secrets, m_parts.directories);
        m_bar->showInformation(tr("%1 is forgotten on this computer.").arg(account.address.toString()));
    });
}

void AccountsPage::signIn()
{
    const SavedAccount account = current();
    if (!account.address.isEmpty())
        Q_EMIT signInRequested({account.network, account.address, {}, account.initialStatus, true,
            account.passwordSaved, account.signInAutomatically});
}

SavedAccount AccountsPage::current() const
{
    const QListWidgetItem *item = m_list->currentItem();
    return item
        ? m_accounts.find(Address(item->data(AddressRole).toString()), item->data(NetworkRole).toString())
        : SavedAccount();
}

QString AccountsPage::networkName(const QString &network) const
{
    const Msn::KnownNetwork *known = m_parts.networks.find(network);
    return known ? NetworkText::name(*known) : network;
}

} // namespace Ui
