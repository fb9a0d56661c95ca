#include "ui/theme/stylesizes.h"

#include <QApplication>
#include <QStyleOption>

#include <algorithm>

namespace Ui {

Metrics StyleSizes::metricsFor(const QStyleOption *option, const QWidget *widget)
{
    if (widget)
        return Metrics::of(widget);
    const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option);
    return Metrics(item ? item->font : QApplication::font());
}

bool StyleSizes::isLabelled(const QStyleOptionToolButton &button)
{
    return button.toolButtonStyle == Qt::ToolButtonTextBesideIcon && !button.icon.isNull()
        && !button.text.isEmpty();
}

bool StyleSizes::marksAtEnd(const QStyleOptionMenuItem &item)
{
    return item.checkType != QStyleOptionMenuItem::NotCheckable && !item.icon.isNull();
}

QRect StyleSizes::comboArrow(const QStyleOptionComboBox &combo, const Metrics &metrics)
{
    const int size = metrics.px(14);
    const QRect inner = combo.rect.adjusted(metrics.step(2), 0, -metrics.step(2), 0);
    return QStyle::alignedRect(combo.direction, Qt::AlignRight | Qt::AlignVCenter, {size, size}, inner);
}

QRect StyleSizes::comboText(const QStyleOptionComboBox &combo, const Metrics &metrics)
{
    // A field inside it brings its own margin.
    const int before = combo.editable ? metrics.px(2) : metrics.px(7);
    const QRect text = combo.rect.adjusted(before, 2, -metrics.step(2) - metrics.px(14 + 4), -2);
    return QStyle::visualRect(combo.direction, combo.rect, text);
}

QString StyleSizes::comboWords(const QStyleOptionComboBox &combo, const Metrics &metrics)
{
    const int icon = combo.currentIcon.isNull() ? 0 : combo.iconSize.width() + 4;
    const int room = comboText(combo, metrics).width() - icon - 2;
    return combo.fontMetrics.elidedText(combo.currentText, Qt::ElideRight, room);
}

QString StyleSizes::popupWords(const QStyleOptionMenuItem &entry)
{
    // What the base style keeps free before and behind the words.
    const int before = std::max(entry.rect.height() * 79 / 100, entry.maxIconWidth) + 4;
    constexpr int behind = 16;
    return entry.fontMetrics.elidedText(entry.text, Qt::ElideRight, entry.rect.width() - before - behind);
}

QRect StyleSizes::scrollBarPart(
    const QStyleOptionSlider &slider, QStyle::SubControl subControl, const Metrics &metrics)
{
    const bool upright = slider.orientation == Qt::Vertical;
    const int length = upright ? slider.rect.height() : slider.rect.width();
    const qint64 range = qint64(slider.maximum) - slider.minimum;
    int handle = length;
    if (range > 0)
        handle = std::clamp(int(qint64(slider.pageStep) * length / (range + slider.pageStep)),
            std::min(length, metrics.px(32)), length);
    const int start = QStyle::sliderPositionFromValue(
        slider.minimum, slider.maximum, slider.sliderPosition, length - handle, slider.upsideDown);
    const auto part = [&](int from, int size) {
        const QRect rect = upright ? QRect(0, from, slider.rect.width(), size)
                                   : QRect(from, 0, size, slider.rect.height());
        return QStyle::visualRect(slider.direction, slider.rect, rect.translated(slider.rect.topLeft()));
    };
    switch (subControl) {
    case QStyle::SC_ScrollBarGroove:
        return slider.rect;
    case QStyle::SC_ScrollBarSlider:
        return part(start, handle);
    case QStyle::SC_ScrollBarSubPage:
        return part(0, start);
    case QStyle::SC_ScrollBarAddPage:
        return part(start + handle, length - start - handle);
    default:
        return {};
    }
}

QSize StyleSizes::contents(
    QStyle::ContentsType type, const QStyleOption *option, const QSize &base, const Metrics &metrics)
{
    switch (type) {
    case QStyle::CT_PushButton:
        return {base.width() + metrics.step(4), std::max(base.height(), metrics.px(32))};
    case QStyle::CT_ToolButton: {
        const auto *tool = qstyleoption_cast<const QStyleOptionToolButton *>(option);
        return tool && isLabelled(*tool) ? QSize(base.width() + metrics.step(4), base.height()) : base;
    }
    case QStyle::CT_ComboBox:
        return {base.width() + metrics.step(3), std::max(base.height(), metrics.px(32))};
    case QStyle::CT_LineEdit:
        return {base.width() + metrics.step(), std::max(base.height(), metrics.px(32))};
    case QStyle::CT_SpinBox:
        // As high as the other fields beside it.
        return {base.width() + metrics.step(), std::max(base.height() - metrics.px(3), metrics.px(32))};
    case QStyle::CT_HeaderSection:
        return {base.width() + metrics.step(2), std::max(base.height(), metrics.px(28))};
    case QStyle::CT_MenuItem: {
        const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
        const bool separator = item && item->menuItemType == QStyleOptionMenuItem::Separator;
        if (separator)
            return {base.width(), metrics.px(9)};
        const int mark = item && marksAtEnd(*item) ? metrics.step(4) : 0;
        return {base.width() + metrics.step(2) + mark, std::max(base.height(), metrics.px(28))};
    }
    default:
        return base;
    }
}

std::optional<int> StyleSizes::pixels(QStyle::PixelMetric metric, const Metrics &metrics)
{
    switch (metric) {
    case QStyle::PM_ScrollBarExtent:
        return metrics.px(11);
    case QStyle::PM_ScrollView_ScrollBarSpacing:
    case QStyle::PM_ScrollView_ScrollBarOverlap:
        return 0;
    case QStyle::PM_ScrollBarSliderMin:
        return metrics.px(32);
    case QStyle::PM_IndicatorWidth:
    case QStyle::PM_IndicatorHeight:
    case QStyle::PM_ExclusiveIndicatorWidth:
    case QStyle::PM_ExclusiveIndicatorHeight:
        return metrics.px(15);
    case QStyle::PM_CheckBoxLabelSpacing:
    case QStyle::PM_RadioButtonLabelSpacing:
        return metrics.step(2);
    case QStyle::PM_MenuHMargin:
    case QStyle::PM_MenuVMargin:
        return metrics.step();
    case QStyle::PM_MenuPanelWidth:
        return metrics.px(1);
    case QStyle::PM_HeaderMargin:
        return metrics.px(10);
    case QStyle::PM_SplitterWidth:
        return metrics.px(1);
    case QStyle::PM_SmallIconSize:
    case QStyle::PM_ButtonIconSize:
        return metrics.icon();
    case QStyle::PM_ButtonShiftHorizontal:
    case QStyle::PM_ButtonShiftVertical:
        return 0;
    default:
        return {};
    }
}

} // namespace Ui
