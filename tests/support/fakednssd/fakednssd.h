#pragma once

#include <QByteArray>
#include <QList>

/// Exports the functions of `dns_sd` that the program uses, and these to say what the daemon
/// behind them does. May be called from any thread.
namespace Test::FakeDnsSd {

/// Somebody else's announcement. What is sent is what is in it, be it nonsense.
struct Instance
{
    QByteArray name;
    QByteArray host = "living-room.local.";
    quint16 port = 1864;
    QByteArray txt;
    QByteArray address4 = QByteArray("\xC0\x00\x02\x0A", 4); ///< 192.0.2.10; empty: none
    QByteArray address6; ///< 16 bytes; empty: none
    bool isSilent = false; ///< seen, but tells nothing
};

/// What the program announces.
struct Registration
{
    QByteArray name;
    QByteArray type;
    quint16 port = 0;
    QByteArray txt;
};

enum class End {
    Reply, ///< told to whoever waits for a reply, as Avahi's library does
    Error, ///< by a socket that breaks, as Bonjour does
};

/// A new daemon that knows nothing.
void reset();
void add(const Instance &instance);
/// Seen once less; by itself on one of several ways.
void remove(const QByteArray &name);
enum class Taker {
    Elsewhere, ///< the daemon finds another name
    Here, ///< the daemon says so, as Avahi does for another program of this computer
};
/// Somebody else has this name already.
void takeName(const QByteArray &name, Taker taker = Taker::Elsewhere);
void stopDaemon(End end);
void startDaemon();

QList<Registration> registrations();
/// Questions and announcements that are open.
int openOperations();
/// The most that were open at once since reset().
int mostOperations();

} // namespace Test::FakeDnsSd
