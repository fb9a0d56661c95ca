#include "ui/contacts/drophint.h"

#include "ui/theme/metrics.h"
#include "ui/theme/tokens.h"

#include <QPainter>

namespace Ui {

namespace {

constexpr int textFlags = static_cast<int>(Qt::AlignCenter) | Qt::TextWordWrap;

} // namespace

DropHint::DropHint(QWidget *parent)
    : QWidget(parent)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    hide();
}

void DropHint::say(const QString &text)
{
    m_text = text;
    setVisible(!text.isEmpty());
    if (text.isEmpty())
        return;
    const Metrics metrics = Metrics::of(this);
    const int margin = metrics.step(2);
    const int width = parentWidget()->width() - 2 * margin;
    const QRect words
        = fontMetrics().boundingRect(QRect(0, 0, width - metrics.step(6), 1000), textFlags, text);
    const int height = words.height() + metrics.step(4);
    setGeometry(margin, parentWidget()->height() - height - margin, width, height);
    raise();
    update();
}

void DropHint::paintEvent(QPaintEvent *)
{
    const Metrics metrics = Metrics::of(this);
    const Tokens &tokens = Tokens::of(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokens.accent);
    painter.drawRoundedRect(rect(), metrics.radius(), metrics.radius());
    painter.setPen(tokens.onAccent);
    painter.drawText(rect().adjusted(metrics.step(3), 0, -metrics.step(3), 0), textFlags, m_text);
}

} // namespace Ui
