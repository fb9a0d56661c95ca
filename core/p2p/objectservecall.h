#pragma once

#include "core/p2p/peercall.h"

namespace Msn {

/// We are asked for an object and have it: 200, the preparation, the data; the other side ends it with BYE.
/// Source: display-pictures-and-emoticons.md, "Display picture: complete dialog", role S.
class ObjectServeCall : public PeerCall
{
    Q_OBJECT

public:
    ObjectServeCall(PeerLink &link, const PeerCallId &id, const SlpMessage &invite, const QByteArray &data);

    void start() override;
    /// Nobody sends us data here.
    bool admits(const PeerHeader &header) override;
    void handleData(quint32 flags, const QByteArray &data) override;
    void handleResponse(const SlpMessage &response) override;

protected:
    void handleAcknowledged(quint32 messageId) override;
    void handleImpatience() override;
    void reportFailure(const Error &error) override;

private:
    enum class State {
        Answering, ///< 200 is on its way
        Preparing,
        Sending,
        Sent, ///< acknowledged; BYE is expected
    };
    void proceed();

    const SlpMessage m_invite;
    const QByteArray m_data;
    State m_state = State::Answering;
    /// The message whose acknowledgement is the next step.
    quint32 m_awaited = 0;
};

} // namespace Msn
