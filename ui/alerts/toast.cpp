#include "ui/alerts/toast.h"

#include "ui/icons/icons.h"
#include "ui/theme/metrics.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/elidedlabel.h"

#include <QAccessible>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QMouseEvent>
#include <QPainter>
#include <QToolButton>

namespace Ui {

namespace {

constexpr double toastWidth = 320;
constexpr double pictureSize = 48;
constexpr int textLines = 2;

/// As many lines as there is room for; the rest is in the conversation.
QString fitted(const QString &text, const QFontMetrics &metrics, int room)
{
    const QRect whole = metrics.boundingRect(QRect(0, 0, room, QWIDGETSIZE_MAX), Qt::TextWordWrap, text);
    if (whole.height() <= textLines * metrics.lineSpacing())
        return text;
    return metrics.elidedText(text, Qt::ElideRight, room * textLines - metrics.averageCharWidth() * 6);
}

} // namespace

Toast::Toast(int lifetimeMs, QWidget *parent)
    : QWidget(parent, Qt::ToolTip | Qt::FramelessWindowHint | Qt::WindowStaysOnTopHint)
    , m_picture(new QLabel(this))
    , m_title(new ElidedLabel(this))
    , m_text(new QLabel(this))
    , m_close(new QToolButton(this))
{
    setAttribute(Qt::WA_ShowWithoutActivating);
    // Corners are round where every window may be translucent. Elsewhere they might be black, and cut by a
    // mask they have steps.
    setAttribute(Qt::WA_TranslucentBackground, !QGuiApplication::platformName().startsWith(u"xcb"));
    setFocusPolicy(Qt::NoFocus);
    setCursor(Qt::PointingHandCursor);
    m_timer.setSingleShot(true);
    m_timer.setInterval(lifetimeMs);
    connect(&m_timer, &QTimer::timeout, this, &Toast::dismissed);
    build();
}

void Toast::build()
{
    const Metrics metrics = Metrics::of(this);
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    m_title->setFont(bold);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_close->setAutoRaise(true);
    m_close->setIcon(Icons::icon("close", Tint::SecondInk));
    m_close->setIconSize(QSize(metrics.px(14), metrics.px(14)));
    m_close->setFocusPolicy(Qt::NoFocus);
    m_close->setAccessibleName(tr("Close this alert"));
    m_close->setToolTip(tr("Close"));
    connect(m_close, &QToolButton::clicked, this, &Toast::dismissed);

    auto *words = new QVBoxLayout;
    words->setSpacing(metrics.px(2));
    words->addStretch();
    words->addWidget(m_title);
    words->addWidget(m_text);
    words->addStretch();
    auto *row = new QHBoxLayout(this);
    const int margin = metrics.step(3);
    row->setContentsMargins(margin, metrics.step(2), metrics.step(2), metrics.step(2));
    row->setSpacing(0);
    row->addWidget(m_picture, 0, Qt::AlignVCenter);
    row->addSpacing(metrics.step(3));
    row->addLayout(words, 1);
    row->addSpacing(metrics.step());
    row->addWidget(m_close, 0, Qt::AlignTop);
    setFixedWidth(metrics.px(toastWidth));
}

void Toast::setNotice(const AlertNotice &notice)
{
    m_notice = notice;
    refresh();
    if (!isVisible())
        return;
    startTimer();
    update();
}

void Toast::refresh()
{
    const Metrics metrics = Metrics::of(this);
    const Tokens &tokens = Tokens::of(palette());
    const int size = metrics.px(pictureSize);
    m_picture->setPixmap(m_notice.avatar.address.isEmpty()
            ? Icons::mark().pixmap(QSize(size, size), devicePixelRatioF())
            : avatarWithStatus(m_notice.avatar, m_notice.status, false, size, metrics.px(14), tokens,
                tokens.headerBottom, devicePixelRatioF()));
    // The status mark reaches beyond the picture.
    m_picture->setMinimumSize(size + metrics.px(3), size);
    m_title->setText(m_notice.title);
    const QMargins margins = layout()->contentsMargins();
    const int room = width() - margins.left() - margins.right() - m_picture->minimumWidth()
        - m_close->sizeHint().width() - metrics.step(4);
    // Where the layout begins, whatever script the words are in.
    m_text->setAlignment(
        Qt::AlignTop | Qt::AlignAbsolute | (isRightToLeft() ? Qt::AlignRight : Qt::AlignLeft));
    m_text->setText(fitted(m_notice.text, m_text->fontMetrics(), room));
    m_text->setVisible(!m_notice.text.isEmpty());
    setAccessibleName(m_notice.title);
    setAccessibleDescription(m_notice.text);
    const int words = m_title->sizeHint().height() + textLines * m_text->fontMetrics().lineSpacing();
    setFixedHeight(std::max(size, words) + metrics.step(5));
}

void Toast::startTimer()
{
    if (m_timer.interval() > 0 && !m_notice.isUrgent && !underMouse())
        m_timer.start();
}

void Toast::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    startTimer();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void Toast::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = Tokens::of(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QLinearGradient ground(0, 0, 0, height());
    ground.setColorAt(0, tokens.headerTop);
    ground.setColorAt(1, tokens.headerBottom);
    painter.setBrush(ground);
    painter.setPen(QPen(tokens.fieldBorder, 1));
    const int radius = testAttribute(Qt::WA_TranslucentBackground) ? Metrics::of(this).pictureRadius() : 0;
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
}

void Toast::enterEvent(QEnterEvent *event)
{
    QWidget::enterEvent(event);
    m_timer.stop();
}

void Toast::leaveEvent(QEvent *event)
{
    QWidget::leaveEvent(event);
    if (isVisible() && m_timer.interval() > 0 && !m_notice.isUrgent)
        m_timer.start();
}

void Toast::mouseReleaseEvent(QMouseEvent *event)
{
    if (!rect().contains(event->pos()))
        return;
    if (event->button() == Qt::LeftButton)
        Q_EMIT activated();
    else if (event->button() == Qt::RightButton)
        Q_EMIT dismissed();
}

void Toast::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::LayoutDirectionChange)
        refresh();
}

} // namespace Ui
