#pragma once

#include <QByteArray>
#include <QString>

namespace Msn {

/// Free-text arguments (names, phone numbers, picture objects) travel as UTF-8 with `%HH` escapes
/// so that no blank, CR or LF is left.
/// Source: wire-format.md §5; MSNP9 analysis §4.

/// Escapes control bytes, SP, `%` and every byte from 0x80 up.
QByteArray percentEncode(const QString &text);

/// As percentEncode(), but keeps the result within \p maxBytes: if it is too long the bytes from
/// 0x80 up stay raw (the official client sends them so), and if that is still too long the text
/// is shortened at a character boundary.
QByteArray percentEncodeWithin(const QString &text, qsizetype maxBytes);

/// Decodes once. Hex digits in either case; an invalid escape stays as it is; `+` is a plus; raw
/// UTF-8 is accepted; invalid UTF-8 becomes the replacement character.
QString percentDecode(const QByteArray &encoded);
/// The same without the step from UTF-8 to text.
QByteArray percentDecodeBytes(const QByteArray &encoded);

/// Whether \p encoded is text: no byte of it had to be replaced when it is decoded.
bool isPercentEncodedText(const QByteArray &encoded);

/// For the `sign-in` and `pwd` fields of the Passport header: everything but `A-Z a-z 0-9 . - _`
/// is escaped, above all the comma that separates the fields. Source: sign-in.md §5.
QByteArray percentEncodeStrict(const QString &text);

} // namespace Msn
