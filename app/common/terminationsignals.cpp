#include "app/common/terminationsignals.h"

#include <array>
#include <csignal>

#include <sys/socket.h>
#include <unistd.h>

namespace App {

namespace {

/// A signal handler may do next to nothing: it writes one byte here, the event loop reads it.
std::array<int, 2> wakeUpSockets{-1, -1};

void handleSignal(int)
{
    const char byte = 1;
    const auto written = ::write(wakeUpSockets[0], &byte, sizeof byte);
    static_cast<void>(written);
}

void install(int signal, void (*handler)(int), int flags)
{
    struct sigaction action = {};
    action.sa_handler = handler;
    sigemptyset(&action.sa_mask);
    action.sa_flags = flags;
    sigaction(signal, &action, nullptr);
}

} // namespace

TerminationSignals::TerminationSignals(QObject *parent)
    : QObject(parent)
{
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, wakeUpSockets.data()) != 0)
        return;
    m_notifier = std::make_unique<QSocketNotifier>(wakeUpSockets[1], QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &TerminationSignals::handleWakeUp);
    // The second one of a kind finds the default action again.
    install(SIGTERM, handleSignal, SA_RESTART | static_cast<int>(SA_RESETHAND));
    install(SIGINT, handleSignal, SA_RESTART | static_cast<int>(SA_RESETHAND));
}

TerminationSignals::~TerminationSignals()
{
    install(SIGTERM, SIG_DFL, 0);
    install(SIGINT, SIG_DFL, 0);
    m_notifier.reset();
    for (int &socket : wakeUpSockets) {
        ::close(socket);
        socket = -1;
    }
}

void TerminationSignals::handleWakeUp()
{
    char byte = 0;
    const auto count = ::read(wakeUpSockets[1], &byte, sizeof byte);
    if (count == 1)
        Q_EMIT requested();
}

} // namespace App
