#pragma once

#include "core/base/backoff.h"
#include "core/discovery/discoverysetup.h"
#include "core/discovery/dnssdoperation.h"

#include <QTimer>

namespace Msn {

/// Keeps one announcement up, on the thread of DiscoveryThread: a daemon that goes and comes back
/// is told again.
class AnnounceWorker : public QObject
{
    Q_OBJECT

public:
    explicit AnnounceWorker(const DiscoverySetup &setup);
    ~AnnounceWorker() override;

    /// \p port in the machine's own order.
    void start(int round, const QString &name, quint16 port, const QByteArray &txt);
    void stop();

Q_SIGNALS:
    /// \p name: another one if the one asked for is taken.
    void announced(int round, const QString &name);
    void failed(int round, const Msn::DiscoveryError &error);

private:
    struct Reply;

    void begin();
    void handleAnswer();
    void handleTrouble(DnsSd::Status status);
    void fail(const DiscoveryError &error);

    const DiscoverySetup m_setup;
    DnsSdLibrary::Pointer m_library;
    int m_round = 0;
    QString m_name;
    int m_attempt = 1; ///< at a name that is not taken
    quint16 m_port = 0;
    QByteArray m_txt;
    Backoff m_backoff;
    QTimer m_retry;
    QByteArray m_givenName; ///< written by the library's reply
    DnsSd::Status m_trouble = DnsSd::noError; ///< the same
    std::unique_ptr<DnsSdOperation> m_operation;
};

} // namespace Msn
