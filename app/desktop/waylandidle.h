#pragma once

#include "app/desktop/idlesource.h"

#include <QByteArray>

class QLocalSocket;

namespace App {

/// A Wayland compositor tells by itself, over a connection of our own: nothing is asked and nobody
/// wakes up in between. The few messages this takes are written here, so that no library of Wayland
/// is needed and the messenger's windows need not be on it.
/// Source: the Wayland wire protocol; ext-idle-notify-v1.
class WaylandIdle : public IdleSource
{
    Q_OBJECT

public:
    /// \p socket: path of the compositor's socket.
    explicit WaylandIdle(const QString &socket, QObject *parent = nullptr);
    ~WaylandIdle() override;

    /// Where the compositor of this session listens; empty if there is none.
    static QString standardSocket();

    void watch(std::chrono::milliseconds limit) override;

private:
    void begin();
    void read();
    /// One message. False: there is no way to go on.
    bool handle(quint32 object, quint32 opcode, const QByteArray &arguments);
    void noteGlobal(const QByteArray &arguments);
    bool askForNotice();
    void giveUp();

    const QString m_path;
    QLocalSocket *m_socket = nullptr;
    QByteArray m_buffer;
    std::chrono::milliseconds m_limit{0};
    /// Names that the compositor has given; 0: does not offer it.
    quint32 m_seat = 0;
    quint32 m_notifier = 0;
    bool m_isIdle = false;
};

} // namespace App
