#include "core/chat/outbox.h"

#include "core/net/switchboardconnection.h"

#include <QPointer>

#include <algorithm>

namespace Msn {

void Outbox::add(ChatMessage::Id id, const QList<QByteArray> &payloads)
{
    Entry entry;
    entry.id = id;
    for (qsizetype place = 0; place < payloads.size(); ++place)
        entry.open.insert(place, payloads[place]);
    m_entries.append(entry);
}

bool Outbox::requeue(ChatMessage::Id id)
{
    const auto entry = std::find_if(m_entries.begin(), m_entries.end(),
        [id](const Entry &e) { return e.id == id && e.stage == Stage::Failed; });
    if (entry == m_entries.end())
        return false;
    Entry again = *entry;
    m_entries.erase(entry);
    again.stage = Stage::Waiting;
    // Before what was written later, so that the order stays the writer's.
    const auto later = std::find_if(m_entries.begin(), m_entries.end(),
        [id](const Entry &e) { return e.stage == Stage::Waiting && e.id > id; });
    m_entries.insert(later, again);
    return true;
}

bool Outbox::hasWaiting() const
{
    return std::any_of(
        m_entries.cbegin(), m_entries.cend(), [](const Entry &e) { return e.stage == Stage::Waiting; });
}

void Outbox::sendThrough(SwitchboardConnection &switchboard)
{
    // A copy: a refusal may come at once and change the list we walk.
    QList<Entry> waiting;
    for (Entry &entry : m_entries) {
        if (entry.stage != Stage::Waiting)
            continue;
        entry.stage = Stage::Sent;
        ++entry.attempt;
        waiting.append(entry);
    }
    for (const Entry &entry : std::as_const(waiting))
        send(entry, switchboard);
}

void Outbox::send(const Entry &entry, SwitchboardConnection &switchboard)
{
    for (auto payload = entry.open.cbegin(); payload != entry.open.cend(); ++payload) {
        switchboard.sendAcknowledged(payload.value(),
            [self = QPointer(this), id = entry.id, attempt = entry.attempt, place = payload.key()](
                const Expected<Command, Error> &reply) {
                if (self && reply)
                    self->handleAcknowledged(id, place);
                else if (self)
                    self->handleFailed(id, attempt, reply.error());
            });
    }
}

void Outbox::failWaiting(const Error &error)
{
    QList<ChatMessage::Id> waiting;
    for (const Entry &entry : std::as_const(m_entries)) {
        if (entry.stage == Stage::Waiting)
            waiting.append(entry.id);
    }
    for (const ChatMessage::Id id : waiting) {
        Entry *entry = find(id);
        if (entry && entry->stage == Stage::Waiting)
            fail(*entry, error);
    }
}

Outbox::Entry *Outbox::find(ChatMessage::Id id)
{
    const auto entry
        = std::find_if(m_entries.begin(), m_entries.end(), [id](const Entry &e) { return e.id == id; });
    return entry == m_entries.end() ? nullptr : &*entry;
}

void Outbox::handleAcknowledged(ChatMessage::Id id, qsizetype place)
{
    Entry *entry = find(id);
    if (!entry)
        return;
    entry->open.remove(place);
    if (!entry->open.isEmpty())
        return;
    m_entries.removeIf([id](const Entry &e) { return e.id == id; });
    Q_EMIT delivered(id);
}

void Outbox::handleFailed(ChatMessage::Id id, int attempt, const Error &error)
{
    Entry *entry = find(id);
    if (entry && entry->stage == Stage::Sent && entry->attempt == attempt)
        fail(*entry, error);
}

void Outbox::fail(Entry &entry, const Error &error)
{
    entry.stage = Stage::Failed;
    Q_EMIT failed(entry.id, error);
}

} // namespace Msn
