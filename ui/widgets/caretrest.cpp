#include "ui/widgets/caretrest.h"

#include <QCoreApplication>
#include <QEvent>
#include <QGuiApplication>
#include <QStyleHints>

#include <utility>

namespace Ui {

namespace {

/// As the desktop has it.
constexpr int flashTimeOfTheme = -1;

} // namespace

CaretRest::CaretRest(std::chrono::milliseconds pause, QObject *parent)
    : QObject(parent)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(pause);
    connect(&m_pause, &QTimer::timeout, this, [this] {
        m_rests = true;
        QGuiApplication::styleHints()->setCursorFlashTime(0);
    });
    QCoreApplication::instance()->installEventFilter(this);
    m_pause.start();
}

CaretRest::~CaretRest()
{
    if (m_rests)
        QGuiApplication::styleHints()->setCursorFlashTime(flashTimeOfTheme);
}

bool CaretRest::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::InputMethod:
    case QEvent::MouseButtonPress:
    case QEvent::WindowActivate:
        noteInput();
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

void CaretRest::noteInput()
{
    m_pause.start();
    if (std::exchange(m_rests, false))
        QGuiApplication::styleHints()->setCursorFlashTime(flashTimeOfTheme);
}

} // namespace Ui
