#pragma once

#include "core/service/connection/clientstream.h"
#include "core/service/serviceoptions.h"
#include "core/wire/command.h"
#include "core/wire/commandreader.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <optional>

namespace Msn {

/// One connected client: commands in, commands out, and the guards
/// against clients that are broken or mean: caps on what is read, on what waits to be written,
/// and on time.
class ClientConnection : public QObject
{
    Q_OBJECT
public:
    /// Takes over \p stream.
    ClientConnection(ClientStream *stream, const ServiceOptions &options, QObject *parent = nullptr);
    ~ClientConnection() override;

    ClientStream::Kind kind() const { return m_stream->kind(); }
    QHostAddress peerAddress() const { return m_stream->peerAddress(); }
    quint16 peerPort() const { return m_stream->peerPort(); }
    /// The address the client has reached us by.
    QHostAddress localAddress() const { return m_stream->localAddress(); }

    /// The client is there and we have not ended it. What it has sent before it went is handled all the same.
    bool isOpen() const { return m_state == State::Open && !m_stream->isOver(); }
    /// Does nothing unless isOpen(). A client that does not read is cut off.
    void send(const Command &command);
    /// Lets what was sent leave at once; it leaves by itself when the event loop gets to it.
    void flush();
    /// Takes no more commands, lets the last bytes out, closes.
    void close();

    /// Closes when this much time has passed, whatever the client sends. Replaces any other limit.
    void setDeadline(std::chrono::milliseconds time);
    /// Closes when the client has sent nothing for this long. Replaces any other limit.
    void setSilenceLimit(std::chrono::milliseconds time);

Q_SIGNALS:
    /// A whole command; not after close().
    void commandReceived(const Msn::Command &command);
    /// What has arrived is worked off, or as much of it as there is time for now.
    void turnEnded();
    /// The payload of \p command cannot be read: its length is no number, or beyond the limit. The
    /// connection is closed right after.
    void commandRejected(const Msn::Command &command);
    /// Was cut off because it does not read what is sent; closed() follows.
    void readsTooSlowly();
    /// The connection is gone. Exactly once, always from the event loop.
    void closed();

private:
    enum class State { Open, Closing, Closed };

    void handleLimit();
    void readSome();
    void handleSome();
    std::optional<Command> nextCommand();
    void reject(const WireError &error);
    void cutOff();
    void finish();

    ClientStream *m_stream;
    qsizetype m_maxBacklog;
    std::chrono::milliseconds m_linger;
    CommandReader m_reader;
    QTimer m_limit;
    bool m_restartLimit = false; ///< the limit is one of silence
    std::chrono::milliseconds m_silence{0};
    QElapsedTimer m_heard; ///< since the last command, where silence is limited
    State m_state = State::Open;
};

} // namespace Msn
