#include "app/messenger/optionswindow.h"

#include "ui/options/optionsdialog.h"

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
    return {};
}

} // namespace App
