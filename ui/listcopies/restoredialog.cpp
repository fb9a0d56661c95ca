#include "ui/listcopies/restoredialog.h"

#include "core/account/account.h"
#include "ui/listcopies/restorechoicepage.h"
#include "ui/listcopies/restorepreviewpage.h"
#include "ui/listcopies/restorereportpage.h"
#include "ui/widgets/messagebar.h"

#include <QFile>

namespace Ui {

using Msn::ListRestore;

RestoreDialog::RestoreDialog(Msn::Account &account, Msn::ContactAnnotations &annotations,
    const Msn::ListCopies &copies, QWidget *parent)
    : SteppedDialog(tr("Import or restore contacts"), QSize(640, 460), parent)
    , m_account(account)
    , m_annotations(annotations)
    , m_restore(account.contacts(), account.editor(), annotations)
    , m_choice(new RestoreChoicePage(account.address(), this))
    , m_preview(new RestorePreviewPage(this))
    , m_report(new RestoreReportPage(this))
{
    addPages({m_choice, m_preview, m_report});
    m_choice->setCopies(copies.copies());
    connect(m_choice, &RestoreChoicePage::copyActivated, this, &RestoreDialog::goOn);
    connect(m_choice, &RestoreChoicePage::fileChosen, this, &RestoreDialog::openFile);
    connect(m_preview, &RestorePreviewPage::chosenChanged, this, &RestoreDialog::refresh);
    connect(&m_restore, &ListRestore::progressed, m_report, &RestoreReportPage::setProgress);
    connect(&m_restore, &ListRestore::finished, this, &RestoreDialog::showReport);
    setStep(Step::Choice);
}

void RestoreDialog::setStep(Step step)
{
    m_step = step;
    QWidget *const page = step == Step::Choice ? static_cast<QWidget *>(m_choice)
        : step == Step::Preview                ? static_cast<QWidget *>(m_preview)
                                               : static_cast<QWidget *>(m_report);
    showPage(page);
    refresh();
}

void RestoreDialog::refresh()
{
    const QString next = m_step == Step::Choice ? tr("&Show who is missing")
        : m_step == Step::Preview               ? tr("&Restore")
                                                : tr("&Stop");
    const bool canGoOn = m_step == Step::Choice ? m_choice->hasCopies()
                                                : m_step != Step::Preview || !m_preview->chosen().isEmpty();
    showBack(m_step == Step::Preview || m_step == Step::Report);
    showNext(m_step != Step::Report, next, canGoOn);
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
    bar().showError({tr("The file cannot be opened."),
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
        bar().showError(ErrorText::describe(report.stoppedBy));
}

} // namespace Ui
