#include "core/discovery/dnssdoperation.h"

#include <QPointer>
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
    // Off before its socket is closed.
    m_notifier->setEnabled(false);
    if (m_isReporting)
        m_notifier.release()->deleteLater();
    else
        m_notifier.reset(); // a thread that ends would not come to it later
    m_library->deallocate(m_ref);
}

void DnsSdOperation::handleReadable()
{
    const QPointer<DnsSdOperation> self(this);
    m_isReporting = true;
    const DnsSd::Status status = m_library->processResult(m_ref);
    m_notifier->setEnabled(status == DnsSd::noError);
    if (status == DnsSd::noError)
        Q_EMIT answered();
    else
        Q_EMIT broken(DnsSd::errorOf(status));
    if (self)
        m_isReporting = false;
}

} // namespace Msn
