#pragma once

#include "ui/theme/tokens.h"

#include <QRect>
#include <QStyle>

class QPainter;
class QStyleOption;
class QStyleOptionToolButton;

namespace Ui {

class Metrics;

/// Draws the shapes in which this design differs from Fusion.
class StylePainter
{
public:
    StylePainter(QPainter &painter, const QStyleOption &option, int radius);

    /// Edge and ground of a text field, an accent ring if it has the focus.
    void field() const;
    void button() const;
    /// Where the keys go, once somebody uses keys.
    void buttonFocus() const;
    void checkBox() const;
    void radioButton() const;
    void flatButton() const;
    /// Icon and words of a StyleSizes::isLabelled() button.
    void labelledButton(const QStyleOptionToolButton &button, const Metrics &metrics) const;
    void focusRing() const;
    void itemRow() const;
    void itemGround() const;
    void chevron(const QRect &rect, Qt::ArrowType direction) const;
    void scrollHandle(const QRect &handle) const;
    void tip() const;
    void menuFrame() const;
    void menuSeparator() const;

private:
    bool has(QStyle::StateFlag flag) const { return m_state.testFlag(flag); }
    void roundedRect(
        const QRect &rect, const QColor &fill, const QColor &edge, double radius, double width = 1) const;
    bool isPrimary() const;
    QColor buttonFill() const;
    QColor checkFill() const;

    QPainter &m_painter;
    const QStyleOption &m_option;
    const QStyle::State m_state;
    const Tokens &m_tokens;
    const int m_radius;
};

} // namespace Ui
