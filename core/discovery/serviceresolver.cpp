#include "core/discovery/serviceresolver.h"

#include "core/base/friendlyname.h"
#include "core/discovery/networkannouncement.h"

#include <QtEndian>

namespace Msn {

namespace {

constexpr qsizetype maxHostNameBytes = 255;
constexpr qsizetype maxShownHost = 60;
constexpr std::uint32_t anyInterface = 0;

/// Addresses that a server on this link can have and a network file can say.
bool isUsable(const QHostAddress &address)
{
    const bool isIPv6 = address.protocol() == QAbstractSocket::IPv6Protocol;
    // What this computer announces itself is seen on its loopback interface, too.
    return !address.isNull() && !address.isLoopback() && !address.isMulticast() && !address.isBroadcast()
        && address != QHostAddress(QHostAddress::AnyIPv4) && address != QHostAddress(QHostAddress::AnyIPv6)
        && !(isIPv6 && address.isLinkLocal());
}

QHostAddress addressIn(std::uint16_t type, const void *data, std::uint16_t length)
{
    const auto *bytes = static_cast<const quint8 *>(data);
    if (type == DnsSd::addressOfIPv4 && length == 4)
        return QHostAddress(qFromBigEndian<quint32>(bytes));
    if (type == DnsSd::addressOfIPv6 && length == 16)
        return QHostAddress(bytes);
    return {};
}

QString shownHost(const QByteArray &hostName)
{
    QString host = cleanedSingleLine(QString::fromUtf8(hostName));
    if (host.endsWith(u'.'))
        host.chop(1);
    if (host.endsWith(QLatin1String(".local"), Qt::CaseInsensitive))
        host.chop(6);
    return host.left(maxShownHost);
}

} // namespace

/// They only write down; see DnsSdOperation.
struct ServiceResolver::Replies
{
    static void MSN_DNSSD_CALL resolved(DnsSd::Ref, DnsSd::Flags, std::uint32_t, DnsSd::Status status,
        const char *, const char *host, std::uint16_t port, std::uint16_t txtLength, const unsigned char *txt,
        void *context)
    {
        auto *self = static_cast<ServiceResolver *>(context);
        if (!self->m_hostName.isEmpty())
            return;
        self->m_isRefused = status != DnsSd::noError || !host || qstrlen(host) > maxHostNameBytes
            || txtLength > maxAnnouncementBytes;
        if (self->m_isRefused)
            return;
        self->m_hostName = QByteArray(host);
        self->m_port = qFromBigEndian(port);
        if (txt)
            self->m_txt = QByteArray(reinterpret_cast<const char *>(txt), txtLength);
    }

    static void MSN_DNSSD_CALL addressed(DnsSd::Ref, DnsSd::Flags flags, std::uint32_t, DnsSd::Status status,
        const char *, std::uint16_t type, std::uint16_t, std::uint16_t length, const void *data,
        std::uint32_t, void *context)
    {
        auto *self = static_cast<ServiceResolver *>(context);
        if (status != DnsSd::noError || !(flags & DnsSd::isAdded) || !data)
            return;
        const QHostAddress address = addressIn(type, data, length);
        const bool isBetter = self->m_address.isNull() || type == DnsSd::addressOfIPv4;
        if (isUsable(address) && isBetter)
            self->m_address = address;
    }
};

ServiceResolver::ServiceResolver(
    DnsSdLibrary::Pointer library, ServiceInstance instance, const DiscoverySetup &setup)
    : m_library(std::move(library))
    , m_instance(std::move(instance))
    , m_setup(setup)
{
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, &ServiceResolver::finish);
}

ServiceResolver::~ServiceResolver() = default;

void ServiceResolver::start()
{
    m_deadline.start(m_setup.resolve);
    m_resolving = std::make_unique<DnsSdOperation>(m_library, [this](DnsSd::Ref *ref) {
        return m_library->resolve(ref, 0, anyInterface, m_instance.name.constData(), DnsSd::serviceType,
            m_instance.domain.constData(), Replies::resolved, this);
    });
    watch(*m_resolving, &ServiceResolver::handleResolved);
}

void ServiceResolver::handleResolved()
{
    if (m_isRefused || (!m_hostName.isEmpty() && !isOfOurKind())) {
        finish();
        return;
    }
    if (m_hostName.isEmpty())
        return;
    m_resolving.reset();
    const auto ask = [this](std::uint16_t type) {
        return std::make_unique<DnsSdOperation>(m_library, [this, type](DnsSd::Ref *ref) {
            return m_library->queryRecord(ref, 0, anyInterface, m_hostName.constData(), type,
                DnsSd::internetClass, Replies::addressed, this);
        });
    };
    m_asking4 = ask(DnsSd::addressOfIPv4);
    m_asking6 = ask(DnsSd::addressOfIPv6);
    watch(*m_asking4, &ServiceResolver::handleAddress);
    watch(*m_asking6, &ServiceResolver::handleAddress);
}

bool ServiceResolver::isOfOurKind() const
{
    return m_port != 0 && parseAnnouncement(m_txt);
}

void ServiceResolver::handleAddress()
{
    if (m_address.protocol() == QAbstractSocket::IPv4Protocol)
        finish();
    else if (!m_address.isNull() && m_deadline.remainingTime() > m_setup.otherAddress.count())
        m_deadline.start(m_setup.otherAddress);
}

void ServiceResolver::watch(DnsSdOperation &operation, void (ServiceResolver::*handler)())
{
    if (operation.status() != DnsSd::noError) {
        m_deadline.start(0);
        return;
    }
    connect(&operation, &DnsSdOperation::answered, this, handler);
    connect(&operation, &DnsSdOperation::broken, this, &ServiceResolver::finish);
}

void ServiceResolver::finish()
{
    m_deadline.stop();
    m_resolving.reset();
    m_asking4.reset();
    m_asking6.reset();
    Q_EMIT finished(result());
}

std::optional<NearbyNetwork> ServiceResolver::result() const
{
    auto announcement = parseAnnouncement(m_txt);
    if (!announcement || m_port == 0 || m_address.isNull())
        return std::nullopt;
    const QString id = QString::fromUtf8(m_instance.name);
    if (announcement->name.isEmpty())
        announcement->name = cleanedSingleLine(id).trimmed();
    if (announcement->name.isEmpty())
        return std::nullopt;
    return NearbyNetwork{id, shownHost(m_hostName), announcement->networkAt({m_address.toString(), m_port})};
}

} // namespace Msn
