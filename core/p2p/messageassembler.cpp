#include "core/p2p/messageassembler.h"

#include <numeric>

namespace Msn {

MessageAssembler::MessageAssembler(AssemblyBudget &budget, std::chrono::milliseconds patience)
    : m_budget(budget)
    , m_patience(patience)
{
}

MessageAssembler::~MessageAssembler()
{
    clear();
}

MessageAssembler::Result MessageAssembler::add(const PeerHeader &header, const QByteArray &data)
{
    const Key key{header.sessionId, header.messageId};
    if (header.offset == 0 && !begin(key, header))
        return {};
    const auto entry = m_unfinished.find(key);
    if (entry == m_unfinished.end())
        return {};
    // Behind each other and of one size, or it is not the message that was begun.
    if (header.totalSize != entry->totalSize || header.offset != static_cast<quint64>(entry->bytes.size())
        || static_cast<quint64>(data.size()) > header.totalSize - header.offset) {
        take(key);
        return {};
    }
    entry->bytes += data;
    entry->deadline.setRemainingTime(m_patience);
    if (static_cast<quint64>(entry->bytes.size()) < entry->totalSize)
        return {true, std::nullopt};
    return {true, take(key)};
}

bool MessageAssembler::begin(const Key &key, const PeerHeader &header)
{
    if (header.sessionId != 0)
        dropSession(header.sessionId);
    else if (m_unfinished.contains(key))
        take(key);
    if (!makeRoom())
        return false;
    m_unfinished.insert(key, {header.totalSize, {}, {}});
    return true;
}

void MessageAssembler::dropSession(quint32 sessionId)
{
    const QList<Key> keys = m_unfinished.keys();
    for (const Key &key : keys) {
        if (key.first == sessionId)
            take(key);
    }
}

void MessageAssembler::dropExpired()
{
    const QList<Key> keys = m_unfinished.keys();
    for (const Key &key : keys) {
        if (m_unfinished.value(key).deadline.hasExpired())
            take(key);
    }
}

void MessageAssembler::clear()
{
    const QList<Key> keys = m_unfinished.keys();
    for (const Key &key : keys)
        take(key);
}

qsizetype MessageAssembler::bytesKept() const
{
    return std::accumulate(m_unfinished.cbegin(), m_unfinished.cend(), qsizetype(0),
        [](qsizetype sum, const Unfinished &message) { return sum + message.bytes.capacity(); });
}

bool MessageAssembler::makeRoom()
{
    if (m_unfinished.size() >= mostUnfinished)
        dropExpired();
    return m_unfinished.size() < mostUnfinished && m_budget.take();
}

QByteArray MessageAssembler::take(const Key &key)
{
    m_budget.giveBack();
    return m_unfinished.take(key).bytes;
}

} // namespace Msn
