#include "core/chat/chunkassembler.h"

namespace Msn {

namespace {

constexpr int maxParts = 64;
constexpr qsizetype maxBytes = 64 * 1024;
constexpr qsizetype maxAssemblies = 16;

} // namespace

ChunkAssembler::ChunkAssembler(const Timing &timing, QObject *parent)
    : QObject(parent)
    , m_timing(timing)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &ChunkAssembler::expire);
}

void ChunkAssembler::add(const Address &sender, const MessageChunk &chunk)
{
    const Key key{sender, chunk.messageId};
    const bool isNew = !m_assemblies.contains(key);
    if (chunk.count > maxParts || chunk.index < 0 || chunk.index >= maxParts
        || (isNew && m_assemblies.size() >= maxAssemblies))
        return;
    Assembly &assembly = m_assemblies[key];
    if (isNew)
        assembly.deadline = QDeadlineTimer(m_timing.chunks);
    if (chunk.index == 0) {
        assembly.first = chunk.part;
        assembly.hasFirst = true;
        assembly.count = chunk.count;
    }
    assembly.bytes += chunk.part.body().size();
    if (assembly.bytes > maxBytes) {
        m_assemblies.remove(key);
        return;
    }
    assembly.parts.insert(chunk.index, chunk.part.body());
    if (assembly.hasFirst && assembly.parts.size() >= assembly.count)
        finish(key);
    else if (!m_timer.isActive())
        m_timer.start(m_timing.chunks);
}

void ChunkAssembler::finish(const Key &key)
{
    const Assembly assembly = m_assemblies.take(key);
    if (!assembly.hasFirst)
        return; // without its headers nothing can be shown
    QByteArray body;
    for (int index = 0; assembly.parts.contains(index) && index < assembly.count; ++index)
        body += assembly.parts.value(index);
    MimeMessage whole;
    for (const MimeMessage::Header &header : assembly.first.headers()) {
        if (header.first.compare("Chunks", Qt::CaseInsensitive) != 0
            && header.first.compare("Message-ID", Qt::CaseInsensitive) != 0)
            whole.addHeader(header.first, header.second);
    }
    whole.setBody(body);
    Q_EMIT assembled(key.first, whole);
}

void ChunkAssembler::expire()
{
    const QList<Key> keys = m_assemblies.keys();
    for (const Key &key : keys) {
        if (m_assemblies.value(key).deadline.hasExpired())
            finish(key);
    }
    if (!m_assemblies.isEmpty())
        m_timer.start(m_timing.chunks);
}

} // namespace Msn
