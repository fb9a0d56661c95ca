#include "ui/mainwindow/accounthead.h"

#include "ui/icons/icons.h"
#include "ui/icons/statusicon.h"
#include "ui/mainwindow/statusbutton.h"
#include "ui/mainwindow/statusmenu.h"
#include "ui/text/statustext.h"
#include "ui/theme/metrics.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/elidedlabel.h"

#include <QEvent>
#include <QGridLayout>
#include <QPainter>
#include <QToolButton>

namespace Ui {

using Msn::Account;

namespace {

QToolButton *flatButton(QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

} // namespace

AccountHead::AccountHead(Account &account, const QString &networkName, QWidget *parent)
    : QWidget(parent)
    , m_account(account)
    , m_networkName(networkName)
    , m_fold(flatButton(this))
    , m_name(new ElidedLabel(this))
    , m_place(new ElidedLabel(this))
    , m_menuButton(new StatusButton(this))
    , m_menu(new StatusMenu(tr("Status"), this))
{
    build();
    connect(m_fold, &QToolButton::toggled, this, [this](bool folded) {
        refresh();
        Q_EMIT foldToggled(folded);
    });
    connect(m_menu, &StatusMenu::statusChosen, &account, &Account::setStatus);
    connect(&account, &Account::statusChanged, this, &AccountHead::refresh);
    connect(&account, &Account::ownNameChanged, this, &AccountHead::refresh);
    connect(&account, &Account::stateChanged, this, &AccountHead::refresh);
    refresh();
}

void AccountHead::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), Tokens::of(palette()).selection);
}

void AccountHead::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::LayoutDirectionChange)
        refresh();
}

void AccountHead::build()
{
    const Metrics metrics = Metrics::of(this);
    m_fold->setCheckable(true);
    m_name->setFont(metrics.nameFont());
    m_place->setFont(metrics.smallFont());
    m_place->setForegroundRole(QPalette::PlaceholderText);
    m_menu->addSeparator();
    const QAction *signOut = m_menu->addAction(Icons::icon("sign-out"), tr("Sign o&ut"));
    connect(signOut, &QAction::triggered, this, &AccountHead::signOutRequested);
    m_menuButton->setMenu(m_menu);
    m_menuButton->setPopupMode(QToolButton::InstantPopup);
    m_menuButton->setAutoRaise(true);
    m_menuButton->setFocusPolicy(Qt::StrongFocus);

    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(metrics.step(), metrics.step(), metrics.step(2), metrics.step());
    grid->setHorizontalSpacing(metrics.step());
    grid->setVerticalSpacing(0);
    grid->addWidget(m_fold, 0, 0, 2, 1, Qt::AlignVCenter);
    grid->addWidget(m_name, 0, 1);
    grid->addWidget(m_place, 1, 1);
    grid->addWidget(m_menuButton, 0, 2, 2, 1, Qt::AlignVCenter);
    grid->setColumnStretch(1, 1);
}

void AccountHead::refresh()
{
    const QString own = m_account.ownName().singleLine();
    const QString address = m_account.address().toString();
    const QString folded
        = layoutDirection() == Qt::RightToLeft ? QStringLiteral("back") : QStringLiteral("chevron-right");
    m_fold->setIcon(Icons::icon(m_fold->isChecked() ? folded : QStringLiteral("chevron-down"), Tint::Accent));
    m_fold->setAccessibleName(m_fold->isChecked() ? tr("Show the contacts of %1").arg(address)
                                                  : tr("Hide the contacts of %1").arg(address));
    m_fold->setToolTip(m_fold->isChecked() ? tr("Show") : tr("Hide"));
    m_name->setText(own.isEmpty() ? address : own);
    //: %1 is an e-mail address, %2 a network.
    m_place->setText(own.isEmpty() ? m_networkName : tr("%1 on %2").arg(address, m_networkName));
    m_menuButton->setIcon(statusIcon(m_account.status()));
    m_menuButton->setToolTip(tr("Status of this account: %1").arg(stateWords()));
    m_menuButton->setAccessibleName(tr("Status of %1: %2").arg(address, stateWords()));
    m_menu->setStatus(m_account.status());
    const bool connected = m_account.state() == Account::State::SignedIn;
    const QList<QAction *> entries = m_menu->actions();
    for (QAction *entry : entries) {
        if (entry->isCheckable())
            entry->setEnabled(connected);
    }
    //: For a screen reader: %1 a name, %2 an e-mail address, %3 a network, %4 a status.
    setAccessibleName(tr("%1, %2 on %3, %4").arg(m_name->text(), address, m_networkName, stateWords()));
}

QString AccountHead::stateWords() const
{
    switch (m_account.state()) {
    case Account::State::SignedOut:
        return tr("signed out");
    case Account::State::SigningIn:
        return tr("connecting");
    case Account::State::WaitingToReconnect:
        return tr("connection lost");
    case Account::State::SignedIn:
        break;
    }
    return StatusText::name(m_account.status());
}

} // namespace Ui
