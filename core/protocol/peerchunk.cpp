#include "core/protocol/peerchunk.h"

#include "core/wire/mimemessage.h"

#include <QtEndian>

namespace Msn {

namespace {

using ChunkError = ParseError::Code;

constexpr char peerContentType[] = "application/x-msnmsgrp2p";
constexpr qsizetype footerBytes = 4;

/// Reads one number after the other; whoever uses it has checked the length.
class LittleEndianReader
{
public:
    explicit LittleEndianReader(const char *at)
        : m_at(at)
    {
    }

    template <typename Number>
    void read(Number &number)
    {
        number = qFromLittleEndian<Number>(m_at);
        m_at += sizeof(Number);
    }

private:
    const char *m_at;
};

template <typename Number>
void appendLittleEndian(QByteArray &bytes, Number number)
{
    const Number little = qToLittleEndian(number);
    bytes.append(reinterpret_cast<const char *>(&little), sizeof(little));
}

/// The order of the wire, for both directions.
template <typename Header, typename Each>
void forEachField(Header &header, Each each)
{
    each(header.sessionId);
    each(header.messageId);
    each(header.offset);
    each(header.totalSize);
    each(header.chunkSize);
    each(header.flags);
    each(header.ackId);
    each(header.ackUid);
    each(header.ackSize);
}

PeerHeader readHeader(const QByteArray &body)
{
    PeerHeader header;
    LittleEndianReader reader(body.constData());
    forEachField(header, [&reader](auto &field) { reader.read(field); });
    return header;
}

/// Subtracts, never adds: a sum may wrap (CVE-2008-2927).
bool isConsistent(const PeerHeader &header, quint64 present)
{
    if (header.chunkSize > present || header.offset > header.totalSize
        || header.chunkSize > header.totalSize - header.offset)
        return false;
    if (!header.hasContent())
        return true;
    if (header.chunkSize == 0 && header.totalSize != 0)
        return false;
    return header.sessionId != 0 || header.totalSize <= maxSlpBytes;
}

} // namespace

Parsed<PeerChunk> parsePeerChunk(const QByteArray &payload)
{
    const MimeMessage mime = MimeMessage::parse(payload);
    if (mime.contentType() != peerContentType)
        return parseFailure(ChunkError::BadForm);
    const QByteArray to = mime.header("P2P-Dest");
    const QByteArray &body = mime.body();
    if (to.isEmpty() || body.size() < PeerHeader::bytes + footerBytes)
        return parseFailure(ChunkError::MissingField);
    if (to.contains(';'))
        return parseFailure(ChunkError::BadForm);
    const qsizetype present = body.size() - PeerHeader::bytes - footerBytes;
    PeerChunk chunk;
    chunk.to = Address::fromUtf8(to);
    chunk.header = readHeader(body);
    if (chunk.header.chunkSize == 0 && chunk.header.totalSize == static_cast<quint64>(present))
        chunk.header.chunkSize = static_cast<quint32>(present); // seen in the wild
    if (!isConsistent(chunk.header, static_cast<quint64>(present)))
        return parseFailure(ChunkError::BadForm);
    chunk.data = body.sliced(PeerHeader::bytes, chunk.header.chunkSize);
    chunk.footer = qFromBigEndian<quint32>(body.constData() + body.size() - footerBytes);
    return chunk;
}

QByteArray encodePeerHeader(const PeerHeader &header)
{
    QByteArray bytes;
    bytes.reserve(PeerHeader::bytes);
    forEachField(header, [&bytes](auto field) { appendLittleEndian(bytes, field); });
    return bytes;
}

QByteArray encodePeerChunk(const PeerChunk &chunk)
{
    PeerHeader header = chunk.header;
    header.chunkSize = static_cast<quint32>(chunk.data.size());
    QByteArray footer(footerBytes, '\0');
    qToBigEndian(chunk.footer, footer.data());
    MimeMessage mime = MimeMessage::ofType(peerContentType);
    mime.addHeader("P2P-Dest", chunk.to.toUtf8());
    mime.setBody(encodePeerHeader(header) + chunk.data + footer);
    return mime.encode();
}

PeerHeader makePeerAck(const PeerHeader &acknowledged, quint32 messageId)
{
    PeerHeader ack;
    ack.sessionId = acknowledged.sessionId;
    ack.messageId = messageId;
    ack.totalSize = acknowledged.totalSize;
    ack.flags = PeerHeader::Ack;
    ack.ackId = acknowledged.messageId;
    ack.ackUid = acknowledged.ackId;
    ack.ackSize = acknowledged.totalSize;
    return ack;
}

} // namespace Msn
