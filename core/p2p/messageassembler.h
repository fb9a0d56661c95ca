#pragma once

#include "core/protocol/peerchunk.h"

#include <QByteArray>
#include <QDeadlineTimer>
#include <QHash>

#include <chrono>
#include <optional>
#include <utility>

namespace Msn {

/// How many unfinished messages there are, of all people.
class AssemblyBudget
{
public:
    static constexpr int most = 256;

    bool take() { return m_used < most ? (++m_used, true) : false; }
    void giveBack() { --m_used; }
    int used() const { return m_used; }

private:
    int m_used = 0;
};

/// Puts the messages of one person together, chunk after chunk. Nothing is reserved for what is announced:
/// memory grows with what has come. A chunk at the start begins its message anew; a session of data has one
/// message at a time, the latest. Source: msnslp.md, "Splitting"; security.md §6, §7.
class MessageAssembler
{
public:
    static constexpr qsizetype mostUnfinished = 32;

    /// \p budget must outlive it. What gets no further chunk within \p patience makes room for others.
    MessageAssembler(AssemblyBudget &budget, std::chrono::milliseconds patience);
    ~MessageAssembler();
    Q_DISABLE_COPY_MOVE(MessageAssembler)

    struct Result
    {
        /// It was the next chunk of its message. A chunk out of its place ends the message.
        bool isAccepted = false;
        /// The whole message, with its last chunk.
        std::optional<QByteArray> message;
    };
    Result add(const PeerHeader &header, const QByteArray &data);

    /// Nothing more is wanted of this session.
    void dropSession(quint32 sessionId);
    void dropExpired();
    void clear();
    bool isEmpty() const { return m_unfinished.isEmpty(); }
    /// What is kept of unfinished messages, in bytes of memory.
    qsizetype bytesKept() const;

private:
    using Key = std::pair<quint32, quint32>;
    struct Unfinished
    {
        quint64 totalSize = 0;
        QByteArray bytes;
        QDeadlineTimer deadline;
    };

    bool begin(const Key &key, const PeerHeader &header);
    bool makeRoom();
    QByteArray take(const Key &key);

    AssemblyBudget &m_budget;
    const std::chrono::milliseconds m_patience;
    QHash<Key, Unfinished> m_unfinished;
};

} // namespace Msn
