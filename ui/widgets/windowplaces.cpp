#include "ui/widgets/windowplaces.h"

#include <QCoreApplication>
#include <QEvent>
#include <QWidget>

namespace Ui {
namespace {

/// Neither a menu nor a tool tip, which come up wherever they are asked for.
bool staysInPlace(const QWidget &widget)
{
    const Qt::WindowType type = widget.windowType();
    return type == Qt::Window || type == Qt::Dialog;
}

} // namespace

WindowPlaces::WindowPlaces(QObject *parent)
    : QObject(parent)
{
    QCoreApplication::instance()->installEventFilter(this);
}

bool WindowPlaces::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Hide && !event->spontaneous()) {
        auto *window = qobject_cast<QWidget *>(watched);
        if (window && staysInPlace(*window))
            window->setAttribute(Qt::WA_Moved);
    }
    return QObject::eventFilter(watched, event);
}

} // namespace Ui
