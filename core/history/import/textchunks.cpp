#include "core/history/import/textchunks.h"

#include <QIODevice>

#include <array>

namespace Msn {

namespace {

constexpr QByteArrayView utf8Mark("\xEF\xBB\xBF");
constexpr QByteArrayView littleEndianMark("\xFF\xFE");
constexpr QByteArrayView bigEndianMark("\xFE\xFF");

/// So many tell the encoding.
constexpr qsizetype recognizedBytes = 64;

/// 0x80 to 0x9F; where Windows-1252 has nothing, the control character of Latin 1.
constexpr std::array<char16_t, 32> windows1252{0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D,
    0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};

QString fromWindows1252(QByteArrayView bytes)
{
    QString text = QString::fromLatin1(bytes);
    for (QChar &character : text) {
        if (character >= QChar(0x80) && character <= QChar(0x9F))
            character = windows1252.at(character.unicode() - 0x80);
    }
    return text;
}

qsizetype zerosAt(const QByteArray &bytes, qsizetype first)
{
    const qsizetype end = std::min<qsizetype>(bytes.size(), recognizedBytes);
    qsizetype zeros = 0;
    for (qsizetype i = first; i < end; i += 2)
        zeros += bytes.at(i) == '\0' ? 1 : 0;
    return zeros;
}

} // namespace

TextEncoding textEncodingOf(const QByteArray &beginning)
{
    if (beginning.startsWith(littleEndianMark))
        return TextEncoding::Utf16LittleEndian;
    if (beginning.startsWith(bigEndianMark))
        return TextEncoding::Utf16BigEndian;
    // Latin letters, digits and markup in UTF-16 have a zero in every second byte, and none in between.
    const qsizetype enough = std::min<qsizetype>(beginning.size(), recognizedBytes) / 4;
    const qsizetype low = zerosAt(beginning, 0);
    const qsizetype high = zerosAt(beginning, 1);
    if (low == 0 && high > 0 && high >= enough)
        return TextEncoding::Utf16LittleEndian;
    return high == 0 && low > 0 && low >= enough ? TextEncoding::Utf16BigEndian : TextEncoding::EightBit;
}

QString decodeEightBit(QByteArrayView bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = decoder(bytes);
    return decoder.hasError() ? fromWindows1252(bytes) : text;
}

QString decodeBeginning(const QByteArray &beginning)
{
    const TextEncoding encoding = textEncodingOf(beginning);
    if (encoding == TextEncoding::EightBit) {
        // Without Stateless: a character may be cut in two at the end.
        QStringDecoder decoder(QStringDecoder::Utf8);
        const QString text = decoder(beginning);
        return decoder.hasError() ? fromWindows1252(beginning) : text;
    }
    QStringDecoder decoder(
        encoding == TextEncoding::Utf16LittleEndian ? QStringDecoder::Utf16LE : QStringDecoder::Utf16BE);
    return decoder(beginning);
}

Utf8Chunks::Utf8Chunks(QIODevice &device)
    : m_device(device)
{
}

QByteArray Utf8Chunks::read()
{
    QByteArray bytes(chunkBytes, Qt::Uninitialized);
    const qint64 count = m_device.read(bytes.data(), chunkBytes);
    // A device that was read to its end may answer -1 as well.
    if (count < 0 && !m_device.atEnd())
        m_error = m_device.errorString();
    bytes.resize(std::max<qint64>(count, 0));
    return bytes;
}

void Utf8Chunks::begin(QByteArray &chunk)
{
    m_begun = true;
    // A pipe may give a byte at a time.
    while (chunk.size() < recognizedBytes) {
        const QByteArray more = read();
        if (more.isEmpty())
            break;
        chunk += more;
    }
    const TextEncoding encoding = textEncodingOf(chunk);
    if (encoding == TextEncoding::EightBit) {
        if (chunk.startsWith(utf8Mark))
            chunk.remove(0, utf8Mark.size());
        return;
    }
    m_decoder.emplace(
        encoding == TextEncoding::Utf16LittleEndian ? QStringDecoder::Utf16LE : QStringDecoder::Utf16BE);
}

QByteArray Utf8Chunks::next()
{
    QByteArray chunk;
    do {
        const QByteArray bytes = read();
        if (bytes.isEmpty())
            return {};
        chunk = bytes;
        if (!m_begun)
            begin(chunk);
        if (m_decoder)
            chunk = QString((*m_decoder)(chunk)).toUtf8();
    } while (chunk.isEmpty());
    return chunk;
}

} // namespace Msn
