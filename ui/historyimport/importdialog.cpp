#include "ui/historyimport/importdialog.h"

#include "ui/historyimport/importchoicepage.h"
#include "ui/historyimport/importlogspage.h"
#include "ui/historyimport/importreportpage.h"
#include "ui/historyimport/importtext.h"
#include "ui/icons/icons.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/messagebar.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QPushButton>
#include <QScreen>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace Ui {

using Msn::HistoryImport;

ImportDialog::ImportDialog(const ImportSetup &setup, QWidget *parent)
    : QDialog(parent)
    , m_setup(setup)
    , m_import(setup.formats, setup.store)
    , m_bar(new MessageBar(this))
    , m_pages(new QStackedWidget(this))
    , m_choice(new ImportChoicePage(setup.account, this))
    , m_logs(new ImportLogsPage(this))
    , m_progress(new ImportReportPage(this))
    , m_back(new QPushButton(tr("&Back"), this))
    , m_next(new QPushButton(this))
    , m_copy(new QPushButton(tr("Copy &report"), this))
{
    setWindowTitle(tr("Import message history"));
    setWindowIcon(Icons::mark());
    build();
    connect(m_choice, &ImportChoicePage::chosen, this, &ImportDialog::look);
    connect(&m_import, &HistoryImport::progressed, this, &ImportDialog::showProgress);
    connect(&m_import, &HistoryImport::looked, this, &ImportDialog::showSurvey);
    connect(&m_import, &HistoryImport::finished, this, &ImportDialog::showReport);
    connect(m_next, &QPushButton::clicked, this, &ImportDialog::goOn);
    connect(m_back, &QPushButton::clicked, this, &ImportDialog::goBack);
    connect(m_copy, &QPushButton::clicked, this, &ImportDialog::copyReport);
    setStep(Step::Choice);
    const Metrics metrics = Metrics::of(this);
    const QSize room = screen() ? screen()->availableSize() : QSize(1024, 768);
    resize(QSize(metrics.px(720), metrics.px(500)).boundedTo(room));
}

ImportDialog::~ImportDialog() = default;

void ImportDialog::build()
{
    const Metrics metrics = Metrics::of(this);
    for (QWidget *page : {static_cast<QWidget *>(m_choice), static_cast<QWidget *>(m_logs),
             static_cast<QWidget *>(m_progress)})
        m_pages->addWidget(page);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->addButton(m_copy, QDialogButtonBox::ActionRole);
    buttons->addButton(m_back, QDialogButtonBox::ActionRole);
    buttons->addButton(m_next, QDialogButtonBox::ActionRole);
    for (QPushButton *button : {buttons->button(QDialogButtonBox::Close), m_copy, m_back})
        button->setAutoDefault(false);
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

void ImportDialog::setStep(Step step)
{
    m_step = step;
    const bool isBusy = step == Step::Looking || step == Step::Importing;
    m_pages->setCurrentWidget(step == Step::Choice ? static_cast<QWidget *>(m_choice)
            : step == Step::Logs                   ? static_cast<QWidget *>(m_logs)
                                                   : static_cast<QWidget *>(m_progress));
    m_bar->hide();
    m_back->setVisible(step == Step::Logs || step == Step::Report);
    m_copy->setVisible(step == Step::Report);
    m_next->setVisible(isBusy || step == Step::Logs);
    m_next->setText(isBusy ? tr("&Stop") : tr("I&mport"));
    m_next->setEnabled(isBusy || m_logs->hasLogs());
    m_next->setDefault(m_next->isVisibleTo(this));
}

Msn::ImportRequest ImportDialog::request() const
{
    Msn::ImportRequest request;
    request.paths = m_paths;
    request.context.account = m_setup.account;
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
        m_bar->showError(ErrorText::describeHistory(report.error));
}

void ImportDialog::copyReport()
{
    QGuiApplication::clipboard()->setText(ImportText::report(m_report));
    m_bar->showInformation(tr("The report is copied."));
}

/// Nobody sees any more how far it is.
void ImportDialog::hideEvent(QHideEvent *event)
{
    QDialog::hideEvent(event);
    if (!isVisible())
        m_import.cancel();
}

} // namespace Ui
