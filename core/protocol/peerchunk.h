#pragma once

#include "core/base/address.h"
#include "core/protocol/parseerror.h"

#include <QByteArray>
#include <QMetaType>

namespace Msn {

/// The 48 bytes before each chunk of a binary message, little-endian, in this order.
/// Source: msnslp.md, "Header".
struct PeerHeader
{
    enum Flag : quint32 {
        Nak = 0x1, ///< out of order: AckSize tells where the reader is
        Ack = 0x2,
        AsksForAck = 0x4,
        Reset = 0x8, ///< session or message unknown
        File = 0x10, ///< with Data: the data of a file
        Data = 0x20, ///< the data of an object
        CancelledBySender = 0x40,
        CancelledByReceiver = 0x80, ///< or a transport error
        Key = 0x100, ///< direct connections
    };

    static constexpr qsizetype bytes = 48;

    /// 0 for MSNSLP text, the session's number for data.
    quint32 sessionId = 0;
    /// The same for all chunks of a message.
    quint32 messageId = 0;
    quint64 offset = 0;
    /// Of the whole message, in bytes.
    quint64 totalSize = 0;
    quint32 chunkSize = 0;
    quint32 flags = 0;
    /// Random; in an acknowledgement the MessageID of what is acknowledged.
    quint32 ackId = 0;
    /// In an acknowledgement the AckID of what is acknowledged.
    quint32 ackUid = 0;
    quint64 ackSize = 0;

    /// The flags without the byte that late clients set on any message.
    quint32 kind() const { return flags & 0x00FFFFFF; }
    bool isAck() const { return (kind() & Ack) != 0; }
    bool isAbort() const { return (kind() & (Reset | CancelledBySender | CancelledByReceiver)) != 0; }
    bool asksForAck() const { return kind() == AsksForAck; }
    /// Text, preparation or data: something with content, to be acknowledged when it is whole.
    bool hasContent() const { return (kind() & ~(quint32(File) | quint32(Data))) == 0; }

    friend bool operator==(const PeerHeader &, const PeerHeader &) = default;
};

/// One chunk, as the payload of a MSG of mode D carries it.
/// Wire:   MIME-Version: 1.0\r\nContent-Type: application/x-msnmsgrp2p\r\nP2P-Dest: <address>\r\n\r\n
///         <header><chunk><footer, 4 bytes big-endian>
/// Source: msnslp.md, "Carrier".
struct PeerChunk
{
    /// P2P-Dest. Everybody on the switchboard gets it, whoever this is.
    Address to;
    PeerHeader header;
    /// `header.chunkSize` bytes.
    QByteArray data;
    /// AppID of the session for data, else 0. Clients disagree, so a reader does not rely on it.
    quint32 footer = 0;

    friend bool operator==(const PeerChunk &, const PeerChunk &) = default;
};

/// Most bytes of a message in one chunk.
inline constexpr qsizetype maxPeerChunkBytes = 1202;
/// Most bytes of a MSNSLP text (security.md §7).
inline constexpr quint64 maxSlpBytes = 64 * 1024;

/// What holds for the header is checked here, what holds for the message is not.
/// Tolerated: ChunkSize 0 where the body is exactly TotalSize long.
/// Errors: MissingField without P2P-Dest or with less than header and footer; BadForm for another content
/// type,
///         a P2P-Dest with `;{guid}` (P2Pv2), or numbers that contradict each other or what is there.
/// Source: msnslp.md, "Splitting"; security.md §6, §7; examples.md §7.
Parsed<PeerChunk> parsePeerChunk(const QByteArray &payload);

/// ChunkSize is that of the data, whatever the header says.
QByteArray encodePeerChunk(const PeerChunk &chunk);

/// The header alone, 48 bytes.
QByteArray encodePeerHeader(const PeerHeader &header);

/// The acknowledgement of the message that \p acknowledged is of, with the id \p messageId.
PeerHeader makePeerAck(const PeerHeader &acknowledged, quint32 messageId);

} // namespace Msn

Q_DECLARE_METATYPE(Msn::PeerHeader)
