#include "ui/dialogs/emailinvitedialog.h"

#include "core/account/account.h"
#include "ui/icons/icons.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/linkbutton.h"
#include "ui/widgets/messagebar.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QUrl>
#include <QUrlQuery>
#include <QVBoxLayout>

namespace Ui {

using namespace Msn;

EmailInviteDialog::EmailInviteDialog(Account &account, const QString &networkName, QWidget *parent)
    : FormDialog(tr("Invite by e-mail"), tr("&Send invitation"), parent)
    , m_account(account)
    , m_address(new QLineEdit(this))
    , m_text(new QPlainTextEdit(this))
{
    const Metrics metrics = Metrics::of(this);
    m_address->setPlaceholderText(tr("name@example.com"));
    m_address->setInputMethodHints(Qt::ImhEmailCharactersOnly | Qt::ImhNoAutoUppercase);
    m_text->setProperty("field", true);
    m_text->setTabChangesFocus(true);
    m_text->document()->setDocumentMargin(metrics.px(6));
    m_text->setMinimumHeight(metrics.px(110));
    //: The text of an e-mail. %1 is the name of a network, %2 an e-mail address.
    m_text->setPlainText(tr("Hello,\n\nI am on %1 and would like to chat with you there. Once you have an "
                            "account, add me as %2.\n\nSee you soon.")
                             .arg(networkName, account.address().toString()));
    addText(tr("The network “%1” can write to somebody who has no account there yet.").arg(networkName));
    addField(tr("&To"), m_address);
    addField(tr("&Message"), m_text);
    addOtherWays();
    setMinimumWidth(metrics.px(420));
    m_address->setFocus();
}

void EmailInviteDialog::setAddress(const Address &address)
{
    m_address->setText(address.toString());
}

void EmailInviteDialog::submit()
{
    const Address address(m_address->text().trimmed());
    if (!address.isValid()) {
        showError({tr("“%1” is not an e-mail address.").arg(address.toString()),
            tr("Write it as name@example.com."), {}});
        m_address->setFocus();
        return;
    }
    setBusy(tr("Asking the server to write to %1…").arg(address.toString()));
    m_account.sendEmailInvitation(address, m_text->toPlainText().trimmed(),
        {this, [this, address](const Expected<std::monostate, Error> &sent) {
             setIdle();
             if (sent) {
                 bar()->showInformation(
                     tr("The server has taken the invitation to %1.").arg(address.toString()));
                 return;
             }
             if (sent.error().code == ErrorCode::ReplyTimedOut)
                 showError({tr("The server has not said whether it wrote to %1.").arg(address.toString()),
                     tr("Some servers never do; copy the invitation or use your mail program to be sure."),
                     {}});
             else
                 showFailure(sent.error());
         }});
}

void EmailInviteDialog::addOtherWays()
{
    auto *copy = new LinkButton(tr("&Copy invitation"), this);
    auto *mail = new LinkButton(tr("&Open in my mail program"), this);
    copy->setIcon(Icons::icon("copy", Tint::Accent));
    mail->setIcon(Icons::icon("mail", Tint::Accent));
    column()->addLayout(LinkButton::makeRow({copy, mail}, this));
    connect(copy, &QPushButton::clicked, this, &EmailInviteDialog::copyInvitation);
    connect(mail, &QPushButton::clicked, this, &EmailInviteDialog::openMailProgram);
}

void EmailInviteDialog::copyInvitation()
{
    QGuiApplication::clipboard()->setText(m_text->toPlainText());
    bar()->showInformation(tr("The invitation is copied. Paste it wherever they will read it."));
}

void EmailInviteDialog::openMailProgram()
{
    QUrl url;
    url.setScheme(QStringLiteral("mailto"));
    url.setPath(m_address->text().trimmed());
    QUrlQuery query;
    query.addQueryItem(QStringLiteral("subject"), tr("Let us chat"));
    query.addQueryItem(QStringLiteral("body"), m_text->toPlainText());
    url.setQuery(query);
    if (!QDesktopServices::openUrl(url))
        showError({tr("No mail program could be opened."), tr("Copy the invitation instead."), {}});
}

} // namespace Ui
