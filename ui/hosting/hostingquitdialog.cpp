#include "ui/hosting/hostingquitdialog.h"

#include "ui/theme/metrics.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace Ui {

HostingQuitDialog::HostingQuitDialog(const QString &network, int others, QWidget *parent)
    : FittingDialog(parent)
{
    const Metrics metrics = Metrics::of(this);
    setWindowTitle(tr("Quit Swallowtail"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *question = new QLabel(tr("Quit, and stop hosting “%1”?").arg(network), this);
    question->setFont(metrics.nameFont());
    auto *words = new QLabel(
        tr("%n other person(s) will be signed out. They can come back when Swallowtail hosts it again.",
            nullptr, others),
        this);
    for (QLabel *label : {question, words}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
    }
    auto *buttons = new QDialogButtonBox(this);
    m_keep = buttons->addButton(tr("&Keep running"), QDialogButtonBox::RejectRole);
    m_quit = buttons->addButton(tr("&Quit"), QDialogButtonBox::DestructiveRole);
    m_keep->setDefault(true);
    m_quit->setAutoDefault(false);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(metrics.step(5), metrics.step(4), metrics.step(5), metrics.step(4));
    column->setSpacing(metrics.step(3));
    column->addWidget(question);
    column->addWidget(words);
    column->addStretch();
    column->addWidget(buttons);
    setMinimumWidth(metrics.px(380));

    connect(m_keep, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_quit, &QPushButton::clicked, this, [this] {
        Q_EMIT quitChosen();
        accept();
    });
}

} // namespace Ui
