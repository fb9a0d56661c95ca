#include "app/desktop/busidle.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

namespace App {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

namespace {

const QString mutterService = QStringLiteral("org.gnome.Mutter.IdleMonitor");
const QString mutterPath = QStringLiteral("/org/gnome/Mutter/IdleMonitor/Core");
const QString mutterInterface = QStringLiteral("org.gnome.Mutter.IdleMonitor");

const QString saverService = QStringLiteral("org.freedesktop.ScreenSaver");
const QString saverPath = QStringLiteral("/org/freedesktop/ScreenSaver");

constexpr qint64 shortestMeasure = 10'000;

QDBusMessage withoutStarting(QDBusMessage message)
{
    message.setAutoStartService(false);
    return message;
}

} // namespace

// --- MutterIdle ------------------------------------------------------------------------------

MutterIdle::MutterIdle(const QDBusConnection &bus, QObject *parent)
    : IdleSource(parent)
    , m_bus(bus)
{
}

MutterIdle::~MutterIdle()
{
    watch(milliseconds(0));
}

void MutterIdle::watch(milliseconds limit)
{
    ++m_round;
    removeWatch(&m_idleWatch);
    removeWatch(&m_activeWatch);
    if (limit <= milliseconds(0))
        return;
    m_bus.connect(mutterService, mutterPath, mutterInterface, QStringLiteral("WatchFired"), this,
        SLOT(handleWatchFired(uint)));
    addWatch(QStringLiteral("AddIdleWatch"), {QVariant::fromValue(quint64(limit.count()))}, &m_idleWatch);
}

QDBusPendingCall MutterIdle::call(const QString &method, const QVariantList &arguments)
{
    QDBusMessage message
        = withoutStarting(QDBusMessage::createMethodCall(mutterService, mutterPath, mutterInterface, method));
    message.setArguments(arguments);
    return m_bus.asyncCall(message);
}

void MutterIdle::addWatch(const QString &method, const QVariantList &arguments, uint *watch)
{
    auto *watcher = new QDBusPendingCallWatcher(call(method, arguments), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, watch, round = m_round] {
        watcher->deleteLater();
        QDBusPendingReply<uint> reply = *watcher;
        if (round != m_round) {
            uint late = reply.isValid() ? reply.value() : 0;
            removeWatch(&late);
        } else if (reply.isValid()) {
            *watch = reply.value();
        } else {
            Q_EMIT unavailable();
        }
    });
}

void MutterIdle::removeWatch(uint *watch)
{
    if (*watch != 0)
        call(QStringLiteral("RemoveWatch"), {QVariant::fromValue(*watch)});
    *watch = 0;
}

void MutterIdle::handleWatchFired(uint watch)
{
    if (watch == 0)
        return;
    if (watch == m_idleWatch) {
        // Fires once.
        addWatch(QStringLiteral("AddUserActiveWatch"), {}, &m_activeWatch);
        Q_EMIT wentIdle();
    } else if (watch == m_activeWatch) {
        m_activeWatch = 0;
        Q_EMIT cameBack();
    }
}

// --- ScreenSaver -----------------------------------------------------------------------------

milliseconds IdleUnit::read(quint32 value, steady_clock::time_point now)
{
    if (m_unit == Unit::Unknown && m_before && value > *m_before) {
        const qint64 passed = std::chrono::duration_cast<milliseconds>(now - m_beforeTime).count();
        const qint64 grown = qint64(value) - *m_before;
        // Input in between makes it grow less: then the next readings decide.
        if (passed >= shortestMeasure && std::abs(grown * 1000 - passed) <= passed / 5)
            m_unit = Unit::Seconds;
        else if (passed >= shortestMeasure && grown > passed / 2)
            m_unit = Unit::Milliseconds;
    }
    m_before = value;
    m_beforeTime = now;
    return m_unit == Unit::Seconds ? milliseconds(qint64(value) * 1000) : milliseconds(value);
}

PolledIdle::Question screenSaverQuestion(const QDBusConnection &bus)
{
    const auto unit = std::make_shared<IdleUnit>();
    return [bus, unit](const PolledIdle::Answer &answer) {
        const QDBusMessage message = withoutStarting(QDBusMessage::createMethodCall(
            saverService, saverPath, saverService, QStringLiteral("GetSessionIdleTime")));
        auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(message));
        QObject::connect(watcher, &QDBusPendingCallWatcher::finished, watcher, [watcher, unit, answer] {
            watcher->deleteLater();
            const QDBusPendingReply<uint> reply = *watcher;
            answer(reply.isValid() ? std::optional(unit->read(reply.value(), steady_clock::now()))
                                   : std::nullopt);
        });
    };
}

} // namespace App
