#include "ui/theme/mnemonichints.h"

#include <QApplication>
#include <QKeyEvent>
#include <QWidget>

namespace Ui {

bool MnemonicHints::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
        if (watched->isWidgetType() && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Alt)
            setShown(true);
        break;
    case QEvent::KeyRelease:
        if (watched->isWidgetType() && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Alt)
            setShown(false);
        break;
    case QEvent::WindowDeactivate:
        // A menu that Alt has opened is no reason to hide its letters.
        if (!QApplication::activePopupWidget())
            setShown(false);
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

void MnemonicHints::setShown(bool shown)
{
    if (m_shown == shown)
        return;
    m_shown = shown;
    const QWidgetList windows = QApplication::topLevelWidgets();
    for (QWidget *window : windows) {
        if (!window->isVisible())
            continue;
        const QList<QWidget *> widgets = window->findChildren<QWidget *>();
        for (QWidget *widget : widgets)
            widget->update();
    }
}

} // namespace Ui
