#pragma once

#include "ui/widgets/linkbutton.h"

namespace Msn {
class Account;
struct ServiceForm;
} // namespace Msn

namespace Ui {

class MessageBar;
class ServicePage;

/// How many new e-mails there are; a click opens the inbox in the browser. Hidden while there are
/// none.
class InboxLine : public LinkButton
{
    Q_OBJECT

public:
    /// Both must outlive the line; what goes wrong is said in \p bar.
    InboxLine(Msn::Account &account, MessageBar &bar, QWidget *parent);

    /// Shows that of another account from now on; it must outlive the line as well.
    void setAccount(Msn::Account &account);

public Q_SLOTS:
    /// Asks the server where the inbox is. Some have no mailbox, and say so or give no real address.
    /// What the page wants posted is sent to the host of the sign-in page alone; elsewhere the person
    /// signs in there.
    void openInbox();

private:
    void showCount(int count);
    void open(const Msn::ServiceForm &form);
    void showNoMailbox();

    Msn::Account *m_account;
    MessageBar &m_bar;
    ServicePage *m_pages;
};

} // namespace Ui
