#pragma once

#include <QMetaType>
#include <QObject>
#include <QString>

#include <chrono>

namespace Msn {
Q_NAMESPACE

/// Why something did not work, as a value: a person's sentence is made from it in ui/.
enum class ErrorCode {
    None,

    // The way to a server
    HostNotFound,
    ConnectionRefused,
    NetworkUnreachable,
    ConnectionTimedOut,
    ConnectionLost, ///< the connection broke while it was in use
    ConnectionClosed, ///< the server closed it without giving a reason
    ProxyFailed, ///< the proxy was reached, but not what lies behind it
    ProxyRefused, ///< nothing answers where the proxy should be; the subject is the proxy
    ProxyNotFound, ///< the name of the proxy leads nowhere; the subject is the proxy
    ProxyTimedOut, ///< the proxy does not answer; the subject is the proxy
    ProxyPasswordNeeded, ///< none was given, or a wrong one; the subject is the proxy
    GatewayRefused, ///< what should be a web gateway answers like none; `detail`: the HTTP status

    // Trust
    TlsHandshakeFailed, ///< the other side does not speak TLS, or no common version
    CertificateUntrusted, ///< chain, host name or validity refused
    CertificateChanged, ///< not the certificate this network is pinned to
    InsecureAddress, ///< a sign-in address or redirect that is not https

    // What the server said
    ProtocolViolation, ///< bytes that are not MSNP
    NoCommonVersion,
    TooManyTransfers,
    UnexpectedReply, ///< a reply that does not fit the request
    ServerRefused, ///< an error number, see Error::serverNumber
    ReplyTimedOut,

    // Sign-in
    SignInServiceUnavailable, ///< nexus or login page: no answer, 5xx, or an answer without a verdict
    CaptivePortal, ///< the login page is somebody else's web page
    TooManyRedirects,
    WrongPassword,
    AccountRefused, ///< as WrongPassword, but trying again is pointless
    TicketRefused, ///< 911 or 928 although the login page had accepted the password
    SignInTimedOut,

    // The end of a session
    SignedInElsewhere,
    ServerShuttingDown,
    TermsOfUse,
    SignedOutByServer,

    // Our side
    Cancelled,
    NotSignedIn,
    InvalidArgument,
    MessageTooLong,
    NobodyThere, ///< the other person is offline or cannot be reached
    NoAnswer, ///< called, but nobody joined
    PeerDeclined, ///< the other person, or their program, did not hand over what was asked for
    TransferDamaged, ///< what arrived is not what was announced
    StorageFailed,
    StorageFull, ///< no room on the disk
    StorageBusy, ///< another program holds the file
    StorageDamaged, ///< the file was put aside and a new one begun; `detail`: where the old one is
    StorageTooNew, ///< written by a later version of this program
};
Q_ENUM_NS(ErrorCode)

struct Error
{
    ErrorCode code = ErrorCode::None;
    /// Three-digit number of the server (errors.md), 0 if none.
    int serverNumber = 0;
    /// Who or what it is about: `host:port`, an address. May be empty.
    QString subject;
    /// Raw words of the other side or of the system, for the details; never the only information.
    QString detail;
    /// CertificateUntrusted, CertificateChanged: SHA-256 of what the server showed, 32 bytes.
    QByteArray certificateSha256;
    /// How long to wait before trying again, where the other side said so; 0 otherwise.
    std::chrono::seconds retryAfter{0};
    /// CertificateUntrusted: all that is wrong with it is that it is not valid at the time this
    /// computer's clock shows.
    bool isOutOfDate = false;

    friend bool operator==(const Error &, const Error &) = default;
};

inline Error makeError(ErrorCode code, const QString &subject = {}, const QString &detail = {})
{
    Error error;
    error.code = code;
    error.subject = subject;
    error.detail = detail;
    return error;
}

} // namespace Msn

Q_DECLARE_METATYPE(Msn::Error)
