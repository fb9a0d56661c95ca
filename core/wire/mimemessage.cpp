#include "core/wire/mimemessage.h"

#include <QStringDecoder>

namespace Msn {

namespace {

constexpr qsizetype maxHeaders = 64;

/// The line that starts at \p position, without its end; moves \p position behind it.
QByteArray takeLine(const QByteArray &bytes, qsizetype &position)
{
    const qsizetype end = bytes.indexOf('\n', position);
    const qsizetype stop = end < 0 ? bytes.size() : end;
    QByteArray line = bytes.sliced(position, stop - position);
    position = end < 0 ? bytes.size() : end + 1;
    if (line.endsWith('\r'))
        line.chop(1);
    return line;
}

/// A line break in a value would let it add headers, or begin the body.
QByteArray onOneLine(QByteArray text)
{
    return text.replace('\r', ' ').replace('\n', ' ');
}

QString decode(const QByteArray &bytes, const QByteArray &charset)
{
    // Stateless: a character cut off at the end is an error too, not the start of one to come.
    QStringDecoder utf8(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    if (charset.isEmpty() || charset == "utf-8" || charset == "utf8") {
        const QString text = utf8(bytes);
        // Without a charset text is Latin-1 by the book, but hobby clients send UTF-8.
        const bool trustUtf8 = !charset.isEmpty() || !utf8.hasError();
        return trustUtf8 ? text : QString::fromLatin1(bytes);
    }
    QStringDecoder named(charset.constData(), QStringDecoder::Flag::Stateless);
    return named.isValid() ? QString(named(bytes)) : QString::fromLatin1(bytes);
}

} // namespace

MimeMessage MimeMessage::parse(const QByteArray &bytes)
{
    MimeMessage message;
    qsizetype position = 0;
    while (position < bytes.size()) {
        const QByteArray line = takeLine(bytes, position);
        if (line.isEmpty()) {
            message.m_body = bytes.sliced(position);
            break;
        }
        const qsizetype colon = line.indexOf(':');
        if (colon > 0 && message.m_headers.size() < maxHeaders)
            message.addHeader(line.first(colon).trimmed(), line.sliced(colon + 1).trimmed());
    }
    return message;
}

MimeMessage MimeMessage::ofType(const QByteArray &contentType)
{
    MimeMessage message;
    message.addHeader("MIME-Version", "1.0");
    message.addHeader("Content-Type", contentType);
    return message;
}

QByteArray MimeMessage::encode() const
{
    QByteArray bytes;
    for (const Header &header : m_headers)
        bytes += onOneLine(header.first) + ": " + onOneLine(header.second) + "\r\n";
    return bytes + "\r\n" + m_body;
}

QByteArray MimeMessage::header(const QByteArray &name) const
{
    for (const Header &header : m_headers) {
        if (header.first.compare(name, Qt::CaseInsensitive) == 0)
            return header.second;
    }
    return {};
}

bool MimeMessage::hasHeader(const QByteArray &name) const
{
    for (const Header &header : m_headers) {
        if (header.first.compare(name, Qt::CaseInsensitive) == 0)
            return true;
    }
    return false;
}

void MimeMessage::addHeader(const QByteArray &name, const QByteArray &value)
{
    m_headers.append({name, value});
}

QByteArray MimeMessage::contentType() const
{
    return header("Content-Type").split(';').constFirst().trimmed().toLower();
}

QByteArray MimeMessage::charset() const
{
    const QByteArrayList parts = header("Content-Type").split(';');
    for (const QByteArray &part : parts) {
        const QByteArray parameter = part.trimmed();
        if (parameter.left(8).toLower() == "charset=")
            return parameter.mid(8).toLower().replace('"', "");
    }
    return {};
}

QString MimeMessage::bodyText() const
{
    return decode(m_body, charset());
}

} // namespace Msn
