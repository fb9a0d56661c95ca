#include "ui/signin/progresspanel.h"

#include "ui/text/progresstext.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/stepprogress.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace Ui {

namespace {

constexpr int steps = static_cast<int>(Msn::SignInProgress::LoadingContacts) + 1;

QLabel *centredLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setAlignment(Qt::AlignCenter);
    label->setWordWrap(true);
    return label;
}

} // namespace

ProgressPanel::ProgressPanel(QWidget *parent)
    : QWidget(parent)
    , m_address(centredLabel(this))
    , m_words(centredLabel(this))
    , m_steps(new StepProgress(steps, this))
    , m_cancel(new QPushButton(tr("&Cancel"), this))
{
    const Metrics metrics = Metrics::of(this);
    m_address->setFont(metrics.nameFont());
    m_words->setForegroundRole(QPalette::PlaceholderText);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(metrics.step(3));
    column->addWidget(m_address);
    column->addWidget(m_words);
    column->addWidget(m_steps);
    column->addSpacing(metrics.step(2));
    column->addWidget(m_cancel, 0, Qt::AlignHCenter);
    column->addStretch();
    connect(m_cancel, &QPushButton::clicked, this, &ProgressPanel::cancelled);
}

void ProgressPanel::showProgress(Msn::SignInProgress progress, const QString &address, const QString &network)
{
    m_address->setText(address);
    m_words->setText(ProgressText::describe(progress, network));
    m_steps->setAccessibleName(m_words->text());
    m_steps->setStep(static_cast<int>(progress));
}

QString ProgressPanel::text() const
{
    return m_words->text();
}

void ProgressPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_cancel->setFocus(Qt::OtherFocusReason);
}

} // namespace Ui
