#include "ui/theme/style.h"

#include "ui/theme/metrics.h"
#include "ui/theme/stylepainter.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QPainter>
#include <QScrollBar>
#include <QStyleOption>
#include <QTabBar>

namespace Ui {
namespace {

Metrics metricsFor(const QStyleOption *option, const QWidget *widget)
{
    if (widget)
        return Metrics::of(widget);
    const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option);
    return Metrics(item ? item->font : QApplication::font());
}

/// Saves the painter around everything a StylePainter draws.
class Drawing
{
public:
    Drawing(QPainter *painter, const QStyleOption *option, const QWidget *widget)
        : m_painter(painter)
    {
        m_painter->save();
        shapes.emplace(*painter, *option, metricsFor(option, widget).radius());
    }
    ~Drawing() { m_painter->restore(); }
    Drawing(const Drawing &) = delete;
    Drawing &operator=(const Drawing &) = delete;

    std::optional<StylePainter> shapes;

private:
    QPainter *m_painter;
};

using Draw = void (StylePainter::*)() const;

Draw ownPrimitive(QStyle::PrimitiveElement element)
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

/// An icon with its words beside it, and some air around both.
bool isLabelled(const QStyleOptionToolButton &button)
{
    return button.toolButtonStyle == Qt::ToolButtonTextBesideIcon && !button.icon.isNull()
        && !button.text.isEmpty();
}

void drawLabelled(QPainter &painter, const QStyleOptionToolButton &button, const Metrics &metrics)
{
    const bool enabled = button.state.testFlag(QStyle::State_Enabled);
    const QSize icon = button.iconSize;
    const QRect inner = button.rect.adjusted(metrics.step(2), 0, -metrics.step(2), 0);
    const QRect iconRect
        = QStyle::alignedRect(button.direction, Qt::AlignLeft | Qt::AlignVCenter, icon, inner);
    button.icon.paint(&painter, iconRect, Qt::AlignCenter, enabled ? QIcon::Normal : QIcon::Disabled);
    const QRect text = QStyle::visualRect(
        button.direction, inner, inner.adjusted(icon.width() + metrics.step(1.5), 0, 0, 0));
    const Qt::Alignment alignment
        = QStyle::visualAlignment(button.direction, Qt::AlignLeft | Qt::AlignVCenter);
    painter.setPen(
        button.palette.color(enabled ? QPalette::Active : QPalette::Disabled, QPalette::ButtonText));
    painter.setFont(button.font);
    painter.drawText(text, int(alignment) | Qt::TextShowMnemonic | Qt::TextSingleLine, button.text);
}

bool isFlat(const QStyleOption *option)
{
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
    return button && button->features.testFlag(QStyleOptionButton::Flat);
}

/// Fusion takes a row's or menu entry's colours from Highlight; in this design that is the strong
/// accent for selected text, and rows are softer.
QPalette softHighlight(const QPalette &palette)
{
    const Tokens &tokens = Tokens::of(palette);
    QPalette soft = palette;
    soft.setColor(QPalette::Highlight, tokens.selection);
    soft.setColor(QPalette::HighlightedText, tokens.ink);
    return soft;
}

bool isPrimary(const QStyleOptionButton &button)
{
    return button.features.testFlag(QStyleOptionButton::DefaultButton)
        && button.state.testFlag(QStyle::State_Enabled);
}

/// The field inside an editable combo box: the box draws edge and ground for both.
bool isInnerEditor(const QWidget *widget)
{
    return widget && qobject_cast<const QComboBox *>(widget->parentWidget());
}

bool isSunkenEditor(const QWidget *widget)
{
    return widget && widget->property("field").toBool();
}

} // namespace

Style::Style()
    : QProxyStyle(QStringLiteral("Fusion"))
{
}

QPalette Style::standardPalette() const
{
    return m_appearance == Theme::Appearance::Dark ? Tokens::dark().toPalette() : Tokens::light().toPalette();
}

void Style::polish(QApplication *application)
{
    QProxyStyle::polish(application);
    application->installEventFilter(&m_mnemonics);
}

void Style::unpolish(QApplication *application)
{
    application->removeEventFilter(&m_mnemonics);
    QProxyStyle::unpolish(application);
}

void Style::polish(QPalette &palette)
{
    switch (m_appearance) {
    case Theme::Appearance::System:
        palette = Tokens::of(palette).toPalette();
        return;
    case Theme::Appearance::Light:
        palette = Tokens::light().toPalette();
        return;
    case Theme::Appearance::Dark:
        palette = Tokens::dark().toPalette();
        return;
    }
}

void Style::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QAbstractButton *>(widget) || qobject_cast<QComboBox *>(widget)
        || qobject_cast<QScrollBar *>(widget) || qobject_cast<QTabBar *>(widget))
        widget->setAttribute(Qt::WA_Hover);
}

void Style::drawPrimitive(
    PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    if (element == PE_PanelButtonCommand && isFlat(option))
        element = PE_PanelButtonTool;
    if (element == PE_FrameDefaultButton || element == PE_IndicatorButtonDropDown)
        return;
    if (element == PE_PanelLineEdit && isInnerEditor(widget))
        return;
    if (element == PE_Frame && isSunkenEditor(widget))
        element = PE_PanelLineEdit;
    if (const Draw draw = ownPrimitive(element)) {
        const Drawing drawing(painter, option, widget);
        ((*drawing.shapes).*draw)();
        return;
    }
    if (const Qt::ArrowType arrow = arrowOf(element); arrow != Qt::NoArrow) {
        const Drawing drawing(painter, option, widget);
        drawing.shapes->chevron(option->rect, arrow);
        return;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void Style::drawControl(
    ControlElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
        button && element == CE_PushButtonLabel && isPrimary(*button)) {
        QStyleOptionButton primary(*button);
        primary.palette.setColor(QPalette::ButtonText, Tokens::of(option->palette).onAccent);
        painter->save();
        QFont font = painter->font();
        font.setWeight(QFont::DemiBold);
        painter->setFont(font);
        QProxyStyle::drawControl(element, &primary, painter, widget);
        painter->restore();
        return;
    }
    if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option)) {
        QStyleOptionMenuItem soft(*item);
        soft.palette = softHighlight(item->palette);
        QProxyStyle::drawControl(element, &soft, painter, widget);
        return;
    }
    if (const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option)) {
        QStyleOptionViewItem soft(*item);
        soft.palette = softHighlight(item->palette);
        QProxyStyle::drawControl(element, &soft, painter, widget);
        return;
    }
    if (const auto *tool = qstyleoption_cast<const QStyleOptionToolButton *>(option);
        tool && element == CE_ToolButtonLabel && isLabelled(*tool)) {
        painter->save();
        drawLabelled(*painter, *tool, metricsFor(option, widget));
        painter->restore();
        return;
    }
    if (element == CE_Splitter) {
        painter->fillRect(option->rect, Tokens::of(option->palette).line);
        return;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void Style::drawComplexControl(
    ComplexControl control, const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const
{
    if (control == CC_ScrollBar) {
        const Drawing drawing(painter, option, widget);
        drawing.shapes->scrollHandle(subControlRect(control, option, SC_ScrollBarSlider, widget));
        return;
    }
    if (const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option); combo && combo->frame) {
        const Drawing drawing(painter, option, widget);
        drawing.shapes->field();
        drawing.shapes->chevron(subControlRect(control, option, SC_ComboBoxArrow, widget), Qt::DownArrow);
        return;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl subControl,
    const QWidget *widget) const
{
    const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (control != CC_ScrollBar || !slider)
        return QProxyStyle::subControlRect(control, option, subControl, widget);
    // No arrow buttons: the groove is everything.
    const bool upright = slider->orientation == Qt::Vertical;
    const int length = upright ? option->rect.height() : option->rect.width();
    const qint64 range = qint64(slider->maximum) - slider->minimum;
    int handle = length;
    if (range > 0)
        handle = std::clamp(int(qint64(slider->pageStep) * length / (range + slider->pageStep)),
            std::min(length, metricsFor(option, widget).px(32)), length);
    const int start = sliderPositionFromValue(
        slider->minimum, slider->maximum, slider->sliderPosition, length - handle, slider->upsideDown);
    const auto part = [&](int from, int size) {
        const QRect rect = upright ? QRect(0, from, option->rect.width(), size)
                                   : QRect(from, 0, size, option->rect.height());
        return visualRect(slider->direction, option->rect, rect.translated(option->rect.topLeft()));
    };
    switch (subControl) {
    case SC_ScrollBarGroove:
        return option->rect;
    case SC_ScrollBarSlider:
        return part(start, handle);
    case SC_ScrollBarSubPage:
        return part(0, start);
    case SC_ScrollBarAddPage:
        return part(start + handle, length - start - handle);
    default:
        return {};
    }
}

QRect Style::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    const QRect rect = QProxyStyle::subElementRect(element, option, widget);
    if (element != SE_LineEditContents)
        return rect;
    // Rounded edges want the text a little further in.
    const int inset = metricsFor(option, widget).px(4);
    return rect.adjusted(inset, 0, -inset, 0);
}

QSize Style::sizeFromContents(
    ContentsType type, const QStyleOption *option, const QSize &size, const QWidget *widget) const
{
    const QSize base = QProxyStyle::sizeFromContents(type, option, size, widget);
    const Metrics metrics = metricsFor(option, widget);
    switch (type) {
    case CT_PushButton:
        return {base.width() + metrics.step(2), std::max(base.height(), metrics.px(32))};
    case CT_ToolButton: {
        const auto *tool = qstyleoption_cast<const QStyleOptionToolButton *>(option);
        return tool && isLabelled(*tool) ? QSize(base.width() + metrics.step(4), base.height()) : base;
    }
    case CT_LineEdit:
    case CT_ComboBox:
        return {base.width() + metrics.step(), std::max(base.height(), metrics.px(32))};
    case CT_MenuItem: {
        const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
        const bool separator = item && item->menuItemType == QStyleOptionMenuItem::Separator;
        return separator ? base
                         : QSize(base.width() + metrics.step(2), std::max(base.height(), metrics.px(28)));
    }
    default:
        return base;
    }
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    const Metrics metrics = metricsFor(option, widget);
    switch (metric) {
    case PM_ScrollBarExtent:
        return metrics.px(11);
    case PM_ScrollView_ScrollBarSpacing:
    case PM_ScrollView_ScrollBarOverlap:
        return 0;
    case PM_ScrollBarSliderMin:
        return metrics.px(32);
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return metrics.px(15);
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return metrics.step(2);
    case PM_SplitterWidth:
        return metrics.px(1);
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
        return metrics.icon();
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::styleHint(
    StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *result) const
{
    switch (hint) {
    case SH_LineEdit_PasswordCharacter:
        return 0x2022; // the usual disc is missing in many fonts, and loading another costs a megabyte
    case SH_DialogButtonBox_ButtonsHaveIcons: // those of the desktop's own drawing among ours
    case SH_ScrollBar_Transient:
    case SH_ItemView_ActivateItemOnSingleClick:
        return 0;
    case SH_ScrollBar_LeftClickAbsolutePosition:
        return 0;
    case SH_Widget_Animate:
    case SH_Widget_Animation_Duration:
        return m_motionReduced ? 0 : QProxyStyle::styleHint(hint, option, widget, result);
    case SH_UnderlineShortcut:
        return m_mnemonics.areShown();
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
        return 0;
    default:
        return QProxyStyle::styleHint(hint, option, widget, result);
    }
}

} // namespace Ui
