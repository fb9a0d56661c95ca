#include "app/messenger/terminationsignals.h"

#include <QSocketNotifier>

#include <csignal>
#include <unistd.h>

namespace App {

namespace {

int pipeEnds[2] = {-1, -1};

void handleSignal(int)
{
    const char byte = 1;
    // A full pipe already holds the news.
    [[maybe_unused]] const ssize_t written = write(pipeEnds[1], &byte, 1);
}

void install(void (*handler)(int))
{
    struct sigaction action = {};
    action.sa_handler = handler;
    action.sa_flags = SA_RESTART;
    sigaction(SIGTERM, &action, nullptr);
    sigaction(SIGINT, &action, nullptr);
}

} // namespace

TerminationSignals::TerminationSignals(QObject *parent)
    : QObject(parent)
{
    if (pipe(pipeEnds) != 0)
        return;
    m_notifier = new QSocketNotifier(pipeEnds[0], QSocketNotifier::Read, this);
    connect(m_notifier, &QSocketNotifier::activated, this, &TerminationSignals::handleReadable);
    install(handleSignal);
}

TerminationSignals::~TerminationSignals()
{
    if (!m_notifier)
        return;
    install(SIG_DFL);
    delete m_notifier;
    close(pipeEnds[0]);
    close(pipeEnds[1]);
}

void TerminationSignals::handleReadable()
{
    char byte = 0;
    [[maybe_unused]] const ssize_t got = read(pipeEnds[0], &byte, 1);
    Q_EMIT received();
}

} // namespace App
