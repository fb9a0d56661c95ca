#include "app/messenger/firstpaint.h"

#include <QEvent>
#include <QLoggingCategory>
#include <QTimer>
#include <QWidget>

namespace App {

namespace {

Q_LOGGING_CATEGORY(logStartup, "swallowtail.startup", QtInfoMsg)

} // namespace

FirstPaint::FirstPaint(QWidget &window, const char *what, QObject *parent)
    : QObject(parent)
    , m_what(what)
{
    window.installEventFilter(this);
}

bool FirstPaint::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Paint) {
        watched->removeEventFilter(this);
        // After the paint, not before it.
        QTimer::singleShot(0, this, [this] {
            qCDebug(logStartup, "%s painted", m_what);
            Q_EMIT painted();
        });
    }
    return QObject::eventFilter(watched, event);
}

} // namespace App
