#pragma once

#include "core/protocol/endpoint.h"

#include <QMetaType>
#include <QNetworkProxy>
#include <QString>

namespace Msn {

/// What stands between this computer and the servers, as the person has set it.
struct ProxySettings
{
    enum class Kind {
        None,
        System, ///< whatever the desktop or the environment says
        Socks5,
        Http, ///< CONNECT, except for a web gateway without TLS, which is asked through the proxy
    };

    Kind kind = Kind::None;
    /// Socks5 and Http only, as is all that follows.
    QString host;
    quint16 port = 0;
    /// Empty: the proxy wants none.
    QString user;
    /// In memory only; it is kept in the keychain.
    QString password;

    friend bool operator==(const ProxySettings &, const ProxySettings &) = default;
};

/// How a network is reached.
struct ConnectionSettings
{
    ProxySettings proxy;
    /// Through the web gateway of the network, if it has one, instead of directly.
    bool throughGateway = false;

    friend bool operator==(const ConnectionSettings &, const ConnectionSettings &) = default;
};

/// The port where a proxy of \p kind usually listens; 0 where there is nothing to say.
quint16 usualProxyPort(ProxySettings::Kind kind);

/// For a socket or a request to \p target. Never DefaultProxy: the application-wide proxy plays no
/// part. With Kind::System the answer may differ from target to target.
QNetworkProxy networkProxyFor(const ProxySettings &settings, const Endpoint &target);

/// `host:port` of \p proxy; empty if it is none.
QString proxyName(const QNetworkProxy &proxy);

} // namespace Msn

Q_DECLARE_METATYPE(Msn::ProxySettings)
