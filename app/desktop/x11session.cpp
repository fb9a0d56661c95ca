#include "app/desktop/x11session.h"

#include <QGuiApplication>
#include <QLibrary>
#include <QWindow>

#if __has_include(<xcb/xcb.h>)
#define HAS_X11_HEADERS
#endif

#ifdef HAS_X11_HEADERS
#include <xcb/xcb.h>
#endif

namespace App {

#ifdef HAS_X11_HEADERS

namespace {

template <typename Function>
Function resolved(QLibrary &library, const char *name)
{
    return reinterpret_cast<Function>(library.resolve(name));
}

struct Free
{
    void operator()(void *memory) const { std::free(memory); }
};
template <typename Reply>
using ReplyPointer = std::unique_ptr<Reply, Free>;

bool isOurs(xcb_window_t window)
{
    const QWindowList windows = QGuiApplication::topLevelWindows();
    return std::any_of(windows.begin(), windows.end(),
        [window](const QWindow *own) { return own->handle() && own->winId() == window; });
}

} // namespace

struct X11Session::Calls
{
    QLibrary xcb{QStringLiteral("xcb"), 1};
    decltype(&::xcb_intern_atom) xcb_intern_atom = nullptr;
    decltype(&::xcb_intern_atom_reply) xcb_intern_atom_reply = nullptr;
    decltype(&::xcb_get_property) xcb_get_property = nullptr;
    decltype(&::xcb_get_property_reply) xcb_get_property_reply = nullptr;
    decltype(&::xcb_get_property_value) xcb_get_property_value = nullptr;
    decltype(&::xcb_get_property_value_length) xcb_get_property_value_length = nullptr;
    decltype(&::xcb_get_selection_owner) xcb_get_selection_owner = nullptr;
    decltype(&::xcb_get_selection_owner_reply) xcb_get_selection_owner_reply = nullptr;
    decltype(&::xcb_send_event) xcb_send_event = nullptr;
    decltype(&::xcb_flush) xcb_flush = nullptr;
    decltype(&::xcb_get_setup) xcb_get_setup = nullptr;
    decltype(&::xcb_setup_roots_iterator) xcb_setup_roots_iterator = nullptr;

    Calls();
    xcb_atom_t atom(const char *name) const;
    QList<quint32> values(xcb_window_t window, const char *property) const;
    xcb_window_t root() const;

    xcb_connection_t *connection = nullptr;
};

X11Session::Calls::Calls()
{
#define RESOLVE(library, name) name = resolved<decltype(name)>(library, #name)
    RESOLVE(xcb, xcb_intern_atom);
    RESOLVE(xcb, xcb_intern_atom_reply);
    RESOLVE(xcb, xcb_get_property);
    RESOLVE(xcb, xcb_get_property_reply);
    RESOLVE(xcb, xcb_get_property_value);
    RESOLVE(xcb, xcb_get_property_value_length);
    RESOLVE(xcb, xcb_get_selection_owner);
    RESOLVE(xcb, xcb_get_selection_owner_reply);
    RESOLVE(xcb, xcb_send_event);
    RESOLVE(xcb, xcb_flush);
    RESOLVE(xcb, xcb_get_setup);
    RESOLVE(xcb, xcb_setup_roots_iterator);
#undef RESOLVE
}

xcb_atom_t X11Session::Calls::atom(const char *name) const
{
    const auto cookie = xcb_intern_atom(connection, 1, quint16(qstrlen(name)), name);
    const ReplyPointer<xcb_intern_atom_reply_t> reply(xcb_intern_atom_reply(connection, cookie, nullptr));
    return reply ? reply->atom : 0;
}

QList<quint32> X11Session::Calls::values(xcb_window_t window, const char *property) const
{
    constexpr quint32 most = 64;
    const auto cookie = xcb_get_property(connection, 0, window, atom(property), 0, 0, most);
    const ReplyPointer<xcb_get_property_reply_t> reply(xcb_get_property_reply(connection, cookie, nullptr));
    if (!reply || reply->format != 32)
        return {};
    const auto *first = static_cast<const quint32 *>(xcb_get_property_value(reply.get()));
    return {first, first + xcb_get_property_value_length(reply.get()) / 4};
}

xcb_window_t X11Session::Calls::root() const
{
    return xcb_setup_roots_iterator(xcb_get_setup(connection)).data->root;
}

X11Session::X11Session()
{
    const auto *native = qGuiApp ? qGuiApp->nativeInterface<QNativeInterface::QX11Application>() : nullptr;
    if (!native || !native->connection())
        return;
    m_calls = std::make_unique<Calls>();
    m_calls->connection = native->connection();
    if (!m_calls->xcb.isLoaded())
        m_calls.reset();
}

X11Session::~X11Session() = default;

bool X11Session::isThere() const
{
    return m_calls != nullptr;
}

bool X11Session::isForeignWindowFullScreen() const
{
    if (!m_calls)
        return false;
    const xcb_window_t active = m_calls->values(m_calls->root(), "_NET_ACTIVE_WINDOW").value(0);
    if (active == 0 || isOurs(active))
        return false;
    return m_calls->values(active, "_NET_WM_STATE").contains(m_calls->atom("_NET_WM_STATE_FULLSCREEN"));
}

bool X11Session::hasTray() const
{
    if (!m_calls)
        return false;
    const auto cookie
        = m_calls->xcb_get_selection_owner(m_calls->connection, m_calls->atom("_NET_SYSTEM_TRAY_S0"));
    const ReplyPointer<xcb_get_selection_owner_reply_t> reply(
        m_calls->xcb_get_selection_owner_reply(m_calls->connection, cookie, nullptr));
    return reply && reply->owner != 0;
}

void X11Session::activate(quint32 window) const
{
    if (!m_calls)
        return;
    xcb_client_message_event_t event = {};
    event.response_type = XCB_CLIENT_MESSAGE;
    event.format = 32;
    event.window = window;
    event.type = m_calls->atom("_NET_ACTIVE_WINDOW");
    event.data.data32[0] = 2; // a taskbar, not the window itself
    constexpr quint32 mask = XCB_EVENT_MASK_SUBSTRUCTURE_NOTIFY | XCB_EVENT_MASK_SUBSTRUCTURE_REDIRECT;
    m_calls->xcb_send_event(
        m_calls->connection, 0, m_calls->root(), mask, reinterpret_cast<const char *>(&event));
    m_calls->xcb_flush(m_calls->connection);
}

#else

struct X11Session::Calls
{
};

X11Session::X11Session() = default;
X11Session::~X11Session() = default;

bool X11Session::isThere() const
{
    return false;
}

bool X11Session::isForeignWindowFullScreen() const
{
    return false;
}

bool X11Session::hasTray() const
{
    return false;
}

void X11Session::activate(quint32) const
{
}

#endif

} // namespace App
