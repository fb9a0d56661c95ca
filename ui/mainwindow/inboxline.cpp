#include "ui/mainwindow/inboxline.h"

#include "core/account/account.h"
#include "core/account/mailbox.h"
#include "ui/icons/icons.h"
#include "ui/mainwindow/servicepage.h"
#include "ui/widgets/messagebar.h"

namespace Ui {

using namespace Msn;

namespace {

constexpr int noMailbox = 710;

bool meansNoMailbox(const Error &error)
{
    return error.serverNumber == noMailbox || error.code == ErrorCode::InsecureAddress;
}

} // namespace

InboxLine::InboxLine(Account &account, MessageBar &bar, QWidget *parent)
    : LinkButton({}, parent)
    , m_account(&account)
    , m_bar(bar)
    , m_pages(new ServicePage(this))
{
    setIcon(Icons::icon("mail-new", Tint::Accent));
    connect(this, &QPushButton::clicked, this, &InboxLine::openInbox);
    setAccount(account);
}

void InboxLine::setAccount(Account &account)
{
    disconnect(m_account, &Account::mailCountChanged, this, nullptr);
    m_account = &account;
    connect(&account, &Account::mailCountChanged, this, &InboxLine::showCount);
    showCount(account.inboxUnread());
}

void InboxLine::openInbox()
{
    m_account->mailbox().requestForm(
        {QByteArrayLiteral("INBOX"), {}}, {this, [this](const Expected<ServiceForm, Error> &form) {
                                               if (form)
                                                   open(*form);
                                               else if (meansNoMailbox(form.error()))
                                                   showNoMailbox();
                                               else if (!ErrorText::isToldByConnection(form.error()))
                                                   m_bar.showError(ErrorText::describe(form.error()));
                                           }});
}

void InboxLine::showCount(int count)
{
    setVisible(count > 0);
    setText(tr("%n new", nullptr, count));
    setAccessibleName(tr("%n new e-mail(s), open the inbox", nullptr, count));
    setToolTip(tr("Open my e-mail inbox"));
}

void InboxLine::open(const ServiceForm &form)
{
    if (!m_pages->open(form))
        m_bar.showError({tr("No browser could be opened."),
            tr("Open %1 in a browser of yours.").arg(form.url.toDisplayString()), {}});
}

void InboxLine::showNoMailbox()
{
    m_bar.showError({tr("This network has no mailbox for you."), tr("Use your usual mail program."), {}});
}

} // namespace Ui
