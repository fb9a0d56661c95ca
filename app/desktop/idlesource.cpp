#include "app/desktop/idlesource.h"

#include <QCoreApplication>
#include <QEvent>
#include <QPointer>

namespace App {

using std::chrono::milliseconds;

bool isInput(const QEvent &event)
{
    switch (event.type()) {
    case QEvent::KeyPress:
    case QEvent::MouseMove:
    case QEvent::MouseButtonPress:
    case QEvent::Wheel:
    case QEvent::TouchBegin:
    case QEvent::TouchUpdate:
    case QEvent::TabletMove:
        return event.spontaneous();
    default:
        return false;
    }
}

// --- PolledIdle ------------------------------------------------------------------------------

PolledIdle::PolledIdle(Question question, QObject *parent)
    : IdleSource(parent)
    , m_question(std::move(question))
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::CoarseTimer);
    connect(&m_timer, &QTimer::timeout, this, &PolledIdle::ask);
}

void PolledIdle::watch(milliseconds limit)
{
    m_limit = limit;
    m_isIdle = false;
    ++m_round;
    QCoreApplication::instance()->removeEventFilter(this);
    m_timer.stop();
    if (limit > milliseconds(0))
        ask();
}

void PolledIdle::noteActivity()
{
    if (m_isIdle)
        handleAnswer(milliseconds(0));
}

void PolledIdle::ask()
{
    m_question([self = QPointer(this), round = m_round](std::optional<milliseconds> idle) {
        if (self && round == self->m_round)
            self->handleAnswer(idle);
    });
}

void PolledIdle::handleAnswer(std::optional<milliseconds> idle)
{
    if (!idle) {
        m_timer.stop();
        Q_EMIT unavailable();
        return;
    }
    const bool isIdle = *idle >= m_limit;
    // A little later than the very moment: a timer may come early.
    constexpr milliseconds margin{200};
    m_timer.start(isIdle ? awayPause : m_limit - *idle + margin);
    if (std::exchange(m_isIdle, isIdle) == isIdle)
        return;
    if (isIdle) {
        QCoreApplication::instance()->installEventFilter(this);
        Q_EMIT wentIdle();
    } else {
        QCoreApplication::instance()->removeEventFilter(this);
        Q_EMIT cameBack();
    }
}

bool PolledIdle::eventFilter(QObject *watched, QEvent *event)
{
    if (isInput(*event))
        noteActivity();
    return IdleSource::eventFilter(watched, event);
}

// --- ActivityIdle ----------------------------------------------------------------------------

ActivityIdle::ActivityIdle(QObject *parent)
    : IdleSource(parent)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::CoarseTimer);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        const auto quiet = std::chrono::steady_clock::now() - m_lastInput;
        const auto rest = m_limit - std::chrono::duration_cast<milliseconds>(quiet);
        if (rest > milliseconds(0)) {
            m_timer.start(rest);
            return;
        }
        m_isIdle = true;
        Q_EMIT wentIdle();
    });
}

void ActivityIdle::watch(milliseconds limit)
{
    m_isIdle = false;
    m_timer.stop();
    QCoreApplication::instance()->removeEventFilter(this);
    if (limit <= milliseconds(0))
        return;
    m_limit = limit;
    m_lastInput = std::chrono::steady_clock::now();
    m_timer.start(limit);
    QCoreApplication::instance()->installEventFilter(this);
}

bool ActivityIdle::eventFilter(QObject *watched, QEvent *event)
{
    if (isInput(*event)) {
        m_lastInput = std::chrono::steady_clock::now();
        if (std::exchange(m_isIdle, false)) {
            m_timer.start(m_limit);
            Q_EMIT cameBack();
        }
    }
    return IdleSource::eventFilter(watched, event);
}

} // namespace App
