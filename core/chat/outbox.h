#pragma once

#include "core/base/error.h"
#include "core/base/expected.h"
#include "core/chat/chatmessage.h"

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QObject>

namespace Msn {

class SwitchboardConnection;

/// Messages on their way out, in the order they were written. A message may take several payloads;
/// it is delivered when all were acknowledged, and failed at the first that was not. Exactly one of
/// the two is reported per attempt.
class Outbox : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    void add(ChatMessage::Id id, const QList<QByteArray> &payloads);
    /// Puts a failed message back into the queue, before what was written later and without what was
    /// acknowledged already.
    /// False if \p id is not a failed message.
    bool requeue(ChatMessage::Id id);
    /// Something waits to be sent.
    bool hasWaiting() const;
    /// Sends everything that waits, in order.
    void sendThrough(SwitchboardConnection &switchboard);
    /// What waits to be sent fails; what is on its way is left to its acknowledgement.
    void failWaiting(const Error &error);

Q_SIGNALS:
    void delivered(Msn::ChatMessage::Id id);
    void failed(Msn::ChatMessage::Id id, const Msn::Error &error);

private:
    enum class Stage { Waiting, Sent, Failed };
    struct Entry
    {
        ChatMessage::Id id = 0;
        Stage stage = Stage::Waiting;
        /// Counts the tries: a late refusal of an earlier one says nothing about this one.
        int attempt = 0;
        /// Payloads that are not acknowledged, by their place in the message.
        QMap<qsizetype, QByteArray> open;
    };

    Entry *find(ChatMessage::Id id);
    void send(const Entry &entry, SwitchboardConnection &switchboard);
    void handleAcknowledged(ChatMessage::Id id, qsizetype place);
    void handleFailed(ChatMessage::Id id, int attempt, const Error &error);
    void fail(Entry &entry, const Error &error);

    QList<Entry> m_entries;
};

} // namespace Msn
