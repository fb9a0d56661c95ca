#include "core/net/serverprobe.h"

#include "core/net/ssltransport.h"

#include <QHostAddress>
#include <QHostInfo>

#include <utility>

namespace Msn {

namespace {

QString tlsWords(const SslTransport &transport)
{
    const TlsFacts facts = transport.tlsFacts();
    if (facts.protocol.isEmpty())
        return {};
    return QStringLiteral("%1, %2").arg(facts.protocol, facts.validUntil.date().toString(Qt::ISODate));
}

} // namespace

ServerProbe::ServerProbe(
    const ServerTrust &trust, const ProxySettings &proxy, const Timing &timing, QObject *parent)
    : QObject(parent)
    , m_trust(trust)
    , m_proxy(proxy)
    , m_timing(timing)
{
    m_lookupDeadline.setSingleShot(true);
}

ServerProbe::~ServerProbe()
{
    if (m_lookup >= 0)
        QHostInfo::abortHostLookup(m_lookup);
}

void ServerProbe::lookUp(const QString &host)
{
    connect(&m_lookupDeadline, &QTimer::timeout, this, [this, host] {
        QHostInfo::abortHostLookup(std::exchange(m_lookup, -1));
        Q_EMIT failed(makeError(ErrorCode::ConnectionTimedOut, host));
    });
    m_lookupDeadline.start(m_timing.connect);
    m_lookup = QHostInfo::lookupHost(host, this, &ServerProbe::handleLookedUp);
}

void ServerProbe::handleLookedUp(const QHostInfo &info)
{
    if (info.lookupId() != m_lookup)
        return;
    m_lookup = -1;
    m_lookupDeadline.stop();
    QStringList numbers;
    const QList<QHostAddress> addresses = info.addresses();
    for (const QHostAddress &address : addresses)
        numbers.append(address.toString());
    if (info.error() == QHostInfo::NoError && !numbers.isEmpty())
        Q_EMIT passed(numbers.join(QLatin1String(", ")));
    else
        Q_EMIT failed(makeError(ErrorCode::HostNotFound, info.hostName(), info.errorString()));
}

void ServerProbe::connectTo(const Endpoint &server, NetworkDescription::Security security)
{
    m_transport = std::make_unique<SslTransport>(security, m_trust, m_timing.connect, m_proxy);
    connect(m_transport.get(), &Transport::opened, this, [this] {
        const QString detail = tlsWords(*m_transport);
        m_transport->close();
        Q_EMIT passed(detail);
    });
    connect(m_transport.get(), &Transport::closed, this, &ServerProbe::failed);
    m_transport->open(server);
}

} // namespace Msn
