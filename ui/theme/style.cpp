#include "ui/theme/style.h"

#include "ui/theme/metrics.h"
#include "ui/theme/styleelements.h"
#include "ui/theme/stylesizes.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QFrame>
#include <QMenu>
#include <QPainter>
#include <QScrollBar>
#include <QStyleOption>
#include <QTabBar>

namespace Ui {

using namespace StyleElements;

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
    if (element == PE_FrameFocusRect && !showsFocus(widgetOf(option, widget)))
        return;
    if (element == PE_Frame && isSunkenEditor(widget))
        element = PE_PanelLineEdit;
    if (element == PE_Frame && isComboList(widget))
        element = PE_FrameMenu;
    if (const StyleElements::Draw draw = shapeOf(element)) {
        const Drawing drawing(painter, option, widget);
        ((*drawing.shapes).*draw)();
        return;
    }
    if (const Qt::ArrowType arrow = arrowOf(element); arrow != Qt::NoArrow)
        Drawing(painter, option, widget).shapes->chevron(option->rect, arrow);
    else
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
        Drawing(painter, option, widget).shapes->buttonFocus();
        return;
    }
    if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option)) {
        if (element == CE_MenuItem) {
            drawMenuItem(*item, painter, widget);
            return;
        }
        const QStyleOptionMenuItem soft = softened(*item);
        QProxyStyle::drawControl(element, &soft, painter, widget);
        return;
    }
    if (const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option)) {
        const QStyleOptionViewItem soft = softened(*item);
        QProxyStyle::drawControl(element, &soft, painter, widget);
        return;
    }
    if (const auto *tool = qstyleoption_cast<const QStyleOptionToolButton *>(option);
        tool && element == CE_ToolButtonLabel && StyleSizes::isLabelled(*tool)) {
        const Drawing drawing(painter, option, widget);
        drawing.shapes->labelledButton(*tool, StyleSizes::metricsFor(option, widget));
        return;
    }
    if (const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option);
        combo && element == CE_ComboBoxLabel) {
        QStyleOptionComboBox fitted(*combo);
        fitted.currentText = StyleSizes::comboWords(*combo, StyleSizes::metricsFor(option, widget));
        QProxyStyle::drawControl(element, &fitted, painter, widget);
        return;
    }
    if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option);
        header && element == CE_HeaderLabel) {
        QStyleOptionHeader quiet(*header);
        quiet.palette.setColor(QPalette::ButtonText, Tokens::of(option->palette).secondInk);
        QProxyStyle::drawControl(element, &quiet, painter, widget);
        return;
    }
    if (const StyleElements::Draw draw = shapeOf(element)) {
        const Drawing drawing(painter, option, widget);
        ((*drawing.shapes).*draw)();
        return;
    }
    if (element == CE_Splitter) {
        painter->fillRect(option->rect, Tokens::of(option->palette).line);
        return;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void Style::drawMenuItem(const QStyleOptionMenuItem &item, QPainter *painter, const QWidget *widget) const
{
    if (item.menuItemType == QStyleOptionMenuItem::Separator && item.text.isEmpty()) {
        Drawing(painter, &item, widget).shapes->menuSeparator();
        return;
    }
    Drawing(painter, &item, widget).shapes->menuRow();
    QStyleOptionMenuItem plain(item);
    plain.state.setFlag(State_Selected, false);
    if (!qobject_cast<const QMenu *>(widget))
        plain.text = StyleSizes::popupWords(item);
    // Fusion shows which one holds by a pressed button behind its icon.
    const bool isMarked = StyleSizes::marksAtEnd(item) && qobject_cast<const QMenu *>(widget);
    if (isMarked) {
        plain.checkType = QStyleOptionMenuItem::NotCheckable;
        plain.checked = false;
    }
    QProxyStyle::drawControl(CE_MenuItem, &plain, painter, widget);
    if (isMarked && item.checked)
        Drawing(painter, &item, widget).shapes->menuCheck(StyleSizes::metricsFor(&item, widget));
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
        const Metrics metrics = StyleSizes::metricsFor(option, widget);
        drawing.shapes->chevron(StyleSizes::comboArrow(*combo, metrics), Qt::DownArrow);
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
    if (const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option);
        combo && subControl == SC_ComboBoxEditField)
        return StyleSizes::comboText(*combo, StyleSizes::metricsFor(option, widget));
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
    case SH_ComboBox_PopupFrameStyle:
        return static_cast<int>(QFrame::StyledPanel) | QFrame::Plain;
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
