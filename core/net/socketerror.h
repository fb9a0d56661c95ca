#pragma once

#include "core/base/error.h"

#include <QAbstractSocket>
#include <QNetworkReply>

namespace Msn {

/// What the end of a socket means, as far as the number alone tells: HostNotFound,
/// ConnectionRefused, ... and the errors of proxies. \p wasConnected: the way to the other side had
/// been found before.
ErrorCode errorCodeFor(QAbstractSocket::SocketError error, bool wasConnected);

/// The same for a request that got no HTTP answer. None where the number says nothing of use.
ErrorCode errorCodeFor(QNetworkReply::NetworkError error);

/// \p code, where the host that a socket was to be connected to was the proxy.
ErrorCode proxyErrorFor(ErrorCode code);

/// The subject of the error is the proxy, not the server behind it.
bool isAboutProxy(ErrorCode code);

} // namespace Msn
