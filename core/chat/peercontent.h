#pragma once

#include "core/chat/chatmessage.h"
#include "core/chat/chunkassembler.h"
#include "core/net/timing.h"
#include "core/protocol/conversation.h"
#include "core/protocol/messagecontent.h"

#include <QDeadlineTimer>
#include <QHash>
#include <QObject>
#include <QSet>

namespace Msn {

/// Makes lines of a conversation out of what peers send: puts chunks together, holds back nudges that
/// come too fast, says once of each kind that it cannot be shown, leaves out what is meant for programs.
/// Source: conversations.md §5 to §7; wire-format.md §9.
class PeerContent : public QObject
{
    Q_OBJECT

public:
    explicit PeerContent(const Timing &timing, QObject *parent = nullptr);

    void take(const Participant &sender, const MessageContent &content);

Q_SIGNALS:
    void typing(const Msn::Address &sender);
    /// \p sender may be without a name, where a message came in chunks. \p time: when it was said, if a
    /// service has kept it; else invalid.
    void said(const Msn::Participant &sender, Msn::ChatMessage::Kind kind, const QString &text,
        const Msn::TextFormat &format, const QDateTime &time);
    void invited(const Msn::Participant &sender, const Msn::Invitation &invitation);

private:
    void takeDatacast(const Participant &sender, const Datacast &datacast);
    void takeNudge(const Participant &sender);
    void noteUnsupported(const Participant &sender, const QByteArray &what);

    const Timing m_timing;
    ChunkAssembler m_chunks;
    /// Until when further nudges of a person are dropped.
    QHash<Address, QDeadlineTimer> m_nextNudges;
    /// What has been said to be unsupported already.
    QSet<QByteArray> m_unsupported;
};

} // namespace Msn
