#include "app/messenger/firstpaint.h"

#include <QEvent>
#include <QLoggingCategory>
#include <QTimer>
#include <QWidget>

namespace App {

namespace {

Q_LOGGING_CATEGORY(logStartup, "swallowtail.startup", QtInfoMsg)

} // namespace

FirstPaint::FirstPaint(QWidget &window)
{
    window.installEventFilter(this);
}

bool FirstPaint::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Paint) {
        watched->removeEventFilter(this);
        // After the paint, not before it.
        QTimer::singleShot(0, this, [this] {
            qCDebug(logStartup, "first window painted");
            Q_EMIT painted();
        });
    }
    return QObject::eventFilter(watched, event);
}

} // namespace App
