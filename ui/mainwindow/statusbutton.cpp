#include "ui/mainwindow/statusbutton.h"

#include "ui/icons/icons.h"
#include "ui/theme/metrics.h"

#include <QStyleOptionToolButton>
#include <QStylePainter>

namespace Ui {

namespace {

constexpr double markPixels = 12;
constexpr double arrowPixels = 12;
constexpr double edgePixels = 4;
constexpr double gapPixels = 6;

} // namespace

int StatusButton::arrowLeft() const
{
    const Metrics metrics = Metrics::of(this);
    const int words
        = text().isEmpty() ? 0 : metrics.px(gapPixels) + fontMetrics().horizontalAdvance(text()) + 1;
    return metrics.px(edgePixels + markPixels + edgePixels) + words;
}

QSize StatusButton::sizeHint() const
{
    const Metrics metrics = Metrics::of(this);
    return {arrowLeft() + metrics.px(arrowPixels + edgePixels), fontMetrics().height() + metrics.px(6)};
}

void StatusButton::paintEvent(QPaintEvent *)
{
    const Metrics metrics = Metrics::of(this);
    QStylePainter painter(this);
    QStyleOptionToolButton option;
    initStyleOption(&option);
    option.text.clear();
    option.icon = {};
    if (option.state.testFlag(QStyle::State_MouseOver) || option.state.testFlag(QStyle::State_HasFocus)
        || isDown())
        painter.drawPrimitive(QStyle::PE_PanelButtonTool, option);
    if (option.state.testFlag(QStyle::State_KeyboardFocusChange) && hasFocus())
        painter.drawPrimitive(QStyle::PE_FrameFocusRect, option);

    const auto place = [&](int from, int width) {
        return QStyle::visualRect(layoutDirection(), rect(), {from, 0, width, height()});
    };
    icon().paint(&painter, place(metrics.px(edgePixels), metrics.px(markPixels)));
    painter.setPen(palette().color(QPalette::PlaceholderText));
    painter.drawText(
        place(metrics.px(edgePixels + markPixels + gapPixels), fontMetrics().horizontalAdvance(text()) + 1),
        Qt::AlignCenter | Qt::TextSingleLine, text());
    Icons::icon("chevron-down", Tint::SecondInk).paint(&painter, place(arrowLeft(), metrics.px(arrowPixels)));
}

} // namespace Ui
