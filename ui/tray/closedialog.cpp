#include "ui/tray/closedialog.h"

#include "ui/theme/metrics.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace Ui {

CloseDialog::CloseDialog(bool hasTray, QWidget *parent)
    : FittingDialog(parent)
{
    const Metrics metrics = Metrics::of(this);
    setWindowTitle(tr("Close the window"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *question = new QLabel(
        hasTray ? tr("Keep running in the tray, or quit?") : tr("Keep running minimised, or quit?"), this);
    question->setFont(metrics.nameFont());
    question->setWordWrap(true);
    auto *words
        = new QLabel(hasTray ? tr("In the tray you stay signed in and hear of new messages. You can "
                                  "choose something else later, in the options.")
                             : tr("Minimised you stay signed in and hear of new messages; this desktop "
                                  "has no tray. You can choose something else later, in the options."),
            this);
    words->setWordWrap(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_keep = buttons->addButton(tr("&Keep running"), QDialogButtonBox::AcceptRole);
    m_quit = buttons->addButton(tr("&Quit"), QDialogButtonBox::DestructiveRole);
    m_keep->setDefault(true);
    for (QAbstractButton *button : buttons->buttons())
        qobject_cast<QPushButton *>(button)->setAutoDefault(button == m_keep);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(metrics.step(5), metrics.step(4), metrics.step(5), metrics.step(4));
    column->setSpacing(metrics.step(3));
    column->addWidget(question);
    column->addWidget(words);
    column->addStretch();
    column->addWidget(buttons);
    setMinimumWidth(metrics.px(380));

    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
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
