#pragma once

#include "core/base/address.h"
#include "core/net/timing.h"
#include "core/protocol/messagecontent.h"

#include <QDeadlineTimer>
#include <QHash>
#include <QObject>
#include <QTimer>

namespace Msn {

/// Puts chunked messages together again: bytes first, characters afterwards, because a cut may
/// split one. What a peer may make us keep is capped in every direction.
/// Source: conversations.md §7; wire-format.md §9 "chunk headers".
class ChunkAssembler : public QObject
{
    Q_OBJECT

public:
    explicit ChunkAssembler(const Timing &timing, QObject *parent = nullptr);

    void add(const Address &sender, const MessageChunk &chunk);

Q_SIGNALS:
    /// All parts are there, or no more came in time and this is what stood at the start.
    void assembled(const Msn::Address &sender, const Msn::MimeMessage &message);

private:
    using Key = std::pair<Address, QByteArray>;
    struct Assembly
    {
        MimeMessage first;
        bool hasFirst = false;
        int count = 0;
        QHash<int, QByteArray> parts;
        qsizetype bytes = 0;
        QDeadlineTimer deadline;
    };

    void finish(const Key &key);
    void expire();

    const Timing m_timing;
    QHash<Key, Assembly> m_assemblies;
    QTimer m_timer;
};

} // namespace Msn
