#pragma once

#include "ui/theme/stylepainter.h"

#include <QStyle>

class QStyleOptionButton;

/// What Qt's names for parts of controls mean in this design.
namespace Ui::StyleElements {

using Draw = void (StylePainter::*)() const;

/// The shape that stands for a primitive; nullptr: as the base style draws it.
Draw shapeOf(QStyle::PrimitiveElement element);
Draw shapeOf(QStyle::ControlElement element);
/// Qt::NoArrow for what is none.
Qt::ArrowType arrowOf(QStyle::PrimitiveElement element);

bool isFlat(const QStyleOption *option);
/// The one enabled button of a window that Return presses.
bool isPrimary(const QStyleOptionButton &button);
/// The window with the entries of a combo box.
bool isComboList(const QWidget *widget);
/// The field inside an editable combo box or a spin box: the box draws edge and ground for both.
bool isInnerEditor(const QWidget *widget);
/// A frame that looks like a field: its property "field" is true.
bool isSunkenEditor(const QWidget *widget);
/// What is drawn: item views do not say it when they draw the focus.
const QWidget *widgetOf(const QStyleOption *option, const QWidget *widget);
/// Whether the focus of \p widget is shown by a ring: only to those who move it with the keyboard. In a
/// list where nothing can be selected it is the only sign of where one is.
bool showsFocus(const QWidget *widget);

/// \p palette with the soft colours of rows and menu entries in the roles that Fusion takes them from.
QPalette softHighlight(const QPalette &palette);
template <typename Option>
Option softened(const Option &option)
{
    Option soft(option);
    soft.palette = softHighlight(option.palette);
    return soft;
}

} // namespace Ui::StyleElements
