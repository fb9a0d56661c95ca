#include "ui/widgets/fittingarea.h"

#include "ui/theme/metrics.h"

#include <QEvent>
#include <QLayout>
#include <QScreen>

#include <algorithm>

namespace Ui {
namespace {

constexpr double leastContentWidth = 340;
/// Of the height of the screen: what a dialog shows of its content even where room is short.
constexpr double leastShare = 0.4;

} // namespace

FittingArea::FittingArea(QWidget *content, QWidget *parent)
    : QScrollArea(parent)
{
    setWidget(content);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    viewport()->setAutoFillBackground(false);
    // setWidget() has just turned it on.
    content->setAutoFillBackground(false);
}

QSize FittingArea::sizeHint() const
{
    return minimumSizeHint().expandedTo(contentSize());
}

QSize FittingArea::minimumSizeHint() const
{
    const int share = int(screen()->availableGeometry().height() * leastShare);
    return {widget()->minimumSizeHint().width(), std::min(contentSize().height(), share)};
}

bool FittingArea::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == widget() && event->type() == QEvent::LayoutRequest)
        updateGeometry();
    return QScrollArea::eventFilter(watched, event);
}

QSize FittingArea::contentSize() const
{
    // Before it is shown its width means nothing.
    const int least = isVisible() ? viewport()->width() : Metrics::of(this).px(leastContentWidth);
    const int width = std::max(widget()->sizeHint().width(), least);
    const QLayout *layout = widget()->layout();
    const int height
        = layout->hasHeightForWidth() ? layout->heightForWidth(width) : widget()->sizeHint().height();
    return {width, height};
}

} // namespace Ui
