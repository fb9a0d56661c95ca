#include "core/history/historyrecorder.h"

#include "core/chat/conversations.h"

#include <QUuid>

#include <algorithm>

namespace Msn {

HistoryRecorder::HistoryRecorder(Conversations &conversations, HistoryStore &store, QObject *parent)
    : QObject(parent)
    , m_store(store)
{
    m_lateTimer.setSingleShot(true);
    connect(&m_lateTimer, &QTimer::timeout, this, &HistoryRecorder::settleLate);
    connect(&m_store, &HistoryStore::stored, this, &HistoryRecorder::handleEnded);
    connect(&m_store, &HistoryStore::refused, this, [this](HistoryStore::Token token, const Error &error) {
        handleEnded(token, 0);
        Q_EMIT failed(error);
    });
    connect(&m_store, &HistoryStore::failed, this, [this](const Error &error) {
        Q_EMIT failed(error);
        settleAll();
    });
    connect(&m_store, &HistoryStore::linesRemoved, this, &HistoryRecorder::handleRemoved);
    connect(&m_store, &HistoryStore::recovered, this, &HistoryRecorder::recovered);
    connect(&m_store, &HistoryStore::putAside, this, [this](const Error &error) {
        m_untold = error;
        Q_EMIT failed(error);
    });
    connect(&conversations, &Conversations::conversationAdded, this, &HistoryRecorder::follow);
    const QList<Conversation *> open = conversations.all();
    for (Conversation *conversation : open) {
        if (!conversation->messages().isEmpty())
            follow(conversation);
    }
}

HistoryRecorder::~HistoryRecorder() = default;

void HistoryRecorder::follow(Conversation *conversation)
{
    if (m_followed.contains(conversation))
        return;
    m_followed[conversation].conversation = conversation;
    connect(conversation, &Conversation::messageAdded, this,
        [this, conversation](const ChatMessage &message) { record(*conversation, message); });
    connect(conversation, &Conversation::messageChanged, this,
        [this, conversation](const ChatMessage &message) { update(*conversation, message); });
    connect(conversation, &QObject::destroyed, this, [this, conversation] {
        m_followed.remove(conversation);
        using Line = QHash<HistoryStore::Token, Owner>::iterator;
        m_owners.removeIf([conversation](Line line) { return line.value().conversation == conversation; });
    });
    connect(conversation, &Conversation::messagesTrimmed, this, [this, conversation] {
        using Kept = QHash<ChatMessage::Id, HistoryEntry::Id>::iterator;
        const ChatMessage::Id first = conversation->messages().constFirst().id;
        m_followed[conversation].kept.removeIf([first](Kept line) { return line.key() < first; });
    });
    // It is told of when its first line has come.
    const QList<ChatMessage> messages = conversation->messages();
    for (const ChatMessage &message : messages)
        record(*conversation, message);
}

// --- Into the store --------------------------------------------------------------------------

void HistoryRecorder::record(Conversation &conversation, const ChatMessage &message)
{
    Followed &followed = m_followed[&conversation];
    if (conversation.isGroup() && followed.group.isEmpty()) {
        followed.group = QUuid::createUuid().toString(QUuid::WithoutBraces);
        followed.beganAsGroup = followed.lastTime.isNull();
    }
    if (m_isKeeping && !followed.isPrivate)
        keep(conversation, followed, message);
    else if (followed.waiting.empty())
        settle(&conversation, message.id);
    else
        followed.waiting.push_back({message.id, 0, QDeadlineTimer(longestWait)});
}

void HistoryRecorder::keep(Conversation &conversation, Followed &followed, const ChatMessage &message)
{
    HistoryEntry entry = toHistoryEntry(message, conversation.peer(), followed.group);
    if (followed.lastTime.isValid())
        entry.time = std::max(entry.time, followed.lastTime);
    followed.lastTime = entry.time;
    const HistoryStore::Token token = m_store.add(entry);
    m_owners.insert(token, {&conversation, message.id});
    if (message.outgoing)
        followed.changing.insert(message.id, token);
    followed.waiting.push_back({message.id, token, QDeadlineTimer(longestWait)});
    if (m_store.trouble().code == ErrorCode::None)
        startTimer();
    else
        settle(&conversation, message.id);
}

void HistoryRecorder::update(Conversation &conversation, const ChatMessage &message)
{
    Followed &followed = m_followed[&conversation];
    const HistoryStore::Token token = followed.changing.value(message.id);
    if (token == 0)
        return;
    m_store.setDelivery(token, message.delivery, message.error);
    // A failed one may be sent again.
    if (message.delivery == ChatMessage::Delivery::Delivered)
        followed.changing.remove(message.id);
}

// --- Out of it -------------------------------------------------------------------------------

void HistoryRecorder::handleEnded(HistoryStore::Token token, HistoryEntry::Id kept)
{
    const auto [conversation, id] = m_owners.take(token);
    if (!conversation)
        return;
    Followed &followed = m_followed[conversation];
    if (kept != 0)
        followed.kept.insert(id, kept);
    const auto line = std::find_if(followed.waiting.cbegin(), followed.waiting.cend(),
        [token](const Waiting &waiting) { return waiting.token == token; });
    if (line != followed.waiting.cend())
        settle(conversation, line->id);
}

void HistoryRecorder::handleRemoved(const HistorySelection &selection)
{
    const QList<const Conversation *> keys = m_followed.keys();
    for (const Conversation *key : keys) {
        const auto found = m_followed.find(key);
        // Whoever is told of what was forgotten may close another conversation.
        if (found != m_followed.end())
            forgetIn(*found, selection);
    }
    Q_EMIT removed(selection);
}

void HistoryRecorder::forgetIn(Followed &followed, const HistorySelection &selection)
{
    QList<ChatMessage::Id> gone;
    for (const ChatMessage &message : followed.conversation->messages()) {
        const HistoryEntry::Id kept = followed.kept.value(message.id);
        if (kept != 0 && selection.includes(kept, followed.conversation->peer(), message.time))
            gone.append(message.id);
    }
    followed.conversation->forget(gone);
}

/// Everything up to \p id, and what needs no disk behind it.
void HistoryRecorder::settle(Conversation *conversation, ChatMessage::Id id)
{
    Followed &followed = m_followed[conversation];
    while (!followed.waiting.empty()
        && (followed.waiting.front().id <= id || followed.waiting.front().token == 0)) {
        id = std::max(id, followed.waiting.front().id);
        followed.waiting.pop_front();
    }
    // Whoever listens may add a line or close the conversation.
    const ChatMessage::Id first = std::exchange(followed.settled, id) + 1;
    const QPointer<Conversation> alive(conversation);
    for (ChatMessage::Id next = first; next <= id && alive; ++next) {
        const qsizetype index = conversation->indexOf(next);
        if (index >= 0)
            Q_EMIT settled(conversation, ChatMessage(conversation->messages().at(index)));
    }
}

void HistoryRecorder::settleAll()
{
    const QList<const Conversation *> followed = m_followed.keys();
    for (const Conversation *key : followed) {
        const auto found = m_followed.constFind(key);
        if (found == m_followed.cend() || found->waiting.empty())
            continue;
        settle(found->conversation, found->waiting.back().id);
    }
}

/// Lines that have waited for too long.
void HistoryRecorder::settleLate()
{
    const QList<const Conversation *> followed = m_followed.keys();
    for (const Conversation *key : followed) {
        const auto found = m_followed.constFind(key);
        if (found == m_followed.cend())
            continue;
        const auto late = std::find_if(found->waiting.crbegin(), found->waiting.crend(),
            [](const Waiting &waiting) { return waiting.until.hasExpired(); });
        if (late != found->waiting.crend())
            settle(found->conversation, late->id);
    }
    startTimer();
}

void HistoryRecorder::startTimer()
{
    const bool isWaiting = std::any_of(m_followed.cbegin(), m_followed.cend(),
        [](const Followed &followed) { return !followed.waiting.empty(); });
    if (isWaiting && !m_lateTimer.isActive())
        m_lateTimer.start(longestWait);
}

// --- Questions -------------------------------------------------------------------------------

void HistoryRecorder::setPrivate(Conversation &conversation, bool isPrivate)
{
    follow(&conversation);
    if (std::exchange(m_followed[&conversation].isPrivate, isPrivate) != isPrivate)
        Q_EMIT privateChanged(&conversation);
}

bool HistoryRecorder::isPrivate(const Conversation &conversation) const
{
    return m_followed.value(&conversation).isPrivate;
}

ChatMessage::Id HistoryRecorder::settledId(const Conversation &conversation) const
{
    const auto found = m_followed.constFind(&conversation);
    return found == m_followed.cend() ? 0 : found->settled;
}

HistoryPageRequest HistoryRecorder::pageRequest(const Conversation &conversation) const
{
    HistoryPageRequest request;
    request.with = conversation.peer();
    const auto found = m_followed.constFind(&conversation);
    if (found != m_followed.cend() && found->beganAsGroup)
        request.group = found->group;
    const QList<ChatMessage> &messages = conversation.messages();
    const QDateTime first = messages.isEmpty() ? QDateTime::currentDateTimeUtc() : messages.constFirst().time;
    request.until = HistoryPlace{first, 0};
    return request;
}

std::optional<Error> HistoryRecorder::takeUntold()
{
    return std::exchange(m_untold, std::nullopt);
}

} // namespace Msn
