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

/// Another proxy, or other settings of this one, may help.
bool isAboutProxy(ErrorCode code);

/// Whom an error names on the way to \p server by \p proxy: the proxy where that is what does not
/// answer or wants a password; the server where the proxy could not get there.
QString subjectOf(ErrorCode code, const QString &server, const QString &proxy);

} // namespace Msn
