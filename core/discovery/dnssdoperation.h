#pragma once

#include "core/discovery/dnssdlibrary.h"

#include <QObject>

#include <functional>
#include <memory>

class QSocketNotifier;

namespace Msn {

/// One question to the daemon, or one announcement. Its socket is watched until it is destroyed,
/// which ends it. The library's replies come from within the event loop; whoever gets one keeps
/// what it says and acts on answered(), after which the operation may be destroyed.
class DnsSdOperation : public QObject
{
    Q_OBJECT

public:
    using Begin = std::function<DnsSd::Status(DnsSd::Ref *)>;

    /// \p begin calls the function of the library that begins it.
    DnsSdOperation(DnsSdLibrary::Pointer library, const Begin &begin);
    ~DnsSdOperation() override;

    /// Why it has not begun; DnsSd::noError if it has.
    DnsSd::Status status() const { return m_status; }

Q_SIGNALS:
    void answered();
    /// The daemon is gone. Nothing follows.
    void broken(const Msn::DiscoveryError &error);

private:
    void handleReadable();

    const DnsSdLibrary::Pointer m_library;
    DnsSd::Ref m_ref = nullptr;
    DnsSd::Status m_status;
    std::unique_ptr<QSocketNotifier> m_notifier;
    bool m_isReporting = false; ///< called by the notifier
};

} // namespace Msn
