#include "ui/listcopies/restoredialog.h"

#include "core/account/account.h"
#include "ui/icons/icons.h"
#include "ui/listcopies/restorechoicepage.h"
#include "ui/listcopies/restorepreviewpage.h"
#include "ui/listcopies/restorereportpage.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/messagebar.h"

#include <QDialogButtonBox>
#include <QFile>
#include <QPushButton>
#include <QScreen>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace Ui {

using Msn::ListRestore;

RestoreDialog::RestoreDialog(Msn::Account &account, Msn::ContactAnnotations &annotations,
    const Msn::ListCopies &copies, QWidget *parent)
    : QDialog(parent)
    , m_account(account)
    , m_annotations(annotations)
    , m_restore(account.contacts(), account.editor(), annotations)
    , m_bar(new MessageBar(this))
    , m_pages(new QStackedWidget(this))
    , m_choice(new RestoreChoicePage(account.address(), this))
    , m_preview(new RestorePreviewPage(this))
    , m_report(new RestoreReportPage(this))
    , m_back(new QPushButton(tr("&Back"), this))
    , m_next(new QPushButton(this))
{
    setWindowTitle(tr("Import or restore contacts"));
    setWindowIcon(Icons::mark());
    build();
    m_choice->setCopies(copies.copies());
    connect(m_choice, &RestoreChoicePage::copyActivated, this, &RestoreDialog::goOn);
    connect(m_choice, &RestoreChoicePage::fileChosen, this, &RestoreDialog::openFile);
    connect(m_preview, &RestorePreviewPage::chosenChanged, this, &RestoreDialog::refresh);
    connect(&m_restore, &ListRestore::progressed, m_report, &RestoreReportPage::setProgress);
    connect(&m_restore, &ListRestore::finished, this, &RestoreDialog::showReport);
    connect(m_next, &QPushButton::clicked, this, &RestoreDialog::goOn);
    connect(m_back, &QPushButton::clicked, this, &RestoreDialog::goBack);
    setStep(Step::Choice);
    const Metrics metrics = Metrics::of(this);
    const QSize room = screen() ? screen()->availableSize() : QSize(1024, 768);
    resize(QSize(metrics.px(640), metrics.px(460)).boundedTo(room));
}

void RestoreDialog::build()
{
    const Metrics metrics = Metrics::of(this);
    for (QWidget *page : std::initializer_list<QWidget *>{m_choice, m_preview, m_report})
        m_pages->addWidget(page);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->addButton(m_back, QDialogButtonBox::ActionRole);
    buttons->addButton(m_next, QDialogButtonBox::ActionRole);
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    m_back->setAutoDefault(false);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);

    auto *inner = new QVBoxLayout;
    inner->setContentsMargins(metrics.step(4), metrics.step(3), metrics.step(4), metrics.step(3));
    inner->setSpacing(metrics.step(3));
    inner->addWidget(m_pages, 1);
    inner->addWidget(buttons);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins({});
    outer->setSpacing(0);
    outer->addWidget(m_bar);
    outer->addLayout(inner, 1);
}

void RestoreDialog::setStep(Step step)
{
    m_step = step;
    m_bar->hide();
    m_pages->setCurrentWidget(step == Step::Choice ? static_cast<QWidget *>(m_choice)
            : step == Step::Preview                ? static_cast<QWidget *>(m_preview)
                                                   : static_cast<QWidget *>(m_report));
    refresh();
}

void RestoreDialog::refresh()
{
    m_back->setVisible(m_step == Step::Preview || m_step == Step::Report);
    m_next->setVisible(m_step != Step::Report);
    m_next->setText(m_step == Step::Choice ? tr("&Show who is missing")
            : m_step == Step::Preview      ? tr("&Restore")
                                           : tr("&Stop"));
    m_next->setEnabled(m_step == Step::Choice ? m_choice->hasCopies()
                                              : m_step != Step::Preview || !m_preview->chosen().isEmpty());
    m_next->setDefault(m_next->isVisibleTo(this));
}

void RestoreDialog::goOn()
{
    if (m_restore.isRunning())
        m_restore.cancel();
    else if (m_step == Step::Choice)
        showReading(Msn::ListCopies::read(m_choice->chosen()));
    else if (m_step == Step::Preview)
        startRestore();
}

void RestoreDialog::goBack()
{
    setStep(Step::Choice);
}

void RestoreDialog::openFile(const QString &name)
{
    QFile file(name);
    if (file.open(QIODevice::ReadOnly))
        return showReading(Msn::readAnyContactList(file));
    m_bar->showError({tr("The file cannot be opened."),
        tr("Check that it is still there and that you may read it."), file.errorString()});
}

void RestoreDialog::showReading(const Msn::ContactListReading &reading)
{
    if (m_restore.isRunning())
        return;
    m_preview->setFound(
        missingFrom(m_account.contacts(), m_annotations, reading.contacts, m_account.address()),
        reading.problems);
    setStep(Step::Preview);
}

void RestoreDialog::startRestore()
{
    m_report->begin();
    const Msn::ListDifference chosen = m_preview->chosen();
    setStep(Step::Restoring);
    m_restore.start(chosen);
}

void RestoreDialog::showReport(const Msn::RestoreReport &report)
{
    setStep(Step::Report);
    m_report->setReport(report);
    if (report.stoppedBy.code != Msn::ErrorCode::None)
        m_bar->showError(ErrorText::describe(report.stoppedBy));
}

/// Nobody sees any more how far it is.
void RestoreDialog::hideEvent(QHideEvent *event)
{
    QDialog::hideEvent(event);
    if (!isVisible())
        m_restore.cancel();
}

} // namespace Ui
