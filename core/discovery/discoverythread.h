#pragma once

#include <QObject>
#include <QThread>

#include <memory>

namespace Msn {

/// Where the library of DNS-SD is called: it may wait for a daemon that hangs, and nobody else is to
/// wait with it.
class DiscoveryThread
{
public:
    /// \p worker is moved there and deleted there at the end.
    explicit DiscoveryThread(QObject *worker);
    /// Gives the worker a moment to end.
    ~DiscoveryThread();
    Q_DISABLE_COPY_MOVE(DiscoveryThread)

private:
    std::unique_ptr<QThread> m_thread;
};

} // namespace Msn
