#include "ui/theme/stylepainter.h"

#include "ui/theme/contrast.h"
#include "ui/theme/metrics.h"

#include <QPainter>
#include <QStyleOption>

#include <algorithm>

namespace Ui {

StylePainter::StylePainter(QPainter &painter, const QStyleOption &option, int radius)
    : m_painter(painter)
    , m_option(option)
    , m_state(option.state)
    , m_tokens(Tokens::of(option.palette))
    , m_radius(radius)
{
    m_painter.setRenderHint(QPainter::Antialiasing);
}

void StylePainter::roundedRect(
    const QRect &rect, const QColor &fill, const QColor &edge, double radius, double width) const
{
    m_painter.setPen(edge.isValid() ? QPen(edge, width) : QPen(Qt::NoPen));
    m_painter.setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    const double inset = edge.isValid() ? width / 2 : 0;
    m_painter.drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), radius, radius);
}

void StylePainter::field() const
{
    const bool focused = has(QStyle::State_HasFocus) && has(QStyle::State_Enabled);
    const QColor fill
        = m_option.palette.color(has(QStyle::State_Enabled) ? QPalette::Base : QPalette::Window);
    roundedRect(
        m_option.rect, fill, focused ? m_tokens.accent : m_tokens.fieldEdge, m_radius, focused ? 1.6 : 1);
}

bool StylePainter::isPrimary() const
{
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(&m_option);
    return button && button->features.testFlag(QStyleOptionButton::DefaultButton);
}

QColor StylePainter::buttonFill() const
{
    const QColor plain = m_option.palette.color(QPalette::Button);
    if (!has(QStyle::State_Enabled))
        return blended(m_tokens.line, plain, 0.5);
    const QColor fill = isPrimary() ? m_tokens.accent : plain;
    if (has(QStyle::State_Sunken) || has(QStyle::State_On))
        return blended(m_tokens.ink, fill, 0.16);
    return has(QStyle::State_MouseOver) ? blended(m_tokens.ink, fill, isPrimary() ? 0.12 : 0.05) : fill;
}

void StylePainter::button() const
{
    const bool edged = !isPrimary() || !has(QStyle::State_Enabled);
    roundedRect(m_option.rect, buttonFill(), edged ? m_tokens.fieldBorder : QColor(), m_radius);
}

void StylePainter::buttonFocus() const
{
    if (!has(QStyle::State_HasFocus) || !has(QStyle::State_KeyboardFocusChange))
        return;
    if (isPrimary())
        roundedRect(m_option.rect.adjusted(3, 3, -3, -3), {}, m_tokens.onAccent, m_radius - 2, 1.4);
    else
        roundedRect(m_option.rect, {}, m_tokens.accent, m_radius, 1.6);
}

void StylePainter::flatButton() const
{
    const bool pressed = has(QStyle::State_Sunken) || has(QStyle::State_On);
    if (!pressed && !(has(QStyle::State_MouseOver) && has(QStyle::State_Enabled)))
        return;
    roundedRect(
        m_option.rect, blended(m_tokens.accent, m_tokens.headerBottom, pressed ? 0.16 : 0.09), {}, m_radius);
}

void StylePainter::labelledButton(const QStyleOptionToolButton &button, const Metrics &metrics) const
{
    const bool enabled = has(QStyle::State_Enabled);
    const QSize icon = button.iconSize;
    const QRect inner = button.rect.adjusted(metrics.step(2), 0, -metrics.step(2), 0);
    const QRect iconRect
        = QStyle::alignedRect(button.direction, Qt::AlignLeft | Qt::AlignVCenter, icon, inner);
    button.icon.paint(&m_painter, iconRect, Qt::AlignCenter, enabled ? QIcon::Normal : QIcon::Disabled);
    const QRect text = QStyle::visualRect(
        button.direction, inner, inner.adjusted(icon.width() + metrics.step(1.5), 0, 0, 0));
    const Qt::Alignment alignment
        = QStyle::visualAlignment(button.direction, Qt::AlignLeft | Qt::AlignVCenter);
    m_painter.setPen(
        button.palette.color(enabled ? QPalette::Active : QPalette::Disabled, QPalette::ButtonText));
    m_painter.setFont(button.font);
    m_painter.drawText(text, int(alignment) | Qt::TextShowMnemonic | Qt::TextSingleLine, button.text);
}

QColor StylePainter::checkFill() const
{
    if (has(QStyle::State_Off))
        return m_option.palette.color(QPalette::Base);
    return has(QStyle::State_Enabled) ? m_tokens.accent : m_tokens.offline;
}

void StylePainter::checkBox() const
{
    const bool empty = has(QStyle::State_Off);
    const double size = m_option.rect.height();
    roundedRect(m_option.rect, checkFill(), empty ? m_tokens.fieldEdge : QColor(), size / 4);
    if (empty)
        return;
    if (!has(QStyle::State_NoChange)) {
        checkMark(m_option.rect, m_tokens.onAccent);
        return;
    }
    m_painter.setPen(QPen(m_tokens.onAccent, size / 8, Qt::SolidLine, Qt::RoundCap));
    const QPointF centre = QRectF(m_option.rect).center();
    m_painter.drawLine(centre - QPointF(size * 0.22, 0), centre + QPointF(size * 0.22, 0));
}

void StylePainter::checkMark(const QRectF &square, const QColor &colour) const
{
    const double size = square.height();
    const auto at = [&](double x, double y) { return square.topLeft() + QPointF(x, y) * size; };
    m_painter.setPen(QPen(colour, size / 8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    m_painter.setBrush(Qt::NoBrush);
    m_painter.drawPolyline(QPolygonF({at(0.26, 0.52), at(0.43, 0.69), at(0.75, 0.33)}));
}

void StylePainter::radioButton() const
{
    const bool empty = has(QStyle::State_Off);
    const double size = m_option.rect.height();
    roundedRect(m_option.rect, checkFill(), empty ? m_tokens.fieldEdge : QColor(), size / 2);
    if (empty)
        return;
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(m_tokens.onAccent);
    m_painter.drawEllipse(QRectF(m_option.rect).center(), size / 5, size / 5);
}

void StylePainter::focusRing() const
{
    roundedRect(m_option.rect, {}, blended(m_tokens.accent, m_tokens.window, 0.7), m_radius, 1.4);
}

void StylePainter::rowShape(const QColor &fill) const
{
    const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(&m_option);
    const auto position = item ? item->viewItemPosition : QStyleOptionViewItem::OnlyOne;
    const bool mirrored = m_option.direction == Qt::RightToLeft;
    const bool begins = position != QStyleOptionViewItem::Middle && position != QStyleOptionViewItem::End;
    const bool ends = position != QStyleOptionViewItem::Middle && position != QStyleOptionViewItem::Beginning;
    // Where the row goes on beside this cell, its round end lies outside of the clip.
    const double inset = m_radius * 2 / 3.0;
    const double beyond = -2.0 * m_radius;
    const double left = (mirrored ? ends : begins) ? inset : beyond;
    const double right = (mirrored ? begins : ends) ? inset : beyond;
    m_painter.save();
    m_painter.setClipRect(m_option.rect, Qt::IntersectClip);
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(fill);
    m_painter.drawRoundedRect(QRectF(m_option.rect).adjusted(left, 0.5, -right, -0.5), m_radius, m_radius);
    m_painter.restore();
}

void StylePainter::itemGround() const
{
    if (has(QStyle::State_Selected))
        rowShape(m_tokens.selection);
}

void StylePainter::itemRow() const
{
    if (has(QStyle::State_Selected))
        rowShape(m_tokens.selection);
    else if (has(QStyle::State_MouseOver) && has(QStyle::State_Enabled))
        rowShape(m_tokens.hover);
}

void StylePainter::chevron(const QRect &rect, Qt::ArrowType direction) const
{
    const double arm = std::min(rect.width(), rect.height()) * 0.28;
    const QColor colour = has(QStyle::State_Enabled) ? m_tokens.secondInk : m_tokens.offline;
    m_painter.save();
    m_painter.translate(QRectF(rect).center());
    const QHash<Qt::ArrowType, int> turns{
        {Qt::DownArrow, 0}, {Qt::LeftArrow, 90}, {Qt::UpArrow, 180}, {Qt::RightArrow, 270}};
    m_painter.rotate(turns.value(direction));
    m_painter.setPen(QPen(colour, std::max(1.2, arm * 0.4), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    m_painter.setBrush(Qt::NoBrush);
    m_painter.drawPolyline(QPolygonF({QPointF(-arm, -arm / 2), QPointF(0, arm / 2), QPointF(arm, -arm / 2)}));
    m_painter.restore();
}

void StylePainter::scrollHandle(const QRect &handle) const
{
    const bool active = has(QStyle::State_MouseOver) || has(QStyle::State_Sunken);
    const bool upright = handle.height() > handle.width();
    const QRectF slim
        = upright ? QRectF(handle).adjusted(3, 2, -3, -2) : QRectF(handle).adjusted(2, 3, -2, -3);
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(blended(m_tokens.ink, m_tokens.window, active ? 0.45 : 0.24));
    const double radius = std::min(slim.width(), slim.height()) / 2;
    m_painter.drawRoundedRect(slim, radius, radius);
}

void StylePainter::headerSection() const
{
    const QRect &rect = m_option.rect;
    m_painter.fillRect(rect, m_option.palette.color(QPalette::Base));
    m_painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), m_tokens.fieldBorder);
}

void StylePainter::progressBar(double from, double part, const QColor &colour) const
{
    const double height = m_radius;
    QRectF bar(m_option.rect.left() + m_option.rect.width() * from, 0, m_option.rect.width() * part, height);
    bar.moveTop(QRectF(m_option.rect).center().y() - height / 2);
    if (m_option.direction == Qt::RightToLeft)
        bar.moveLeft(m_option.rect.left() + m_option.rect.right() + 1 - bar.right());
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(colour);
    m_painter.drawRoundedRect(bar, height / 2, height / 2);
}

void StylePainter::progressGroove() const
{
    progressBar(0, 1, m_tokens.line);
}

void StylePainter::progressContents() const
{
    const auto *progress = qstyleoption_cast<const QStyleOptionProgressBar *>(&m_option);
    if (!progress)
        return;
    const double range = double(progress->maximum) - progress->minimum;
    // How much there is to do is not known: a part in the middle, at rest.
    if (range <= 0)
        progressBar(0.35, 0.3, m_tokens.accent);
    else if (progress->progress > progress->minimum)
        progressBar(0, std::min(1.0, (progress->progress - progress->minimum) / range), m_tokens.accent);
}

void StylePainter::tip() const
{
    roundedRect(m_option.rect, m_option.palette.color(QPalette::ToolTipBase), m_tokens.fieldBorder, 0);
}

void StylePainter::menuGround() const
{
    m_painter.fillRect(m_option.rect, m_tokens.raised);
}

void StylePainter::menuFrame() const
{
    roundedRect(m_option.rect, {}, m_tokens.fieldBorder, 0);
}

void StylePainter::menuRow() const
{
    if (has(QStyle::State_Selected) && has(QStyle::State_Enabled))
        roundedRect(m_option.rect, m_tokens.selection, {}, m_radius * 2 / 3.0);
}

void StylePainter::menuCheck(const Metrics &metrics) const
{
    const int size = metrics.icon();
    const QRect inner = m_option.rect.adjusted(metrics.step(), 0, -metrics.step(), 0);
    checkMark(QStyle::alignedRect(m_option.direction, Qt::AlignRight | Qt::AlignVCenter, {size, size}, inner),
        m_tokens.accent);
}

void StylePainter::menuSeparator() const
{
    const QRect area = m_option.rect.adjusted(m_radius, 0, -m_radius, 0);
    m_painter.fillRect(
        QRect(area.left(), area.center().y(), area.width(), 1), blended(m_tokens.ink, m_tokens.raised, 0.14));
}

} // namespace Ui
