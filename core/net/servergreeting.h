#pragma once

#include "core/net/commandchannel.h"
#include "core/net/timing.h"
#include "core/protocol/signin.h"

#include <QObject>

#include <memory>
#include <optional>

namespace Msn {

class TrafficLog;

/// The first words with a server, without signing in: VER, CVR and, where an address is given,
/// USR TWN I. Ends once, in answered() or failed().
/// Source: sign-in.md §2.
class ServerGreeting : public QObject
{
    Q_OBJECT

public:
    struct Answer
    {
        ProtocolVersion version = ProtocolVersion::Msnp8;
        /// The server passes us on to this one.
        std::optional<Endpoint> transfer;
        /// For Passport; empty without an address or with a transfer.
        QByteArray policy;
    };

    /// \p log may be null.
    ServerGreeting(std::unique_ptr<Transport> transport, const QList<ProtocolVersion> &versions,
        const Timing &timing, TrafficLog *log, QObject *parent = nullptr);
    ~ServerGreeting() override;

    void start(const Endpoint &server, const Address &address);

Q_SIGNALS:
    void answered(const Msn::ServerGreeting::Answer &answer);
    void failed(const Msn::Error &error);

private:
    void ask(const std::function<Command(TransactionId)> &make, const QList<Verb> &replies,
        void (ServerGreeting::*handler)(const Command &));
    void offerVersions();
    void handleVersion(const Command &reply);
    void handleClientVersion(const Command &reply);
    void handleIdentified(const Command &reply);
    void succeed();
    void fail(const Error &error);
    void refuse();

    CommandChannel m_channel;
    const QList<ProtocolVersion> m_versions;
    const Timing m_timing;
    Address m_address;
    Answer m_answer;
    bool m_finished = false;
};

} // namespace Msn
