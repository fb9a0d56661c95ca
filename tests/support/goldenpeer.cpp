#include "tests/support/goldenpeer.h"

#include <QCryptographicHash>

#include <algorithm>

namespace Test::GoldenPeer {

namespace {

QByteArray littleEndian(quint64 number, int count)
{
    QByteArray bytes;
    for (int i = 0; i < count; ++i)
        bytes.append(static_cast<char>((number >> (8 * i)) & 0xFF));
    return bytes;
}

QByteArray bigEndian(quint32 number)
{
    QByteArray bytes = littleEndian(number, 4);
    std::reverse(bytes.begin(), bytes.end());
    return bytes;
}

QByteArray text(const QByteArray &startLine, const QByteArray &to, const QByteArray &from,
    const QByteArray &branch, int cSeq, const QByteArray &type, const QByteArray &body)
{
    return startLine + "\r\nTo: <msnmsgr:" + to + ">\r\nFrom: <msnmsgr:" + from
        + ">\r\nVia: MSNSLP/1.0/TLP ;branch=" + branch + "\r\nCSeq: " + QByteArray::number(cSeq)
        + " \r\nCall-ID: " + callId() + "\r\nMax-Forwards: 0\r\nContent-Type: application/x-msnmsgr-" + type
        + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

const QByteArray alice = "alice@example.com";
const QByteArray bob = "bob@example.com";
const QByteArray inviteBranch = "{11223344-5566-4778-899A-ABBCCDDEEFF0}";
const QByteArray byeBranch = "{A0D624A6-6C0C-4283-A9E0-BC97B4B46D32}";

QByteArray inviteFor(const QByteArray &name)
{
    const QByteArray body = "EUF-GUID: {A4268EEC-FEC5-49E5-95C3-F126696BDBF6}\r\nSessionID: 1234567\r\n"
                            "AppID: 1\r\nContext: "
        + (name + '\0').toBase64() + "\r\n\r\n" + '\0';
    return text(
        "INVITE MSNMSGR:bob@example.com MSNSLP/1.0", bob, alice, inviteBranch, 0, "sessionreqbody", body);
}

} // namespace

QByteArray hash(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha1).toHex().first(12);
}

QByteArray crc32(const QByteArray &bytes)
{
    quint32 crc = 0xFFFFFFFF;
    for (const char c : bytes) {
        crc ^= static_cast<unsigned char>(c);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1) ^ ((crc & 1) != 0 ? 0xEDB88320U : 0U);
    }
    return QByteArray::number(crc ^ 0xFFFFFFFF, 16).rightJustified(8, '0');
}

QByteArray picture()
{
    return QByteArray::fromHex("89504e470d0a1a0a0000000d49484452"
                               "00000001000000010802000000907753"
                               "de0000000f494441547801010400fbff"
                               "00ff0000030101008d1de58200000000"
                               "49454e44ae426082");
}

QByteArray object()
{
    return "<msnobj Creator=\"bob@example.com\" Size=\"72\" Type=\"3\" Location=\"TFR2C.tmp\" "
           "Friendly=\"AAA=\" SHA1D=\"II8QSrX7c3xvhdmjsy6hlH8HypY=\" "
           "SHA1C=\"iZFSU6yrn/i9zBJf7500Agr4l/U=\"/>";
}

QByteArray longObject()
{
    const QByteArray friendly = (QByteArray("A\0", 2).repeated(200) + QByteArray(2, '\0')).toBase64();
    return "<msnobj Creator=\"bob@example.com\" Size=\"72\" Type=\"3\" Location=\"TFR2C.tmp\" Friendly=\""
        + friendly + "\" SHA1D=\"II8QSrX7c3xvhdmjsy6hlH8HypY=\" SHA1C=\"reze0pI6lnL7LwGclqiZ4+GYU90=\"/>";
}

QByteArray longData()
{
    QByteArray data;
    for (int i = 0; i < 2500; ++i)
        data.append(static_cast<char>((7 * i + 3) % 256));
    return data;
}

QByteArray callId()
{
    return "{5B8D1C2E-3F40-4A5B-8C6D-7E8F90A1B2C3}";
}

QByteArray invite()
{
    return inviteFor(object());
}

QByteArray longInvite()
{
    return inviteFor(longObject());
}

QByteArray okResponse()
{
    return text("MSNSLP/1.0 200 OK", alice, bob, inviteBranch, 1, "sessionreqbody",
        QByteArray("SessionID: 1234567\r\n\r\n") + '\0');
}

QByteArray bye()
{
    return text("BYE MSNMSGR:bob@example.com MSNSLP/1.0", bob, alice, byeBranch, 0, "sessionclosebody",
        QByteArray("\r\n") + '\0');
}

const QList<Row> &rows()
{
    // The checksums of 1 and 2 are of the bytes that examples.md §2 and §3 print.
    static const QList<Row> all{
        {1, "INVITE", true, 0, 0x100000, 646, 646, 0, 0x0A0B0C0D, 0, 0, 0, ""},
        {2, "its ack", false, 0, 0x200000, 646, 0, 2, 0x100000, 0x0A0B0C0D, 646, 0, ""},
        {3, "200 OK", false, 0, 0x1ffffd, 326, 326, 0, 0x1020304, 0, 0, 0, "d2df5aa9"},
        {4, "its ack", true, 0, 0x100001, 326, 0, 2, 0x1ffffd, 0x1020304, 326, 0, "55def425"},
        {5, "preparation", false, 0x12d687, 0x1ffffe, 4, 4, 0, 0x11121314, 0, 0, 1, "27d3c245"},
        {6, "its ack", true, 0x12d687, 0x100002, 4, 0, 2, 0x1ffffe, 0x11121314, 4, 0, "79311bb8"},
        {7, "data", false, 0x12d687, 0x1fffff, 72, 72, 0x20, 0x21222324, 0, 0, 1, "fc3b2a0b"},
        {8, "its ack", true, 0x12d687, 0x100003, 72, 0, 2, 0x1fffff, 0x21222324, 72, 0, "1e39cfc1"},
        {9, "BYE", true, 0, 0x100004, 328, 328, 0, 0x31323334, 0, 0, 0, "d68e06f2"},
        {10, "its ack", false, 0, 0x200001, 328, 0, 2, 0x100004, 0x31323334, 328, 0, "b1f34c73"},
    };
    return all;
}

QByteArray content(const Row &row)
{
    switch (row.number) {
    case 1:
        return invite();
    case 3:
        return okResponse();
    case 5:
        return QByteArray(4, '\0');
    case 7:
        return picture();
    case 9:
        return bye();
    default:
        return {};
    }
}

QByteArray payload(const Row &row)
{
    return payload(row.fromAlice ? bob : alice,
        header(row.sessionId, row.messageId, 0, row.totalSize, row.chunkSize, row.flags, row.ackId,
            row.ackUid, row.ackSize),
        content(row), bigEndian(row.footer));
}

QByteArray payload(
    const QByteArray &to, const QByteArray &header, const QByteArray &data, const QByteArray &footer)
{
    return "MIME-Version: 1.0\r\nContent-Type: application/x-msnmsgrp2p\r\nP2P-Dest: " + to + "\r\n\r\n"
        + header + data + footer;
}

QByteArray header(quint32 sessionId, quint32 messageId, quint64 offset, quint64 totalSize, quint32 chunkSize,
    quint32 flags, quint32 ackId, quint32 ackUid, quint64 ackSize)
{
    return littleEndian(sessionId, 4) + littleEndian(messageId, 4) + littleEndian(offset, 8)
        + littleEndian(totalSize, 8) + littleEndian(chunkSize, 4) + littleEndian(flags, 4)
        + littleEndian(ackId, 4) + littleEndian(ackUid, 4) + littleEndian(ackSize, 8);
}

} // namespace Test::GoldenPeer
