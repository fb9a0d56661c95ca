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
    /// What shows that a cell is selected or under the pointer: over a whole row one shape with round ends.
    void itemRow() const;
    /// The same below the cells of a row, only where it is selected.
    void itemGround() const;
    void chevron(const QRect &rect, Qt::ArrowType direction) const;
    void scrollHandle(const QRect &handle) const;
    /// Titles of columns: the ground of the list and a line below.
    void headerSection() const;
    void progressGroove() const;
    void progressContents() const;
    void tip() const;
    void menuGround() const;
    void menuFrame() const;
    /// The ground of an entry under the pointer.
    void menuRow() const;
    /// Says at the end of an entry that it is the one that holds.
    void menuCheck(const Metrics &metrics) const;
    void menuSeparator() const;

private:
    bool has(QStyle::StateFlag flag) const { return m_state.testFlag(flag); }
    void roundedRect(
        const QRect &rect, const QColor &fill, const QColor &edge, double radius, double width = 1) const;
    void checkMark(const QRectF &square, const QColor &colour) const;
    /// A slim bar over \p part of the width, from where reading begins.
    void progressBar(double from, double part, const QColor &colour) const;
    void rowShape(const QColor &fill) const;
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
