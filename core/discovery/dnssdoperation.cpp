#include "core/discovery/dnssdoperation.h"

#include <QSocketNotifier>

namespace Msn {

DnsSdOperation::DnsSdOperation(DnsSdLibrary::Pointer library, const Begin &begin)
    : m_library(std::move(library))
    , m_status(begin(&m_ref))
{
    if (m_status != DnsSd::noError) {
        m_ref = nullptr;
        return;
    }
    m_notifier = std::make_unique<QSocketNotifier>(m_library->socketOf(m_ref), QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &DnsSdOperation::handleReadable);
}

DnsSdOperation::~DnsSdOperation()
{
    if (!m_ref)
        return;
    // It may be the one that is calling us; and it must be off before its socket is closed.
    m_notifier->setEnabled(false);
    m_notifier.release()->deleteLater();
    m_library->deallocate(m_ref);
}

void DnsSdOperation::handleReadable()
{
    const DnsSd::Status status = m_library->processResult(m_ref);
    if (status == DnsSd::noError) {
        Q_EMIT answered();
        return;
    }
    m_notifier->setEnabled(false);
    Q_EMIT broken(DnsSd::errorOf(status));
}

} // namespace Msn
