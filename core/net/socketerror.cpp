#include "core/net/socketerror.h"

namespace Msn {

ErrorCode errorCodeFor(QAbstractSocket::SocketError error, bool wasConnected)
{
    switch (error) {
    case QAbstractSocket::HostNotFoundError:
        return ErrorCode::HostNotFound;
    case QAbstractSocket::ConnectionRefusedError:
        return ErrorCode::ConnectionRefused;
    case QAbstractSocket::SslHandshakeFailedError:
    case QAbstractSocket::SslInternalError:
    case QAbstractSocket::SslInvalidUserDataError:
        return ErrorCode::TlsHandshakeFailed;
    case QAbstractSocket::SocketTimeoutError:
        return ErrorCode::ConnectionTimedOut;
    case QAbstractSocket::ProxyAuthenticationRequiredError:
        return ErrorCode::ProxyPasswordNeeded;
    case QAbstractSocket::ProxyConnectionRefusedError:
        return ErrorCode::ProxyRefused;
    case QAbstractSocket::ProxyNotFoundError:
        return ErrorCode::ProxyNotFound;
    case QAbstractSocket::ProxyConnectionTimeoutError:
        return ErrorCode::ProxyTimedOut;
    case QAbstractSocket::ProxyConnectionClosedError:
    case QAbstractSocket::ProxyProtocolError:
        return ErrorCode::ProxyFailed;
    case QAbstractSocket::NetworkError:
        return wasConnected ? ErrorCode::ConnectionLost : ErrorCode::NetworkUnreachable;
    default:
        return ErrorCode::ConnectionLost;
    }
}

ErrorCode errorCodeFor(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::HostNotFoundError:
        return ErrorCode::HostNotFound;
    case QNetworkReply::ConnectionRefusedError:
        return ErrorCode::ConnectionRefused;
    case QNetworkReply::SslHandshakeFailedError:
        return ErrorCode::TlsHandshakeFailed;
    case QNetworkReply::NetworkSessionFailedError:
    case QNetworkReply::TemporaryNetworkFailureError:
        return ErrorCode::NetworkUnreachable;
    case QNetworkReply::ProxyConnectionRefusedError:
        return ErrorCode::ProxyRefused;
    case QNetworkReply::ProxyNotFoundError:
        return ErrorCode::ProxyNotFound;
    case QNetworkReply::ProxyTimeoutError:
        return ErrorCode::ProxyTimedOut;
    case QNetworkReply::ProxyAuthenticationRequiredError:
        return ErrorCode::ProxyPasswordNeeded;
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::UnknownProxyError:
        return ErrorCode::ProxyFailed;
    default:
        return ErrorCode::None;
    }
}

ErrorCode proxyErrorFor(ErrorCode code)
{
    switch (code) {
    case ErrorCode::HostNotFound:
        return ErrorCode::ProxyNotFound;
    case ErrorCode::ConnectionRefused:
        return ErrorCode::ProxyRefused;
    case ErrorCode::ConnectionTimedOut:
        return ErrorCode::ProxyTimedOut;
    case ErrorCode::NetworkUnreachable:
        return code;
    default:
        return ErrorCode::ProxyFailed;
    }
}

bool isAboutProxy(ErrorCode code)
{
    switch (code) {
    case ErrorCode::ProxyFailed:
    case ErrorCode::ProxyRefused:
    case ErrorCode::ProxyNotFound:
    case ErrorCode::ProxyTimedOut:
    case ErrorCode::ProxyPasswordNeeded:
        return true;
    default:
        return false;
    }
}

QString subjectOf(ErrorCode code, const QString &server, const QString &proxy)
{
    return isAboutProxy(code) && code != ErrorCode::ProxyFailed ? proxy : server;
}

} // namespace Msn
