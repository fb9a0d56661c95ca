#include "ui/conversation/window/logsplitter.h"

#include "ui/theme/metrics.h"

#include <QVBoxLayout>

namespace Ui {

LogSplitter::LogSplitter(QWidget *log, QWidget *input, QWidget *below, QWidget *parent)
    : QSplitter(Qt::Vertical, parent)
    , m_input(input)
{
    auto *lower = new QWidget(this);
    auto *column = new QVBoxLayout(lower);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(input, 1);
    column->addWidget(below);

    addWidget(log);
    addWidget(lower);
    setStretchFactor(0, 1);
    setStretchFactor(1, 0);
    setChildrenCollapsible(false);
    log->setMinimumHeight(Metrics::of(this).px(80));
    connect(this, &QSplitter::splitterMoved, this, [this] { m_chosenHeight = sizes().constLast(); });
}

void LogSplitter::fit()
{
    const int all = height() - handleWidth();
    // Layouts learn of the new height only with the next event; then it would be too late.
    m_input->layout()->activate();
    widget(1)->layout()->invalidate();
    const int lower = qMax(m_chosenHeight, widget(1)->minimumSizeHint().height());
    setSizes({all - lower, lower});
}

} // namespace Ui
