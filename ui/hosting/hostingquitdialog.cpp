#include "ui/hosting/hostingquitdialog.h"

#include <QPushButton>

namespace Ui {

HostingQuitDialog::HostingQuitDialog(const QString &network, int others, QWidget *parent)
    : QuestionDialog(tr("Quit, and stop hosting “%1”?").arg(network),
        tr("%n other person(s) will be signed out. They can come back when Swallowtail hosts it again.",
            nullptr, others),
        parent)
    , m_keep(addAnswer(tr("&Keep running"), QDialogButtonBox::RejectRole))
    , m_quit(addAnswer(tr("&Quit"), QDialogButtonBox::DestructiveRole))
{
    setWindowTitle(tr("Quit Swallowtail"));
    connect(m_quit, &QPushButton::clicked, this, [this] {
        Q_EMIT quitChosen();
        accept();
    });
}

} // namespace Ui
