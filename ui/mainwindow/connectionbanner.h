#pragma once

#include "ui/widgets/messagebar.h"

#include <QTimer>

namespace Msn {
class Account;
}

namespace Ui {

/// Says that the connection is lost and when it is tried again, with a button that does not wait; or
/// why an account was signed out while others are still there.
class ConnectionBanner : public MessageBar
{
    Q_OBJECT

public:
    explicit ConnectionBanner(Msn::Account &account, QWidget *parent = nullptr);

Q_SIGNALS:
    void signInAgainRequested();
    void closeRequested();

private:
    void refresh();
    void showWaiting();
    void showEnded();
    QString waitingText() const;

    Msn::Account &m_account;
    QTimer m_second;
};

} // namespace Ui
