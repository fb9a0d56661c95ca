#pragma once

#include "core/net/transport.h"

#include <QByteArray>

namespace App {

/// One end of a switchboard without a network. Answers ANS with the people it was made for.
class StageTransport : public Msn::Transport
{
    Q_OBJECT

public:
    explicit StageTransport(QByteArrayList addresses);

    void open(const Msn::Endpoint &endpoint) override;
    void write(const QByteArray &bytes) override;
    void close() override { }
    void setReadingPaused(bool) override { }

    QByteArray takeSent() { return std::exchange(m_sent, {}); }
    /// Transaction id of the last MSG that was sent with mode A.
    QByteArray lastMessageId() const { return m_lastMessageId; }

private:
    void admit(const QByteArray &transactionId);

    const QByteArrayList m_addresses;
    QByteArray m_sent;
    QByteArray m_lastMessageId;
};

} // namespace App
