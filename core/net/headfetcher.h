#pragma once

#include "core/base/expected.h"
#include "core/net/httpchannel.h"

#include <QUrl>

#include <optional>

namespace Msn {

/// GET over HTTPS for pages of which nobody needs the body, one at a time: the answer is told with its
/// head, so that a server that neither says where its answer ends nor hangs up is not waited for. The
/// connection is kept for the next request to the same server where that is possible.
///
/// Our own and not QNetworkAccessManager's, because that one tells of a 401 only with its body.
class HeadFetcher : public QObject
{
    Q_OBJECT

public:
    /// Errors are those of the way: HttpChannel's, and ConnectionTimedOut. ProtocolViolation and
    /// ConnectionLost: no HTTP answer came.
    using Result = Expected<HttpAnswer, Error>;

    /// \p deadline: for one request, connecting included.
    HeadFetcher(const ServerTrust &trust, const ProxySettings &proxy, std::chrono::milliseconds deadline,
        QObject *parent = nullptr);

    /// Ahead of time: connects to the server of \p url and checks who it is, no more. Its failure is
    /// told by the request that follows.
    void prepare(const QUrl &url);
    /// Ends in finished(). One that is under way is dropped without a word.
    void get(const QUrl &url, const QList<MimeMessage::Header> &headers);
    void cancel();

Q_SIGNALS:
    void finished(const Msn::HeadFetcher::Result &result);

private:
    struct Request
    {
        QUrl url;
        QList<MimeMessage::Header> headers;
        bool isSent = false;
    };

    void connectTo(const Endpoint &server);
    void dropChannel();
    void send();
    void handleAnswer(const HttpAnswer &answer);
    void handleEnded(const Error &error);
    void finish(const Result &result);

    const ServerTrust m_trust;
    const ProxySettings m_proxy;
    QTimer m_deadline;
    HttpChannel *m_channel = nullptr;
    /// The connection is older than the request: the server may have given it up meanwhile.
    bool m_isChannelOld = false;
    std::optional<Request> m_request;
};

} // namespace Msn
