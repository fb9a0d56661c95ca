#include "ui/widgets/stepprogress.h"

#include "ui/theme/metrics.h"
#include "ui/theme/tokens.h"

#include <QPainter>
#include <QStyle>

namespace Ui {

StepProgress::StepProgress(int steps, QWidget *parent)
    : QWidget(parent)
    , m_steps(steps)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void StepProgress::setStep(int step)
{
    m_step = step;
    setAccessibleDescription(tr("Step %1 of %2").arg(step + 1).arg(m_steps));
    update();
}

QSize StepProgress::sizeHint() const
{
    const Metrics metrics = Metrics::of(this);
    return {metrics.px(200), metrics.px(6)};
}

void StepProgress::paintEvent(QPaintEvent *)
{
    const Metrics metrics = Metrics::of(this);
    const Tokens &tokens = Tokens::of(palette());
    const int gap = metrics.step();
    const qreal length = qreal(width() - gap * (m_steps - 1)) / m_steps;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    for (int i = 0; i < m_steps; ++i) {
        const int place = layoutDirection() == Qt::RightToLeft ? m_steps - 1 - i : i;
        painter.setBrush(i <= m_step ? tokens.accent : tokens.line);
        painter.drawRoundedRect(
            QRectF(place * (length + gap), 0, length, height()), height() / 2.0, height() / 2.0);
    }
}

} // namespace Ui
