#include "ui/tray/closedialog.h"

#include <QPushButton>

namespace Ui {

CloseDialog::CloseDialog(bool hasTray, QWidget *parent)
    : QuestionDialog(
        hasTray ? tr("Keep running in the tray, or quit?") : tr("Keep running minimised, or quit?"),
        hasTray ? tr("In the tray you stay signed in and hear of new messages. You can "
                     "choose something else later, in the options.")
                : tr("Minimised you stay signed in and hear of new messages; this desktop "
                     "has no tray. You can choose something else later, in the options."),
        parent)
    , m_keep(addAnswer(tr("&Keep running"), QDialogButtonBox::AcceptRole))
    , m_quit(addAnswer(tr("&Quit"), QDialogButtonBox::DestructiveRole))
{
    setWindowTitle(tr("Close the window"));
    addCancel();
    connect(m_keep, &QPushButton::clicked, this, [this] {
        Q_EMIT keepChosen();
        accept();
    });
    connect(m_quit, &QPushButton::clicked, this, [this] {
        Q_EMIT quitChosen();
        accept();
    });
}

} // namespace Ui
