#pragma once

#include "core/base/expected.h"
#include "core/discovery/discoveryerror.h"

#include <QString>

#include <cstdint>
#include <memory>

#ifdef Q_OS_WIN
#define MSN_DNSSD_CALL __stdcall
#else
#define MSN_DNSSD_CALL
#endif

namespace Msn {

/// What of the interface `dns_sd` is used here: Bonjour has it, and Avahi's compatibility library.
/// Ports are in network order, names in UTF-8.
namespace DnsSd {

struct Service;
using Ref = Service *;
using Flags = std::uint32_t;
using Status = std::int32_t;

inline constexpr Flags isAdded = 2;

inline constexpr Status noError = 0;
inline constexpr Status badParameter = -65540;
inline constexpr Status nameConflict = -65548;
inline constexpr Status invalid = -65549;
inline constexpr std::uint16_t addressOfIPv4 = 1; ///< A
inline constexpr std::uint16_t addressOfIPv6 = 28; ///< AAAA
inline constexpr std::uint16_t internetClass = 1; ///< IN

using RegisterReply = void(MSN_DNSSD_CALL *)(
    Ref, Flags, Status, const char *name, const char *type, const char *domain, void *context);
using BrowseReply = void(MSN_DNSSD_CALL *)(Ref, Flags, std::uint32_t interfaceIndex, Status, const char *name,
    const char *type, const char *domain, void *context);
using ResolveReply = void(MSN_DNSSD_CALL *)(Ref, Flags, std::uint32_t interfaceIndex, Status,
    const char *fullName, const char *host, std::uint16_t port, std::uint16_t txtLength,
    const unsigned char *txt, void *context);
using RecordReply = void(MSN_DNSSD_CALL *)(Ref, Flags, std::uint32_t interfaceIndex, Status,
    const char *fullName, std::uint16_t type, std::uint16_t recordClass, std::uint16_t length,
    const void *data, std::uint32_t secondsToLive, void *context);

using Register = Status(MSN_DNSSD_CALL *)(Ref *, Flags, std::uint32_t interfaceIndex, const char *name,
    const char *type, const char *domain, const char *host, std::uint16_t port, std::uint16_t txtLength,
    const void *txt, RegisterReply, void *context);
using Browse = Status(MSN_DNSSD_CALL *)(Ref *, Flags, std::uint32_t interfaceIndex, const char *type,
    const char *domain, BrowseReply, void *context);
using Resolve = Status(MSN_DNSSD_CALL *)(Ref *, Flags, std::uint32_t interfaceIndex, const char *name,
    const char *type, const char *domain, ResolveReply, void *context);
using QueryRecord = Status(MSN_DNSSD_CALL *)(Ref *, Flags, std::uint32_t interfaceIndex, const char *fullName,
    std::uint16_t type, std::uint16_t recordClass, RecordReply, void *context);
using SocketOf = int(MSN_DNSSD_CALL *)(Ref);
using ProcessResult = Status(MSN_DNSSD_CALL *)(Ref);
using Deallocate = void(MSN_DNSSD_CALL *)(Ref);

/// Ours, for networks that are hosted with this program.
inline constexpr const char *serviceType = "_swallowtail._tcp";

/// A number of the daemon's as a value.
DiscoveryError errorOf(Status status);

} // namespace DnsSd

/// The library, loaded when somebody announces or looks for the first time. Its functions may wait
/// for the daemon, so they belong on a thread of their own (DiscoveryThread).
class DnsSdLibrary
{
public:
    using Pointer = std::shared_ptr<const DnsSdLibrary>;

    /// \p file: empty for the one of the system. Stays loaded.
    static Expected<Pointer, DiscoveryError> load(const QString &file);
    /// Loads it into \p library unless that has it already.
    static Expected<void, DiscoveryError> ensure(Pointer &library, const QString &file);
    /// Avahi's library writes to standard error that programs should not use it. It asks the
    /// environment whether it may; called before load(), on the main thread.
    static void keepQuiet();

    DnsSd::Register registerService = nullptr;
    DnsSd::Browse browse = nullptr;
    DnsSd::Resolve resolve = nullptr;
    DnsSd::QueryRecord queryRecord = nullptr;
    DnsSd::SocketOf socketOf = nullptr;
    DnsSd::ProcessResult processResult = nullptr;
    DnsSd::Deallocate deallocate = nullptr;
};

} // namespace Msn
