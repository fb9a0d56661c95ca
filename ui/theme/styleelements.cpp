#include "ui/theme/styleelements.h"

#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QHash>
#include <QStyleOption>

namespace Ui::StyleElements {

Draw shapeOf(QStyle::PrimitiveElement element)
{
    static const QHash<int, Draw> table{
        {QStyle::PE_PanelLineEdit, &StylePainter::field},
        {QStyle::PE_PanelButtonCommand, &StylePainter::button},
        {QStyle::PE_IndicatorCheckBox, &StylePainter::checkBox},
        {QStyle::PE_IndicatorRadioButton, &StylePainter::radioButton},
        {QStyle::PE_IndicatorItemViewItemCheck, &StylePainter::checkBox},
        {QStyle::PE_PanelButtonTool, &StylePainter::flatButton},
        {QStyle::PE_FrameFocusRect, &StylePainter::focusRing},
        {QStyle::PE_PanelItemViewItem, &StylePainter::itemRow},
        {QStyle::PE_PanelItemViewRow, &StylePainter::itemGround},
        {QStyle::PE_PanelTipLabel, &StylePainter::tip},
        {QStyle::PE_PanelMenu, &StylePainter::menuGround},
        {QStyle::PE_FrameMenu, &StylePainter::menuFrame},
    };
    return table.value(element, nullptr);
}

Draw shapeOf(QStyle::ControlElement element)
{
    static const QHash<int, Draw> table{
        {QStyle::CE_HeaderSection, &StylePainter::headerSection},
        {QStyle::CE_HeaderEmptyArea, &StylePainter::headerSection},
        {QStyle::CE_ProgressBarGroove, &StylePainter::progressGroove},
        {QStyle::CE_ProgressBarContents, &StylePainter::progressContents},
    };
    return table.value(element, nullptr);
}

Qt::ArrowType arrowOf(QStyle::PrimitiveElement element)
{
    switch (element) {
    case QStyle::PE_IndicatorArrowDown:
        return Qt::DownArrow;
    case QStyle::PE_IndicatorArrowUp:
        return Qt::UpArrow;
    case QStyle::PE_IndicatorArrowLeft:
        return Qt::LeftArrow;
    case QStyle::PE_IndicatorArrowRight:
        return Qt::RightArrow;
    default:
        return Qt::NoArrow;
    }
}

bool isFlat(const QStyleOption *option)
{
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
    return button && button->features.testFlag(QStyleOptionButton::Flat);
}

bool isPrimary(const QStyleOptionButton &button)
{
    return button.features.testFlag(QStyleOptionButton::DefaultButton)
        && button.state.testFlag(QStyle::State_Enabled);
}

bool isComboList(const QWidget *widget)
{
    return widget && widget->inherits("QComboBoxPrivateContainer");
}

bool isInnerEditor(const QWidget *widget)
{
    return widget
        && (qobject_cast<const QComboBox *>(widget->parentWidget())
            || qobject_cast<const QAbstractSpinBox *>(widget->parentWidget()));
}

bool isSunkenEditor(const QWidget *widget)
{
    return widget && widget->property("field").toBool();
}

const QWidget *widgetOf(const QStyleOption *option, const QWidget *widget)
{
    return widget ? widget : qobject_cast<const QWidget *>(option->styleObject);
}

bool showsFocus(const QWidget *widget)
{
    const auto *view = qobject_cast<const QAbstractItemView *>(widget);
    return !widget || widget->window()->testAttribute(Qt::WA_KeyboardFocusChange)
        || (view && view->selectionMode() == QAbstractItemView::NoSelection);
}

QPalette softHighlight(const QPalette &palette)
{
    const Tokens &tokens = Tokens::of(palette);
    QPalette soft = palette;
    soft.setColor(QPalette::Highlight, tokens.selection);
    soft.setColor(QPalette::HighlightedText, tokens.ink);
    return soft;
}

} // namespace Ui::StyleElements
