#include "core/discovery/discoverythread.h"

namespace Msn {

namespace {

constexpr int farewellMs = 500;

} // namespace

DiscoveryThread::DiscoveryThread(QObject *worker)
    : m_thread(std::make_unique<QThread>())
{
    m_thread->setObjectName(QStringLiteral("discovery"));
    worker->moveToThread(m_thread.get());
    QObject::connect(m_thread.get(), &QThread::finished, worker, &QObject::deleteLater);
    m_thread->start(QThread::LowPriority);
}

DiscoveryThread::~DiscoveryThread()
{
    m_thread->quit();
    if (m_thread->wait(farewellMs))
        return;
    // The program ends either way; a thread that still runs must not be destroyed.
    const QThread *hanging = m_thread.release();
    static_cast<void>(hanging);
}

} // namespace Msn
