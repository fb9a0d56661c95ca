#include "core/discovery/dnssdlibrary.h"

#include <QLibrary>

namespace Msn {

namespace {

constexpr const char *quietVariable = "AVAHI_COMPAT_NOWARN";

#if defined(Q_OS_WIN)
constexpr const char *systemLibrary = "dnssd";
constexpr int systemVersion = -1;
#elif defined(Q_OS_DARWIN)
constexpr const char *systemLibrary = "System";
constexpr int systemVersion = -1;
#else
constexpr const char *systemLibrary = "dns_sd";
constexpr int systemVersion = 1;
#endif

template <typename Function>
bool find(QLibrary &library, const char *name, Function &function)
{
    function = reinterpret_cast<Function>(library.resolve(name));
    return function != nullptr;
}

bool findAll(QLibrary &library, DnsSdLibrary &functions)
{
    return find(library, "DNSServiceRegister", functions.registerService)
        && find(library, "DNSServiceBrowse", functions.browse)
        && find(library, "DNSServiceResolve", functions.resolve)
        && find(library, "DNSServiceQueryRecord", functions.queryRecord)
        && find(library, "DNSServiceRefSockFD", functions.socketOf)
        && find(library, "DNSServiceProcessResult", functions.processResult)
        && find(library, "DNSServiceRefDeallocate", functions.deallocate);
}

} // namespace

DiscoveryError DnsSd::errorOf(Status status)
{
    const bool isRefusal = status == badParameter || status == nameConflict || status == invalid;
    return {isRefusal ? DiscoveryError::Code::Refused : DiscoveryError::Code::NoDaemon,
        QStringLiteral("DNS-SD %1").arg(status)};
}

Expected<DnsSdLibrary::Pointer, DiscoveryError> DnsSdLibrary::load(const QString &file)
{
    QLibrary library;
    if (file.isEmpty())
        library.setFileNameAndVersion(QLatin1String(systemLibrary), systemVersion);
    else
        library.setFileName(file);
    const auto functions = std::make_shared<DnsSdLibrary>();
    if (!library.load() || !findAll(library, *functions))
        return Unexpected(DiscoveryError{DiscoveryError::Code::NoLibrary, library.errorString()});
    return Pointer(functions);
}

Expected<void, DiscoveryError> DnsSdLibrary::ensure(Pointer &library, const QString &file)
{
    if (library)
        return {};
    auto loaded = load(file);
    if (!loaded)
        return Unexpected(loaded.error());
    library = std::move(*loaded);
    return {};
}

void DnsSdLibrary::keepQuiet()
{
    if (!qEnvironmentVariableIsSet(quietVariable))
        qputenv(quietVariable, "1");
}

} // namespace Msn
