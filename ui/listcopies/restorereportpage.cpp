#include "ui/listcopies/restorereportpage.h"

#include "ui/listcopies/restoretext.h"
#include "ui/text/errortext.h"
#include "ui/theme/metrics.h"

#include <QLabel>
#include <QListWidget>
#include <QProgressBar>
#include <QVBoxLayout>

namespace Ui {

namespace {

/// More rows help nobody.
constexpr qsizetype maxRefusals = 1000;

} // namespace

RestoreReportPage::RestoreReportPage(QWidget *parent)
    : QWidget(parent)
    , m_words(new QLabel(this))
    , m_bar(new QProgressBar(this))
    , m_refusals(new QListWidget(this))
{
    const Metrics metrics = Metrics::of(this);
    m_words->setWordWrap(true);
    m_words->setTextFormat(Qt::PlainText);
    m_bar->setAccessibleName(tr("Progress"));
    m_refusals->setWordWrap(true);
    m_refusals->setAccessibleName(tr("What the server refused"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(metrics.step(2));
    column->addWidget(m_words);
    column->addWidget(m_bar);
    column->addWidget(m_refusals, 1);
    column->addStretch();
}

void RestoreReportPage::begin()
{
    m_words->setText(tr("Your contacts are being restored…"));
    m_bar->setRange(0, 0);
    m_bar->show();
    m_refusals->clear();
    m_refusals->hide();
}

void RestoreReportPage::setProgress(int done, int total)
{
    m_bar->setRange(0, total);
    m_bar->setValue(done);
}

void RestoreReportPage::setReport(const Msn::RestoreReport &report)
{
    m_bar->hide();
    m_words->setText(RestoreText::summary(report));
    m_refusals->clear();
    for (const Msn::Error &refusal : report.refusals.first(std::min(report.refusals.size(), maxRefusals)))
        m_refusals->addItem(ErrorText::brief(refusal));
    m_refusals->setVisible(!report.refusals.isEmpty());
}

} // namespace Ui
