#pragma once

#include <QByteArray>
#include <QMetaType>
#include <QString>

namespace Msn {

/// How the sender wants a text to look.
/// Wire:   X-MMS-IM-Format: FN=Segoe%20UI; EF=BI; CO=ff; CS=0; PF=22[; RL=1]
///         FN font, percent-encoded, at most 31 characters, must come first; EF effects out of
///         B I S U; CO colour, hex BBGGRR without leading zeros; CS Windows character set, hex;
///         PF pitch and family, hex; RL=1 right to left.
/// Source: conversations.md §5; MSNP9 analysis §4.
struct TextFormat
{
    static constexpr qsizetype maxFontCharacters = 31;

    QString fontFamily;
    bool bold = false;
    bool italic = false;
    bool strikeOut = false;
    bool underline = false;
    /// 0xRRGGBB
    quint32 colour = 0;
    quint8 characterSet = 0;
    quint8 pitchAndFamily = 0x22;
    bool rightToLeft = false;

    friend bool operator==(const TextFormat &, const TextFormat &) = default;
};

/// Never fails: an item that cannot be understood keeps its default.
TextFormat parseTextFormat(const QByteArray &headerValue);
QByteArray encodeTextFormat(const TextFormat &format);

} // namespace Msn

Q_DECLARE_METATYPE(Msn::TextFormat)
