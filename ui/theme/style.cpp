#include "ui/theme/style.h"

#include "ui/theme/metrics.h"
#include "ui/theme/stylepainter.h"
#include "ui/theme/stylesizes.h"

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QFrame>
#include <QPainter>
#include <QScrollBar>
#include <QStyleOption>
#include <QTabBar>

namespace Ui {
namespace {

/// Saves the painter around everything a StylePainter draws.
class Drawing
{
public:
    Drawing(QPainter *painter, const QStyleOption *option, const QWidget *widget)
        : m_painter(painter)
    {
        m_painter->save();
        shapes.emplace(*painter, *option, StyleSizes::metricsFor(option, widget).radius());
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
        {QStyle::PE_FrameMenu, &StylePainter::menuFrame},
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

/// The field inside an editable combo box or a spin box: the box draws edge and ground for both.
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
    // What it is was said after it was made: its frame is wider now.
    if (auto *frame = qobject_cast<QFrame *>(widget); frame && isSunkenEditor(widget))
        frame->setFrameStyle(frame->frameStyle());
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
    if (element == CE_PushButton) {
        QProxyStyle::drawControl(element, option, painter, widget);
        const Drawing drawing(painter, option, widget);
        drawing.shapes->buttonFocus();
        return;
    }
    if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option)) {
        if (item->menuItemType == QStyleOptionMenuItem::Separator && item->text.isEmpty()) {
            const Drawing drawing(painter, option, widget);
            drawing.shapes->menuSeparator();
            return;
        }
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
        tool && element == CE_ToolButtonLabel && StyleSizes::isLabelled(*tool)) {
        const Drawing drawing(painter, option, widget);
        drawing.shapes->labelledButton(*tool, StyleSizes::metricsFor(option, widget));
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
    if (const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option); spin && spin->frame) {
        const Drawing drawing(painter, option, widget);
        drawing.shapes->field();
        drawing.shapes->chevron(subControlRect(control, option, SC_SpinBoxUp, widget), Qt::UpArrow);
        drawing.shapes->chevron(subControlRect(control, option, SC_SpinBoxDown, widget), Qt::DownArrow);
        return;
    }
    if (const auto *tool = qstyleoption_cast<const QStyleOptionToolButton *>(option)) {
        // That there is a menu is said by the icon, not by a second arrow beside it.
        QStyleOptionToolButton plain(*tool);
        plain.features.setFlag(QStyleOptionToolButton::HasMenu, false);
        QProxyStyle::drawComplexControl(control, &plain, painter, widget);
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
    return StyleSizes::scrollBarPart(*slider, subControl, StyleSizes::metricsFor(option, widget));
}

QRect Style::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    const QRect rect = QProxyStyle::subElementRect(element, option, widget);
    if (element != SE_LineEditContents)
        return rect;
    // Rounded edges want the text a little further in.
    const int inset = StyleSizes::metricsFor(option, widget).px(4);
    return rect.adjusted(inset, 0, -inset, 0);
}

QSize Style::sizeFromContents(
    ContentsType type, const QStyleOption *option, const QSize &size, const QWidget *widget) const
{
    const QSize base = QProxyStyle::sizeFromContents(type, option, size, widget);
    return StyleSizes::contents(type, option, base, StyleSizes::metricsFor(option, widget));
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    const Metrics metrics = StyleSizes::metricsFor(option, widget);
    // The corners of what is in it lie inside of its round ones.
    if (metric == PM_DefaultFrameWidth && isSunkenEditor(widget))
        return metrics.px(3);
    const std::optional<int> own = StyleSizes::pixels(metric, metrics);
    return own ? *own : QProxyStyle::pixelMetric(metric, option, widget);
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
