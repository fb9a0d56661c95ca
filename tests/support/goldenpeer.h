#pragma once

#include <QByteArray>
#include <QList>

/// The dialogue in which alice@example.com fetches the picture of bob@example.com, as the description of the
/// protocol has it (examples.md §1 to §7), written down without our own encoders.
namespace Test::GoldenPeer {

/// First 12 hex digits of the SHA-1, as the examples give it.
QByteArray hash(const QByteArray &bytes);
/// CRC-32 of zlib and PNG, 8 hex digits.
QByteArray crc32(const QByteArray &bytes);

/// 72 bytes, a red pixel.
QByteArray picture();
/// The object that names it.
QByteArray object();
/// The object of examples.md §5, whose name has 200 letters.
QByteArray longObject();
/// examples.md §6: data[i] = 7i + 3.
QByteArray longData();

QByteArray callId();
constexpr quint32 session = 1234567;
constexpr quint32 aliceBase = 0x00100000;
constexpr quint32 bobBase = 0x00200000;

/// The MSNSLP texts.
QByteArray invite();
QByteArray longInvite();
QByteArray okResponse();
QByteArray bye();

/// One message of the dialogue, with the numbers of examples.md §4.
struct Row
{
    int number;
    const char *name;
    bool fromAlice;
    quint32 sessionId;
    quint32 messageId;
    quint64 totalSize;
    quint32 chunkSize;
    quint32 flags;
    quint32 ackId;
    quint32 ackUid;
    quint64 ackSize;
    quint32 footer;
    /// Of the 48 bytes of the header.
    const char *crc32;
};
const QList<Row> &rows();

/// What stands behind the header.
QByteArray content(const Row &row);
/// The whole payload of the MSG.
QByteArray payload(const Row &row);
/// Any payload: MIME headers to \p to, then the parts as they are.
QByteArray payload(
    const QByteArray &to, const QByteArray &header, const QByteArray &data, const QByteArray &footer);

/// A header from its nine numbers, whatever they are.
QByteArray header(quint32 sessionId, quint32 messageId, quint64 offset, quint64 totalSize, quint32 chunkSize,
    quint32 flags, quint32 ackId, quint32 ackUid, quint64 ackSize);

} // namespace Test::GoldenPeer
