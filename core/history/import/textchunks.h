#pragma once

#include <QByteArray>
#include <QString>
#include <QStringConverter>

#include <optional>

class QIODevice;

namespace Msn {

/// How the bytes of a text file are to be read.
enum class TextEncoding {
    EightBit, ///< UTF-8, or Windows-1252 where it is not
    Utf16LittleEndian,
    Utf16BigEndian,
};

/// By the byte order mark, without one by where the zero bytes are.
TextEncoding textEncodingOf(const QByteArray &beginning);

/// UTF-8 if that is what it is, otherwise Windows-1252. Never fails.
QString decodeEightBit(QByteArrayView bytes);

/// A file that begins with \p beginning, as far as it goes.
QString decodeBeginning(const QByteArray &beginning);

/// Reads a text file piece by piece, whatever its encoding, and hands it out as UTF-8.
class Utf8Chunks
{
public:
    static constexpr qint64 chunkBytes = 64 * 1024;

    /// \p device is open, must outlive this object and may be sequential.
    explicit Utf8Chunks(QIODevice &device);

    /// The next bytes; empty at the end and when the device fails. What comes from an eight-bit file is as it
    /// was, not checked; the byte order mark is taken out.
    QByteArray next();
    /// Why the end came too early; empty if it did not.
    const QString &error() const { return m_error; }

private:
    QByteArray read();
    void begin(QByteArray &chunk);

    QIODevice &m_device;
    std::optional<QStringDecoder> m_decoder;
    QString m_error;
    bool m_begun = false;
};

} // namespace Msn
