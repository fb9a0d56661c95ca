#include "tests/support/fakednssd/fakednssd.h"

#include <QHash>
#include <QtEndian>

#include <algorithm>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>

#include <sys/socket.h>
#include <unistd.h>

namespace {

using Test::FakeDnsSd::End;
using Test::FakeDnsSd::Instance;
using Test::FakeDnsSd::Registration;
using Test::FakeDnsSd::Taker;

constexpr std::int32_t fakeNoError = 0;
constexpr std::int32_t fakeNotRunning = -65563;
constexpr std::int32_t fakeNameConflict = -65548;
constexpr std::uint32_t fakeAdded = 2;
constexpr std::uint16_t fakeTypeA = 1;

} // namespace

/// What the interface calls DNSServiceRef points to one.
struct FakeService
{
    using Event = std::function<void(FakeService *)>;

    FakeService() { ::socketpair(AF_UNIX, SOCK_STREAM, 0, ends); }
    ~FakeService()
    {
        ::close(ends[0]);
        ::close(ends[1]);
    }
    Q_DISABLE_COPY_MOVE(FakeService)

    void post(Event event)
    {
        events.push_back(std::move(event));
        // One byte for all: a socket is soon full, and whoever writes to it would wait.
        if (events.size() == 1)
            wake();
    }
    void wake() const
    {
        const char byte = 1;
        static_cast<void>(::write(ends[1], &byte, 1));
    }

    int ends[2] = {-1, -1};
    std::deque<Event> events;
    /// How it is told that somebody has come or gone; only of those that look.
    std::function<void(FakeService *, bool isAdded, const QByteArray &name)> seen;
    Event daemonGone;
    std::optional<Registration> registration;
};

namespace {

using FakeRef = FakeService *;

struct FakeDaemon
{
    std::mutex mutex;
    bool isRunning = true;
    std::optional<End> end;
    QList<Instance> instances;
    QHash<QByteArray, Taker> takenNames;
    std::vector<std::unique_ptr<FakeService>> services;
    int most = 0;
};

FakeDaemon &fakeDaemon()
{
    static FakeDaemon daemon;
    return daemon;
}

FakeRef open(FakeDaemon &daemon)
{
    daemon.services.push_back(std::make_unique<FakeService>());
    daemon.most = std::max(daemon.most, int(daemon.services.size()));
    return daemon.services.back().get();
}

const Instance *findInstance(const FakeDaemon &daemon, const QByteArray &name)
{
    const auto found = std::find_if(daemon.instances.begin(), daemon.instances.end(),
        [&](const Instance &instance) { return instance.name == name; });
    return found == daemon.instances.end() ? nullptr : &*found;
}

const Instance *findHost(const FakeDaemon &daemon, const QByteArray &host)
{
    const auto found = std::find_if(daemon.instances.begin(), daemon.instances.end(),
        [&](const Instance &instance) { return instance.host == host; });
    return found == daemon.instances.end() ? nullptr : &*found;
}

void tellAll(FakeDaemon &daemon, bool isAdded, const QByteArray &name)
{
    for (const auto &service : daemon.services) {
        if (service->seen)
            service->seen(service.get(), isAdded, name);
    }
}

} // namespace

namespace Test::FakeDnsSd {

void reset()
{
    FakeDaemon &daemon = fakeDaemon();
    const std::lock_guard lock(daemon.mutex);
    daemon.isRunning = true;
    daemon.end.reset();
    daemon.instances.clear();
    daemon.takenNames.clear();
    daemon.most = int(daemon.services.size());
}

void add(const Instance &instance)
{
    FakeDaemon &daemon = fakeDaemon();
    const std::lock_guard lock(daemon.mutex);
    daemon.instances.removeIf([&](const Instance &old) { return old.name == instance.name; });
    daemon.instances.append(instance);
    tellAll(daemon, true, instance.name);
}

void remove(const QByteArray &name)
{
    FakeDaemon &daemon = fakeDaemon();
    const std::lock_guard lock(daemon.mutex);
    daemon.instances.removeIf([&](const Instance &old) { return old.name == name; });
    tellAll(daemon, false, name);
}

void takeName(const QByteArray &name, Taker taker)
{
    FakeDaemon &daemon = fakeDaemon();
    const std::lock_guard lock(daemon.mutex);
    daemon.takenNames.insert(name, taker);
}

void stopDaemon(End end)
{
    FakeDaemon &daemon = fakeDaemon();
    const std::lock_guard lock(daemon.mutex);
    daemon.isRunning = false;
    daemon.end = end;
    daemon.instances.clear();
    for (const auto &service : daemon.services) {
        service->registration.reset();
        if (end == End::Error)
            service->wake();
        else if (service->daemonGone)
            service->post(service->daemonGone);
    }
}

void startDaemon()
{
    FakeDaemon &daemon = fakeDaemon();
    const std::lock_guard lock(daemon.mutex);
    daemon.isRunning = true;
    daemon.end.reset();
}

QList<Registration> registrations()
{
    FakeDaemon &daemon = fakeDaemon();
    const std::lock_guard lock(daemon.mutex);
    QList<Registration> all;
    for (const auto &service : daemon.services) {
        if (service->registration)
            all.append(*service->registration);
    }
    return all;
}

int openOperations()
{
    FakeDaemon &daemon = fakeDaemon();
    const std::lock_guard lock(daemon.mutex);
    return int(daemon.services.size());
}

int mostOperations()
{
    FakeDaemon &daemon = fakeDaemon();
    const std::lock_guard lock(daemon.mutex);
    return daemon.most;
}

} // namespace Test::FakeDnsSd

extern "C" {

using FakeRegisterReply
    = void (*)(FakeRef, std::uint32_t, std::int32_t, const char *, const char *, const char *, void *);
using FakeBrowseReply = void (*)(
    FakeRef, std::uint32_t, std::uint32_t, std::int32_t, const char *, const char *, const char *, void *);
using FakeResolveReply = void (*)(FakeRef, std::uint32_t, std::uint32_t, std::int32_t, const char *,
    const char *, std::uint16_t, std::uint16_t, const unsigned char *, void *);
using FakeRecordReply = void (*)(FakeRef, std::uint32_t, std::uint32_t, std::int32_t, const char *,
    std::uint16_t, std::uint16_t, std::uint16_t, const void *, std::uint32_t, void *);

std::int32_t DNSServiceRegister(FakeRef *ref, std::uint32_t, std::uint32_t, const char *name,
    const char *type, const char *, const char *, std::uint16_t port, std::uint16_t txtLength,
    const void *txt, FakeRegisterReply reply, void *context)
{
    FakeDaemon &daemon = fakeDaemon();
    const std::lock_guard lock(daemon.mutex);
    if (!daemon.isRunning)
        return fakeNotRunning;
    const FakeRef service = open(daemon);
    const QByteArray wanted(name);
    *ref = service;
    if (daemon.takenNames.value(wanted, Taker::Elsewhere) == Taker::Here) {
        service->post(
            [=](FakeRef self) { reply(self, 0, fakeNameConflict, nullptr, nullptr, nullptr, context); });
        return fakeNoError;
    }
    const QByteArray given = daemon.takenNames.contains(wanted) ? wanted + " #2" : wanted;
    service->registration = Registration{
        given, type, qFromBigEndian(port), QByteArray(static_cast<const char *>(txt), txtLength)};
    service->daemonGone
        = [=](FakeRef self) { reply(self, 0, fakeNotRunning, nullptr, nullptr, nullptr, context); };
    service->post([=](FakeRef self) {
        reply(self, 0, fakeNoError, given.constData(), "_swallowtail._tcp", "local.", context);
    });
    *ref = service;
    return fakeNoError;
}

std::int32_t DNSServiceBrowse(FakeRef *ref, std::uint32_t, std::uint32_t, const char *, const char *,
    FakeBrowseReply reply, void *context)
{
    FakeDaemon &daemon = fakeDaemon();
    const std::lock_guard lock(daemon.mutex);
    if (!daemon.isRunning)
        return fakeNotRunning;
    const FakeRef service = open(daemon);
    service->seen = [=](FakeRef self, bool isAdded, const QByteArray &name) {
        self->post([=](FakeRef now) {
            reply(now, isAdded ? fakeAdded : 0, 3, fakeNoError, name.constData(), "_swallowtail._tcp",
                "local.", context);
        });
    };
    service->daemonGone
        = [=](FakeRef self) { reply(self, 0, 0, fakeNotRunning, nullptr, nullptr, nullptr, context); };
    for (const Instance &instance : std::as_const(daemon.instances))
        service->seen(service, true, instance.name);
    *ref = service;
    return fakeNoError;
}

std::int32_t DNSServiceResolve(FakeRef *ref, std::uint32_t, std::uint32_t, const char *name, const char *,
    const char *, FakeResolveReply reply, void *context)
{
    FakeDaemon &daemon = fakeDaemon();
    const std::lock_guard lock(daemon.mutex);
    if (!daemon.isRunning)
        return fakeNotRunning;
    const FakeRef service = open(daemon);
    const Instance *instance = findInstance(daemon, name);
    if (instance && !instance->isSilent) {
        service->post([told = *instance, reply, context](FakeRef self) {
            reply(self, 0, 3, fakeNoError, told.name.constData(), told.host.constData(),
                qToBigEndian(told.port), static_cast<std::uint16_t>(told.txt.size()),
                reinterpret_cast<const unsigned char *>(told.txt.constData()), context);
        });
    }
    *ref = service;
    return fakeNoError;
}

std::int32_t DNSServiceQueryRecord(FakeRef *ref, std::uint32_t, std::uint32_t, const char *fullName,
    std::uint16_t type, std::uint16_t recordClass, FakeRecordReply reply, void *context)
{
    FakeDaemon &daemon = fakeDaemon();
    const std::lock_guard lock(daemon.mutex);
    if (!daemon.isRunning)
        return fakeNotRunning;
    const FakeRef service = open(daemon);
    const Instance *instance = findHost(daemon, fullName);
    const QByteArray data = !instance ? QByteArray()
        : type == fakeTypeA           ? instance->address4
                                      : instance->address6;
    if (!data.isEmpty()) {
        service->post([=, host = QByteArray(fullName)](FakeRef self) {
            reply(self, fakeAdded, 3, fakeNoError, host.constData(), type, recordClass,
                static_cast<std::uint16_t>(data.size()), data.constData(), 120, context);
        });
    }
    *ref = service;
    return fakeNoError;
}

int DNSServiceRefSockFD(FakeRef service)
{
    return service->ends[0];
}

std::int32_t DNSServiceProcessResult(FakeRef service)
{
    FakeDaemon &daemon = fakeDaemon();
    FakeService::Event event;
    {
        const std::lock_guard lock(daemon.mutex);
        if (daemon.end == End::Error)
            return fakeNotRunning;
        if (!service->events.empty()) {
            event = std::move(service->events.front());
            service->events.pop_front();
        }
        char byte = 0;
        if (service->events.empty())
            static_cast<void>(::read(service->ends[0], &byte, 1));
    }
    if (event)
        event(service);
    return fakeNoError;
}

void DNSServiceRefDeallocate(FakeRef service)
{
    FakeDaemon &daemon = fakeDaemon();
    const std::lock_guard lock(daemon.mutex);
    std::erase_if(daemon.services, [&](const auto &other) { return other.get() == service; });
}

} // extern "C"
