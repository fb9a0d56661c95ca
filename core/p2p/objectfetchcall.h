#pragma once

#include "core/base/completion.h"
#include "core/p2p/peercall.h"
#include "core/protocol/msnobject.h"

namespace Msn {

/// We ask for an object: INVITE, 200, the preparation (which may be missing), the data, BYE.
/// Source: display-pictures-and-emoticons.md, "Display picture: complete dialog", role R.
class ObjectFetchCall : public PeerCall
{
    Q_OBJECT

public:
    /// \p done is called with data whose hash is right, or why there is none.
    ObjectFetchCall(
        PeerLink &link, const PeerCallId &id, const MsnObject &object, Completion<QByteArray> done);

    void start() override;
    bool admits(const PeerHeader &header) override;
    void handleData(quint32 flags, const QByteArray &data) override;
    void handleResponse(const SlpMessage &response) override;

protected:
    void handleAcknowledged(quint32 messageId) override;
    void reportFailure(const Error &error) override;

private:
    enum class State { Inviting, AwaitingPreparation, AwaitingData };

    bool mayBePreparation(quint32 flags, quint64 size) const;

    const MsnObject m_object;
    Completion<QByteArray> m_done;
    State m_state = State::Inviting;
};

} // namespace Msn
