#include "ui/widgets/fittingdialog.h"

#include "ui/theme/metrics.h"

#include <QEvent>
#include <QLayout>
#include <QScreen>

#include <algorithm>

namespace Ui {
namespace {

constexpr double comfortableWidth = 420;

} // namespace

bool FittingDialog::event(QEvent *event)
{
    const bool handled = QDialog::event(event);
    // Bars and labels know how many lines they have only when they have been laid out.
    if (event->type() == QEvent::LayoutRequest && isVisible())
        QMetaObject::invokeMethod(this, &FittingDialog::grow, Qt::QueuedConnection);
    return handled;
}

void FittingDialog::grow()
{
    const int wanted = std::min(heightFor(width()), screen()->availableGeometry().height());
    if (wanted > height())
        resize(width(), wanted);
}

/// Qt opens a dialog at two thirds of a small screen at most, which may cut it.
void FittingDialog::showEvent(QShowEvent *event)
{
    if (!testAttribute(Qt::WA_Resized))
        resize(fittingSize());
    QDialog::showEvent(event);
}

QSize FittingDialog::fittingSize() const
{
    // A long name makes a dialog wider, but not without end.
    const int widest = std::max(minimumSizeHint().width(), Metrics::of(this).px(comfortableWidth));
    const int width = std::max(std::min(sizeHint().width(), widest), minimumWidth());
    return QSize(width, heightFor(width)).boundedTo(screen()->availableGeometry().size());
}

int FittingDialog::heightFor(int width) const
{
    return layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(width) : sizeHint().height();
}

} // namespace Ui
