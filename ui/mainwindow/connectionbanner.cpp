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
    // What happened is said once, here; the number and the server's words are in the details.
    const ErrorWords cause = ErrorText::describe(m_account.lastError());
    showInformation({waitingText(), {}, cause.details});
    connect(addButton(tr("&Connect now")), &QPushButton::clicked, &m_account, &Account::reconnectNow);
    connect(addButton(tr("Sign &out")), &QPushButton::clicked, &m_account, &Account::signOut);
    m_second.start();
}

QString ConnectionBanner::waitingText() const
{
    const qint64 seconds = QDateTime::currentDateTimeUtc().secsTo(m_account.nextAttempt());
    //: %1 is a whole sentence that says why the connection has ended.
    return tr("%1 The next try is in %n second(s).", nullptr, std::max(1, static_cast<int>(seconds)))
        .arg(ErrorText::describe(m_account.lastError()).what);
}

} // namespace Ui
