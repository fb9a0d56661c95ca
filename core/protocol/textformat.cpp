#include "core/protocol/textformat.h"

#include "core/base/friendlyname.h"
#include "core/base/textcut.h"
#include "core/wire/percentencoding.h"

#include <QByteArrayList>

namespace Msn {

namespace {

quint32 swapRedAndBlue(quint32 colour)
{
    return ((colour & 0xFF) << 16) | (colour & 0xFF00) | ((colour >> 16) & 0xFF);
}

void readEffects(TextFormat &format, const QByteArray &letters)
{
    format.bold = letters.contains('B') || letters.contains('b');
    format.italic = letters.contains('I') || letters.contains('i');
    format.strikeOut = letters.contains('S') || letters.contains('s');
    format.underline = letters.contains('U') || letters.contains('u');
}

template <typename Number>
void readHex(Number &target, const QByteArray &value, quint32 maximum)
{
    bool ok = false;
    const quint32 number = value.toUInt(&ok, 16);
    if (ok && number <= maximum)
        target = static_cast<Number>(number);
}

QString cutFont(const QString &family)
{
    const auto oneEach = [](const QString &part) { return part.size(); };
    return family.first(fittingLength(family, TextFormat::maxFontCharacters, oneEach)).trimmed();
}

void readItem(TextFormat &format, const QByteArray &key, const QByteArray &value)
{
    if (key == "FN") {
        format.fontFamily = cutFont(cleanedSingleLine(percentDecode(value)));
    } else if (key == "EF") {
        readEffects(format, value);
    } else if (key == "CO") {
        quint32 wire = swapRedAndBlue(format.colour);
        readHex(wire, value, 0xFFFFFF);
        format.colour = swapRedAndBlue(wire);
    } else if (key == "CS") {
        readHex(format.characterSet, value, 0xFF);
    } else if (key == "PF") {
        readHex(format.pitchAndFamily, value, 0xFF);
    } else if (key == "RL") {
        format.rightToLeft = value == "1";
    }
}

} // namespace

TextFormat parseTextFormat(const QByteArray &headerValue)
{
    TextFormat format;
    const QByteArrayList items = headerValue.split(';');
    for (const QByteArray &item : items) {
        const qsizetype equals = item.indexOf('=');
        if (equals > 0)
            readItem(format, item.first(equals).trimmed().toUpper(), item.sliced(equals + 1).trimmed());
    }
    return format;
}

QByteArray encodeTextFormat(const TextFormat &format)
{
    QByteArray effects;
    if (format.bold)
        effects += 'B';
    if (format.italic)
        effects += 'I';
    if (format.strikeOut)
        effects += 'S';
    if (format.underline)
        effects += 'U';
    // Strict: a semicolon in the name would end the item.
    QByteArray value = "FN=" + percentEncodeStrict(cutFont(format.fontFamily)) + "; EF=" + effects
        + "; CO=" + QByteArray::number(swapRedAndBlue(format.colour), 16)
        + "; CS=" + QByteArray::number(format.characterSet, 16)
        + "; PF=" + QByteArray::number(format.pitchAndFamily, 16);
    if (format.rightToLeft)
        value += "; RL=1";
    return value;
}

} // namespace Msn
