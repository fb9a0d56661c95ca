#include "ui/historyimport/importdialog.h"

#include "ui/historyimport/importchoicepage.h"
#include "ui/historyimport/importlogspage.h"
#include "ui/historyimport/importreportpage.h"
#include "ui/historyimport/importtext.h"
#include "ui/widgets/messagebar.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPushButton>

namespace Ui {

using Msn::HistoryImport;

ImportDialog::ImportDialog(const ImportSetup &setup, QWidget *parent)
    : SteppedDialog(tr("Import message history"), QSize(720, 500), parent)
    , m_setup(setup)
    , m_import(setup.formats, setup.store)
    , m_choice(new ImportChoicePage(setup.account, setup.keptDays, this))
    , m_logs(new ImportLogsPage(this))
    , m_progress(new ImportReportPage(this))
    , m_copy(addButton(tr("Copy &report")))
{
    addPages({m_choice, m_logs, m_progress});
    connect(m_choice, &ImportChoicePage::chosen, this, &ImportDialog::look);
    connect(&m_import, &HistoryImport::progressed, this, &ImportDialog::showProgress);
    connect(&m_import, &HistoryImport::looked, this, &ImportDialog::showSurvey);
    connect(&m_import, &HistoryImport::finished, this, &ImportDialog::showReport);
    connect(m_copy, &QPushButton::clicked, this, &ImportDialog::copyReport);
    setStep(Step::Choice);
}

ImportDialog::~ImportDialog() = default;

void ImportDialog::setStep(Step step)
{
    m_step = step;
    const bool isBusy = step == Step::Looking || step == Step::Importing;
    QWidget *const page = step == Step::Choice ? static_cast<QWidget *>(m_choice)
        : step == Step::Logs                   ? static_cast<QWidget *>(m_logs)
                                               : static_cast<QWidget *>(m_progress);
    showPage(page);
    showBack(step == Step::Logs || step == Step::Report);
    m_copy->setVisible(step == Step::Report);
    showNext(isBusy || step == Step::Logs, isBusy ? tr("&Stop") : tr("I&mport"), isBusy || m_logs->hasLogs());
}

Msn::ImportRequest ImportDialog::request() const
{
    Msn::ImportRequest request;
    request.paths = m_paths;
    request.context.account = m_setup.account;
    request.owners = m_setup.owners;
    request.context.ownNames = m_setup.ownNames;
    request.context.known = m_setup.people;
    return request;
}

void ImportDialog::look(const QStringList &paths)
{
    if (m_import.isRunning())
        return;
    m_paths = paths;
    setStep(Step::Looking);
    m_progress->begin(tr("Looking at what is there…"));
    m_import.look(request());
}

void ImportDialog::goOn()
{
    if (m_import.isRunning())
        m_import.cancel();
    else if (m_step == Step::Logs)
        startImport();
}

void ImportDialog::goBack()
{
    setStep(Step::Choice);
}

void ImportDialog::startImport()
{
    Msn::ImportRequest chosen = request();
    chosen.context.ownNames += m_logs->ownNames();
    chosen.people = m_logs->people();
    setStep(Step::Importing);
    m_progress->begin(tr("Importing…"));
    m_import.start(chosen);
}

void ImportDialog::showSurvey(const Msn::LogSurvey &survey)
{
    m_logs->setSurvey(survey, m_setup.ownNames, m_setup.people);
    setStep(Step::Logs);
}

void ImportDialog::showProgress(const Msn::ImportProgress &progress)
{
    m_progress->setProgress(progress);
}

void ImportDialog::showReport(const Msn::ImportReport &report)
{
    m_report = report;
    setStep(Step::Report);
    m_progress->setReport(report);
    if (report.error.code != Msn::ErrorCode::None)
        bar().showError(ErrorText::describeHistory(report.error));
}

void ImportDialog::copyReport()
{
    QGuiApplication::clipboard()->setText(ImportText::report(m_report));
    bar().showInformation(tr("The report is copied."));
}

} // namespace Ui
