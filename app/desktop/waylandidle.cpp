#include "app/desktop/waylandidle.h"

#include <QDir>
#include <QLocalSocket>

#include <cstring>
#include <utility>

namespace App {

using std::chrono::milliseconds;

namespace {

// Numbers of our objects.
constexpr quint32 displayObject = 1;
constexpr quint32 registryObject = 2;
constexpr quint32 syncObject = 3;
constexpr quint32 seatObject = 4;
constexpr quint32 notifierObject = 5;
constexpr quint32 noticeObject = 6;

// Requests and events, by their place in the protocol files.
constexpr quint32 displaySync = 0;
constexpr quint32 displayGetRegistry = 1;
constexpr quint32 displayError = 0;
constexpr quint32 registryBind = 0;
constexpr quint32 registryGlobal = 0;
constexpr quint32 notifierGetNotice = 1;
constexpr quint32 noticeIdled = 0;
constexpr quint32 noticeResumed = 1;

constexpr qsizetype headSize = 8;

/// Numbers are in the computer's own order.
QByteArray word(quint32 value)
{
    return {reinterpret_cast<const char *>(&value), sizeof value};
}

quint32 wordAt(const QByteArray &bytes, qsizetype place)
{
    quint32 value = 0;
    if (place >= 0 && place + qsizetype(sizeof value) <= bytes.size())
        std::memcpy(&value, bytes.constData() + place, sizeof value);
    return value;
}

/// Length with the 0 at the end, bytes, filled up to whole words.
QByteArray waylandString(const QByteArray &text)
{
    QByteArray bytes = text + '\0';
    const auto length = static_cast<quint32>(bytes.size());
    bytes.append((4 - bytes.size() % 4) % 4, '\0');
    return word(length) + bytes;
}

QByteArray stringAt(const QByteArray &bytes, qsizetype place)
{
    const qsizetype length = wordAt(bytes, place);
    return length > 0 ? bytes.mid(place + 4, length - 1) : QByteArray();
}

QByteArray request(quint32 object, quint32 opcode, const QByteArray &arguments)
{
    const auto size = static_cast<quint32>(headSize + arguments.size());
    return word(object) + word(size << 16 | opcode) + arguments;
}

QByteArray bindRequest(quint32 name, const QByteArray &interface, quint32 object)
{
    return request(
        registryObject, registryBind, word(name) + waylandString(interface) + word(1) + word(object));
}

} // namespace

WaylandIdle::WaylandIdle(const QString &socket, QObject *parent)
    : IdleSource(parent)
    , m_path(socket)
{
}

WaylandIdle::~WaylandIdle() = default;

QString WaylandIdle::standardSocket()
{
    const QString name = qEnvironmentVariable("WAYLAND_DISPLAY");
    const QString directory = qEnvironmentVariable("XDG_RUNTIME_DIR");
    if (name.isEmpty() || QDir::isAbsolutePath(name))
        return name;
    return directory.isEmpty() ? QString() : directory + u'/' + name;
}

void WaylandIdle::watch(milliseconds limit)
{
    if (m_socket) {
        m_socket->disconnect(this);
        m_socket->abort();
        m_socket->deleteLater();
        m_socket = nullptr;
    }
    m_limit = limit;
    m_isIdle = false;
    m_buffer.clear();
    m_seat = 0;
    m_notifier = 0;
    if (limit > milliseconds(0))
        begin();
}

void WaylandIdle::begin()
{
    if (m_path.isEmpty()) {
        Q_EMIT unavailable();
        return;
    }
    m_socket = new QLocalSocket(this);
    connect(m_socket, &QLocalSocket::readyRead, this, &WaylandIdle::read);
    connect(m_socket, &QLocalSocket::errorOccurred, this, &WaylandIdle::giveUp);
    connect(m_socket, &QLocalSocket::connected, this, [this] {
        m_socket->write(request(displayObject, displayGetRegistry, word(registryObject))
            + request(displayObject, displaySync, word(syncObject)));
    });
    m_socket->connectToServer(m_path);
}

void WaylandIdle::read()
{
    m_buffer += m_socket->readAll();
    while (m_buffer.size() >= headSize) {
        const quint32 object = wordAt(m_buffer, 0);
        const quint32 sizeAndOpcode = wordAt(m_buffer, 4);
        const auto size = static_cast<qsizetype>(sizeAndOpcode >> 16);
        if (size < headSize) {
            giveUp();
            return;
        }
        if (m_buffer.size() < size)
            return;
        const QByteArray arguments = m_buffer.mid(headSize, size - headSize);
        m_buffer.remove(0, size);
        if (!handle(object, sizeAndOpcode & 0xFFFF, arguments)) {
            giveUp();
            return;
        }
        if (!m_socket) // whoever was told has stopped us
            return;
    }
}

bool WaylandIdle::handle(quint32 object, quint32 opcode, const QByteArray &arguments)
{
    if (object == displayObject && opcode == displayError)
        return false;
    if (object == registryObject && opcode == registryGlobal)
        noteGlobal(arguments);
    else if (object == syncObject)
        return askForNotice();
    else if (object == noticeObject && opcode == noticeIdled && !std::exchange(m_isIdle, true))
        Q_EMIT wentIdle();
    else if (object == noticeObject && opcode == noticeResumed && std::exchange(m_isIdle, false))
        Q_EMIT cameBack();
    return true;
}

/// `name: uint, interface: string, version: uint`
void WaylandIdle::noteGlobal(const QByteArray &arguments)
{
    const QByteArray interface = stringAt(arguments, 4);
    if (interface == "wl_seat" && m_seat == 0)
        m_seat = wordAt(arguments, 0);
    else if (interface == "ext_idle_notifier_v1")
        m_notifier = wordAt(arguments, 0);
}

/// All that the compositor offers has been told.
bool WaylandIdle::askForNotice()
{
    if (m_seat == 0 || m_notifier == 0)
        return false;
    const auto limit = static_cast<quint32>(m_limit.count());
    m_socket->write(bindRequest(m_seat, "wl_seat", seatObject)
        + bindRequest(m_notifier, "ext_idle_notifier_v1", notifierObject)
        + request(notifierObject, notifierGetNotice, word(noticeObject) + word(limit) + word(seatObject)));
    return true;
}

void WaylandIdle::giveUp()
{
    const bool wasIdle = m_isIdle;
    watch(milliseconds(0));
    if (wasIdle)
        Q_EMIT cameBack();
    Q_EMIT unavailable();
}

} // namespace App
