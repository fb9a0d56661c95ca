#pragma once

#include "core/base/error.h"
#include "core/net/connectionsettings.h"
#include "core/net/servertrust.h"
#include "core/net/timing.h"
#include "core/protocol/networkdescription.h"

#include <QObject>
#include <QTimer>

#include <memory>

class QHostInfo;

namespace Msn {

class SslTransport;

/// One question to one server, without a word of its protocol: where it is, whether it can be reached,
/// whether it encrypts. Once per object.
class ServerProbe : public QObject
{
    Q_OBJECT

public:
    ServerProbe(const ServerTrust &trust, const ProxySettings &proxy, const Timing &timing,
        QObject *parent = nullptr);
    ~ServerProbe() override;

    /// DNS; passed(): its numbers. Not for a server behind a proxy, which looks names up itself.
    void lookUp(const QString &host);
    /// TCP or TLS, through the proxy if there is one; passed(): protocol version and last day of the
    /// certificate, empty without TLS.
    void connectTo(const Endpoint &server, NetworkDescription::Security security);

Q_SIGNALS:
    void passed(const QString &detail);
    void failed(const Msn::Error &error);

private:
    void handleLookedUp(const QHostInfo &info);

    const ServerTrust m_trust;
    const ProxySettings m_proxy;
    const Timing m_timing;
    QTimer m_lookupDeadline;
    int m_lookup = -1;
    std::unique_ptr<SslTransport> m_transport;
};

} // namespace Msn
