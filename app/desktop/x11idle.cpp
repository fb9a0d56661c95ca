#include "app/desktop/x11idle.h"

#include <QGuiApplication>
#include <QLibrary>

#include <utility>

#if __has_include(<xcb/xcb.h>) && __has_include(<X11/extensions/sync.h>)
#define HAS_X11_SYNC
#endif

#ifdef HAS_X11_SYNC
// Last: they define words such as Status and None.
#include <X11/Xlib.h>

#include <X11/extensions/sync.h>
#include <xcb/xcb.h>
#undef Bool
#undef None
#undef Status
#endif

namespace App {

using std::chrono::milliseconds;

#ifdef HAS_X11_SYNC

namespace {

XSyncValue syncValue(milliseconds time)
{
    const qint64 count = time.count();
    return {static_cast<int>(count >> 32), static_cast<unsigned int>(count & 0xFFFF'FFFF)};
}

milliseconds syncTime(XSyncValue value)
{
    return milliseconds((qint64(value.hi) << 32) | value.lo);
}

} // namespace

/// What there is of the extension, and our alarms in it.
struct X11Idle::Server
{
    QLibrary library{QStringLiteral("Xext"), 6};
    QLibrary xlib{QStringLiteral("X11"), 6};
    decltype(&::XSyncQueryExtension) XSyncQueryExtension = nullptr;
    decltype(&::XSyncInitialize) XSyncInitialize = nullptr;
    decltype(&::XSyncListSystemCounters) XSyncListSystemCounters = nullptr;
    decltype(&::XSyncFreeSystemCounterList) XSyncFreeSystemCounterList = nullptr;
    decltype(&::XSyncQueryCounter) XSyncQueryCounter = nullptr;
    decltype(&::XSyncCreateAlarm) XSyncCreateAlarm = nullptr;
    decltype(&::XSyncDestroyAlarm) XSyncDestroyAlarm = nullptr;
    decltype(&::XFlush) XFlush = nullptr;

    explicit Server(Display *shown);
    ~Server() { stop(); }

    bool canTell() const { return idleTime != 0; }
    void start(milliseconds limit);
    void stop();
    milliseconds sinceInput() const;

    Display *display;
    int alarmEvent = 0;
    XSyncCounter idleTime = 0;
    XSyncAlarm gone = 0;
    XSyncAlarm back = 0;

private:
    bool resolve();
    XSyncCounter findCounter() const;
    XSyncAlarm alarm(XSyncTestType test, milliseconds time) const;
};

X11Idle::Server::Server(Display *shown)
    : display(shown)
{
    int events = 0;
    int errors = 0;
    int major = 0;
    int minor = 0;
    if (!resolve() || !XSyncQueryExtension(display, &events, &errors)
        || !XSyncInitialize(display, &major, &minor))
        return;
    alarmEvent = events + XSyncAlarmNotify;
    idleTime = findCounter();
}

bool X11Idle::Server::resolve()
{
    bool all = true;
    const auto find = [&all](QLibrary &from, const char *name, auto &function) {
        function = reinterpret_cast<std::decay_t<decltype(function)>>(from.resolve(name));
        all = all && function;
    };
    find(library, "XSyncQueryExtension", XSyncQueryExtension);
    find(library, "XSyncInitialize", XSyncInitialize);
    find(library, "XSyncListSystemCounters", XSyncListSystemCounters);
    find(library, "XSyncFreeSystemCounterList", XSyncFreeSystemCounterList);
    find(library, "XSyncQueryCounter", XSyncQueryCounter);
    find(library, "XSyncCreateAlarm", XSyncCreateAlarm);
    find(library, "XSyncDestroyAlarm", XSyncDestroyAlarm);
    find(xlib, "XFlush", XFlush);
    return all;
}

XSyncCounter X11Idle::Server::findCounter() const
{
    int count = 0;
    XSyncSystemCounter *counters = XSyncListSystemCounters(display, &count);
    XSyncCounter found = 0;
    for (int i = 0; i < count; ++i) {
        if (qstrcmp(counters[i].name, "IDLETIME") == 0)
            found = counters[i].counter;
    }
    if (counters)
        XSyncFreeSystemCounterList(counters);
    return found;
}

/// With a delta of 0 an alarm on a transition stays and fires each time.
XSyncAlarm X11Idle::Server::alarm(XSyncTestType test, milliseconds time) const
{
    XSyncAlarmAttributes wanted = {};
    wanted.trigger.counter = idleTime;
    wanted.trigger.value_type = XSyncAbsolute;
    wanted.trigger.wait_value = syncValue(time);
    wanted.trigger.test_type = test;
    constexpr unsigned long given
        = XSyncCACounter | XSyncCAValueType | XSyncCAValue | XSyncCATestType | XSyncCADelta;
    return XSyncCreateAlarm(display, given, &wanted);
}

void X11Idle::Server::start(milliseconds limit)
{
    gone = alarm(XSyncPositiveTransition, limit);
    // One less: the last value the server has seen may be the limit itself.
    back = alarm(XSyncNegativeTransition, limit - milliseconds(1));
    XFlush(display);
}

void X11Idle::Server::stop()
{
    for (XSyncAlarm *alarm : {&gone, &back}) {
        if (*alarm != 0)
            XSyncDestroyAlarm(display, std::exchange(*alarm, 0));
    }
    if (XFlush)
        XFlush(display);
}

milliseconds X11Idle::Server::sinceInput() const
{
    XSyncValue value = {};
    return XSyncQueryCounter(display, idleTime, &value) ? syncTime(value) : milliseconds(0);
}

X11Idle::X11Idle(QObject *parent)
    : IdleSource(parent)
{
}

X11Idle::~X11Idle()
{
    watch(milliseconds(0));
}

void X11Idle::watch(milliseconds limit)
{
    if (m_server)
        m_server->stop();
    m_isIdle = false;
    QCoreApplication::instance()->removeNativeEventFilter(this);
    if (limit <= milliseconds(0))
        return;
    const auto *native = qGuiApp ? qGuiApp->nativeInterface<QNativeInterface::QX11Application>() : nullptr;
    if (!m_server && native && native->display())
        m_server = std::make_unique<Server>(native->display());
    if (!m_server || !m_server->canTell()) {
        Q_EMIT unavailable();
        return;
    }
    QCoreApplication::instance()->installNativeEventFilter(this);
    m_server->start(limit);
    // An alarm tells of a change only.
    if (m_server->sinceInput() >= limit)
        setIdle(true);
}

bool X11Idle::nativeEventFilter(const QByteArray &eventType, void *message, qintptr *)
{
    const auto *event = static_cast<const xcb_generic_event_t *>(message);
    if (eventType != "xcb_generic_event_t" || (event->response_type & 0x7F) != m_server->alarmEvent)
        return false;
    // The alarm stands right behind the head that all events share.
    const XSyncAlarm alarm = event->pad[0];
    if (alarm == m_server->gone)
        setIdle(true);
    else if (alarm == m_server->back)
        setIdle(false);
    return false;
}

void X11Idle::setIdle(bool idle)
{
    if (std::exchange(m_isIdle, idle) == idle)
        return;
    if (idle)
        Q_EMIT wentIdle();
    else
        Q_EMIT cameBack();
}

#else

struct X11Idle::Server
{
};

X11Idle::X11Idle(QObject *parent)
    : IdleSource(parent)
{
}

X11Idle::~X11Idle() = default;

void X11Idle::watch(milliseconds limit)
{
    if (limit > milliseconds(0))
        Q_EMIT unavailable();
}

bool X11Idle::nativeEventFilter(const QByteArray &, void *, qintptr *)
{
    return false;
}

void X11Idle::setIdle(bool)
{
}

#endif

} // namespace App
