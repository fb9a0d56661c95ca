#include "ui/mainwindow/servernews.h"

#include "core/account/mailbox.h"
#include "ui/mainwindow/servicepage.h"
#include "ui/mainwindow/undobar.h"
#include "ui/text/caretext.h"

#include <QDesktopServices>
#include <QPushButton>

namespace Ui {

using namespace Msn;

namespace {

/// One line of a stranger's words.
QString oneLine(const QString &text, qsizetype length)
{
    const QString clean = cleanedSingleLine(text);
    return clean.size() <= length ? clean : clean.left(length) + QChar(0x2026);
}

constexpr qsizetype nameLength = 60;
constexpr qsizetype textLength = 300;

} // namespace

ServerNews::ServerNews(Account &account, UndoBar &bar, QObject *parent)
    : QObject(parent)
    , m_account(account)
    , m_bar(bar)
    , m_pages(new ServicePage(this))
{
    connect(&account, &Account::shutdownAnnounced, this, &ServerNews::tellMaintenance);
    connect(&account, &Account::newMail, this, &ServerNews::tellMail);
    connect(&account, &Account::alertReceived, this, &ServerNews::handleAlert);
    connect(&account, &Account::statusRefused, this,
        [this](const Error &error) { m_bar.showError(ErrorText::describe(error)); });
    if (const QString rules = CareText::describe(account.profile().care()); !rules.isEmpty())
        m_bar.tell(rules);
}

void ServerNews::tellMaintenance(int minutes)
{
    m_bar.tell(tr("The server goes down for maintenance in %n minute(s).", nullptr, minutes));
}

void ServerNews::tellMail(const NewMailNotice &mail)
{
    const QString sender = mail.from.isEmpty() ? mail.fromAddress : mail.from;
    const QString from = oneLine(sender, nameLength);
    //: %1 is who wrote the e-mail, %2 its subject.
    m_bar.tell(tr("New e-mail from %1: %2").arg(from, oneLine(mail.subject, textLength)));
    if (const auto form = m_account.mailbox().formFor(mail)) {
        connect(m_bar.addButton(tr("&Open")), &QPushButton::clicked, this,
            [this, form = *form] { openForm(form); });
    }
}

void ServerNews::handleAlert(const QByteArray &xml)
{
    if (const auto alert = parseAlert(xml))
        tellAlert(*alert);
}

void ServerNews::tellAlert(const Alert &alert)
{
    const QString sender = oneLine(alert.sender, nameLength);
    if (alert.isPageTooLong) {
        m_bar.showError({tr("Your message to a mobile phone was too long."), tr("Send a shorter one."), {}});
        return;
    }
    const QString text = oneLine(alert.text, textLength);
    //: %1 is who or what sent the message, %2 is what it says.
    m_bar.tell(sender.isEmpty() ? tr("Message from the network: %1").arg(text)
                                : tr("Message from %1: %2").arg(sender, text));
    if (!alert.action.isEmpty()) {
        connect(m_bar.addButton(tr("&Open")), &QPushButton::clicked, this,
            [page = alert.action] { QDesktopServices::openUrl(page); });
    }
}

void ServerNews::openForm(const ServiceForm &form)
{
    if (!m_pages->open(form))
        m_bar.showError(
            {tr("No web browser could be opened."), tr("Open your mail in another program."), {}});
}

} // namespace Ui
