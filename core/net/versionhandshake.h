#pragma once

#include "core/net/commandchannel.h"
#include "core/protocol/signin.h"

#include <QObject>

namespace Msn {

/// What every connection to a dispatch or notification server begins with: VER, then CVR.
/// Ends exactly once, in agreed() or failed(), unless it is destroyed before.
/// Source: sign-in.md §2; MSNP8 changes, "Authentication".
class VersionHandshake : public QObject
{
    Q_OBJECT

public:
    /// \p channel is open and must outlive this object.
    VersionHandshake(CommandChannel &channel, const QList<ProtocolVersion> &offered, const Address &address,
        std::chrono::milliseconds deadline, QObject *parent = nullptr);

    void start();

Q_SIGNALS:
    /// \p clientVersionRefusal: why the server dislikes our CVR, code None if it does not. It may let us
    /// in all the same.
    void agreed(Msn::ProtocolVersion version, const Msn::Error &clientVersionRefusal);
    void failed(const Msn::Error &error);

private:
    void handleVersion(const Reply &reply);
    void handleClientVersion(const Reply &reply);
    void request(const std::function<Command(TransactionId)> &make, Verb verb,
        void (VersionHandshake::*handler)(const Reply &));

    CommandChannel &m_channel;
    const QList<ProtocolVersion> m_offered;
    const Address m_address;
    const std::chrono::milliseconds m_deadline;
    ProtocolVersion m_version = ProtocolVersion::Msnp8;
};

} // namespace Msn
