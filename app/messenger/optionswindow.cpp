#include "app/messenger/optionswindow.h"

#include "ui/options/accountspage.h"
#include "ui/options/connectionpage.h"
#include "ui/options/messagespage.h"
#include "ui/options/networkspage.h"
#include "ui/options/optionsdialog.h"
#include "ui/options/personalpage.h"
#include "ui/options/privacypage.h"
#include "ui/spelling/dictionaries.h"

namespace App {

OptionsWindow::OptionsWindow(const OptionsParts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
{
}

OptionsWindow::~OptionsWindow() = default;

void OptionsWindow::open(const QString &id)
{
    if (!m_dialog) {
        m_dialog = std::make_unique<Ui::OptionsDialog>();
        const QList<Ui::OptionsPage> all = pages();
        for (const Ui::OptionsPage &page : all)
            m_dialog->addPage(page);
        m_dialog->setAccounts(m_accounts);
        // The first pages are those of an account, and there is none.
        if (m_accounts.isEmpty())
            m_dialog->showPage(QStringLiteral("accounts"));
    }
    if (!id.isEmpty())
        m_dialog->showPage(id);
    m_dialog->present();
}

void OptionsWindow::setAccounts(const QList<Msn::Account *> &accounts)
{
    m_accounts = accounts;
    if (m_dialog)
        m_dialog->setAccounts(accounts);
}

QList<Ui::OptionsPage> OptionsWindow::pages()
{
    const QList<Ui::OptionsPage> own{
        {QStringLiteral("personal"), tr("Personal"), QStringLiteral("person"), {},
            [](Msn::Account &account) { return new Ui::PersonalPage(account); }},
        {QStringLiteral("privacy"), tr("Privacy"), QStringLiteral("lock"), {},
            [](Msn::Account &account) { return new Ui::PrivacyPage(account); }},
        {QStringLiteral("accounts"), tr("Accounts"), QStringLiteral("people"),
            [this] { return makeAccounts(); }, {}},
        {QStringLiteral("networks"), tr("Networks"), QStringLiteral("network"),
            [this] { return makeNetworks(); }, {}},
        {QStringLiteral("connection"), tr("Connection"), QStringLiteral("link"),
            [this] { return new Ui::ConnectionPage(m_parts.connection); }, {}},
        {QStringLiteral("messages"), tr("Messages"), QStringLiteral("note"),
            [this] { return new Ui::MessagesPage(m_parts.settings, Ui::Dictionaries().all().keys()); }, {}},
    };
    return m_added + own;
}

QWidget *OptionsWindow::makeAccounts()
{
    auto *page
        = new Ui::AccountsPage({m_parts.settings, m_parts.secrets, m_parts.networks, m_parts.directories});
    connect(page, &Ui::AccountsPage::signInRequested, this, &OptionsWindow::signInWanted);
    connect(page, &Ui::AccountsPage::addRequested, this, &OptionsWindow::newAccountWanted);
    return page;
}

QWidget *OptionsWindow::makeNetworks()
{
    auto *page = new Ui::NetworksPage(m_parts.networks, m_parts.connection);
    connect(page, &Ui::NetworksPage::testRequested, this, &OptionsWindow::networkTestWanted);
    return page;
}

} // namespace App
