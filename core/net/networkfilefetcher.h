#pragma once

#include "core/base/completion.h"
#include "core/net/connectionsettings.h"

#include <QNetworkAccessManager>
#include <QObject>
#include <QTimer>
#include <QUrl>

class QNetworkReply;

namespace Msn {

/// Fetches a network file from the web: https only, redirects included, at most 256 KiB.
/// Errors: InsecureAddress, HostNotFound, ConnectionTimedOut, CertificateUntrusted, UnexpectedReply
///         (too long, or an HTTP error); `subject` is the host. The errors of a proxy, with its name.
class NetworkFileFetcher : public QObject
{
    Q_OBJECT

public:
    static constexpr qint64 maxBytes = 256 * 1024;

    explicit NetworkFileFetcher(std::chrono::milliseconds deadline, QObject *parent = nullptr);
    ~NetworkFileFetcher() override;

    /// A request that is under way is dropped without a word.
    void fetch(const QUrl &url, const ProxySettings &proxy, Completion<QByteArray> done);

private:
    void drop();
    void read();
    void finish();
    Error describe() const;

    QNetworkAccessManager m_http;
    QTimer m_deadline;
    ProxySettings m_proxy;
    QNetworkReply *m_reply = nullptr;
    QByteArray m_body;
    bool m_timedOut = false;
    Completion<QByteArray> m_done;
};

} // namespace Msn
