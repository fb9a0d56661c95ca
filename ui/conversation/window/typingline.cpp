#include "ui/conversation/window/typingline.h"

#include "ui/conversation/base/namelabel.h"
#include "ui/icons/icons.h"
#include "ui/theme/metrics.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>

namespace Ui {

TypingLine::TypingLine(const EmoticonSet &emoticons, QWidget *parent)
    : QWidget(parent)
    , m_icon(new QLabel(this))
    , m_text(new NameLabel(emoticons, this))
{
    setObjectName(QStringLiteral("typingLine"));
    const Metrics metrics = Metrics::of(this);
    m_text->setFont(metrics.smallFont());
    m_text->setForegroundRole(QPalette::PlaceholderText);
    m_icon->setFixedSize(metrics.px(14), metrics.px(14));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(metrics.step(3), metrics.step(1.5), metrics.step(3), metrics.step(2));
    layout->setSpacing(metrics.step(1.5));
    layout->addWidget(m_icon);
    layout->addWidget(m_text, 1);
    m_icon->hide();
}

void TypingLine::setTexts(const QString &typing, const QString &otherwise)
{
    m_typing = !typing.isEmpty();
    m_text->setText(m_typing ? typing : otherwise);
    showIcon();
}

QString TypingLine::text() const
{
    return m_text->text();
}

void TypingLine::showIcon()
{
    m_icon->setVisible(m_typing);
    if (m_typing)
        m_icon->setPixmap(Icons::pixmap(
            QStringLiteral("typing"), Tokens::of(palette()).accent, m_icon->width(), devicePixelRatioF()));
}

void TypingLine::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showIcon();
}

} // namespace Ui
