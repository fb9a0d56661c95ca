#include "ui/historyimport/importreportpage.h"

#include "ui/historyimport/importtext.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/roomydelegate.h"

#include <QFileInfo>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace Ui {

namespace {

constexpr int progressSteps = 1000;
/// More rows help nobody.
constexpr int maxProblemRows = 1000;

} // namespace

ImportReportPage::ImportReportPage(QWidget *parent)
    : QWidget(parent)
    , m_words(new QLabel(this))
    , m_file(new QLabel(this))
    , m_bar(new QProgressBar(this))
    , m_problems(new QTreeWidget(this))
{
    const Metrics metrics = Metrics::of(this);
    m_words->setWordWrap(true);
    m_words->setTextFormat(Qt::PlainText);
    m_file->setTextFormat(Qt::PlainText);
    m_file->setForegroundRole(QPalette::PlaceholderText);
    // A long name must not widen the window.
    m_file->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_bar->setRange(0, progressSteps);
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("Progress of the import"));
    m_problems->setHeaderLabels({tr("File"), tr("Line"), tr("What is wrong"), tr("What stands there")});
    m_problems->setRootIsDecorated(false);
    m_problems->setProperty("field", true);
    m_problems->setAllColumnsShowFocus(true);
    m_problems->setItemDelegate(new RoomyDelegate(m_problems));
    m_problems->setWordWrap(true);
    m_problems->setAccessibleName(tr("Problems"));
    m_problems->header()->setSectionResizeMode(2, QHeaderView::Stretch);
    m_problems->header()->setStretchLastSection(false);
    // Wider columns need fewer lines.
    connect(
        m_problems->header(), &QHeaderView::sectionResized, m_problems,
        [this] { m_problems->doItemsLayout(); }, Qt::QueuedConnection);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(metrics.step(2));
    column->addWidget(m_words);
    column->addWidget(m_bar);
    column->addWidget(m_file);
    column->addWidget(m_problems, 1);
    column->addStretch();
}

void ImportReportPage::begin(const QString &words)
{
    m_words->setText(words);
    m_file->clear();
    m_bar->setValue(0);
    m_bar->show();
    m_file->show();
    m_problems->clear();
    m_problems->hide();
}

void ImportReportPage::setProgress(const Msn::ImportProgress &progress)
{
    const double share
        = progress.bytesTotal > 0 ? double(progress.bytesDone) / double(progress.bytesTotal) : 0;
    m_bar->setValue(static_cast<int>(share * progressSteps));
    m_file->setText(QFileInfo(progress.file).fileName());
}

void ImportReportPage::setReport(const Msn::ImportReport &report)
{
    m_bar->hide();
    m_file->hide();
    m_words->setText(ImportText::summary(report));
    m_problems->clear();
    for (const Msn::ImportedFile &file : report.files)
        addProblems(file);
    for (const int column : {0, 1, 3})
        m_problems->resizeColumnToContents(column);
    const int widest = Metrics::of(this).px(150);
    for (const int column : {0, 3})
        m_problems->setColumnWidth(column, std::min(m_problems->columnWidth(column), widest));
    m_problems->setVisible(m_problems->topLevelItemCount() > 0);
}

void ImportReportPage::addProblems(const Msn::ImportedFile &file)
{
    for (const Msn::ImportProblem &problem : file.problems) {
        if (m_problems->topLevelItemCount() >= maxProblemRows)
            return;
        const QString sentence = ImportText::problem(problem.reason);
        auto *item = new QTreeWidgetItem(m_problems,
            {QFileInfo(file.path).fileName(), problem.line > 0 ? QLocale().toString(problem.line) : QString(),
                sentence, problem.excerpt});
        item->setToolTip(2, sentence.toHtmlEscaped());
        item->setToolTip(3, problem.excerpt.toHtmlEscaped());
    }
}

} // namespace Ui
