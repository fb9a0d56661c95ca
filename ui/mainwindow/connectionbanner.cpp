#include "ui/mainwindow/connectionbanner.h"

#include "core/account/account.h"

#include <QPushButton>

namespace Ui {

using Msn::Account;

ConnectionBanner::ConnectionBanner(Account &account, QWidget *parent)
    : MessageBar(parent)
    , m_account(account)
{
    setClosable(false);
    m_second.setInterval(1000);
    connect(&m_second, &QTimer::timeout, this, [this] { updateText(waitingText()); });
    connect(&account, &Account::stateChanged, this, &ConnectionBanner::refresh);
    refresh();
}

void ConnectionBanner::refresh()
{
    m_second.stop();
    switch (m_account.state()) {
    case Account::State::WaitingToReconnect:
        showWaiting();
        return;
    case Account::State::SigningIn:
        showInformation(tr("Connecting again…"));
        return;
    case Account::State::SignedOut:
        showEnded();
        return;
    case Account::State::SignedIn:
        hide();
    }
}

/// Never comes back by itself: whoever signed in elsewhere is still there.
void ConnectionBanner::showEnded()
{
    if (m_account.lastError().code == Msn::ErrorCode::None) {
        hide();
        return;
    }
    showError(ErrorText::describe(m_account.lastError()));
    connect(addButton(tr("Sign in a&gain")), &QPushButton::clicked, this,
        &ConnectionBanner::signInAgainRequested);
    connect(
        addButton(tr("Close this a&ccount")), &QPushButton::clicked, this, &ConnectionBanner::closeRequested);
}

void ConnectionBanner::showWaiting()
{
    showInformation(waitingText());
    connect(addButton(tr("&Connect now")), &QPushButton::clicked, &m_account, &Account::reconnectNow);
    connect(addButton(tr("Sign &out")), &QPushButton::clicked, &m_account, &Account::signOut);
    m_second.start();
}

QString ConnectionBanner::waitingText() const
{
    const qint64 seconds = QDateTime::currentDateTimeUtc().secsTo(m_account.nextAttempt());
    return tr("The connection was lost. It is tried again in %n second(s).", nullptr,
        std::max(1, static_cast<int>(seconds)));
}

} // namespace Ui
