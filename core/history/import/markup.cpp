#include "core/history/import/markup.h"

#include "core/base/friendlyname.h"

#include <algorithm>
#include <array>
#include <optional>

namespace Msn {

namespace {

struct Entity
{
    QLatin1String name;
    char16_t character;
};

constexpr std::array entities{
    Entity{QLatin1String("amp"), u'&'},
    Entity{QLatin1String("lt"), u'<'},
    Entity{QLatin1String("gt"), u'>'},
    Entity{QLatin1String("quot"), u'"'},
    Entity{QLatin1String("apos"), u'\''},
    Entity{QLatin1String("nbsp"), u' '},
    Entity{QLatin1String("copy"), 0x00A9},
    Entity{QLatin1String("reg"), 0x00AE},
    Entity{QLatin1String("middot"), 0x00B7},
    Entity{QLatin1String("laquo"), 0x00AB},
    Entity{QLatin1String("raquo"), 0x00BB},
    Entity{QLatin1String("hellip"), 0x2026},
    Entity{QLatin1String("euro"), 0x20AC},
};

constexpr qsizetype maxEntityLength = 10;

bool isLegalInXml(char32_t character)
{
    return character == '\t' || character == '\n' || character == '\r'
        || (character >= 0x20 && character < 0xD800) || (character >= 0xE000 && character <= 0xFFFD)
        || (character >= 0x10000 && character <= 0x10FFFF);
}

/// `#233` or `#xE9`.
std::optional<char32_t> numberedCharacter(QStringView reference)
{
    if (!reference.startsWith(u'#'))
        return std::nullopt;
    const bool hex = reference.size() > 1 && (reference.at(1) == u'x' || reference.at(1) == u'X');
    bool ok = false;
    const uint number = reference.sliced(hex ? 2 : 1).toUInt(&ok, hex ? 16 : 10);
    return ok ? std::optional<char32_t>(number) : std::nullopt;
}

/// What stands between `&` and `;`, as characters; null if it means none.
QString meaningOf(QStringView reference)
{
    if (const auto number = numberedCharacter(reference))
        return isLegalInXml(*number) ? QString::fromUcs4(&*number, 1) : QStringLiteral("");
    const auto found = std::find_if(
        entities.begin(), entities.end(), [&](const Entity &entity) { return reference == entity.name; });
    return found == entities.end() ? QString() : QString(QChar(found->character));
}

/// The reference that begins behind the `&` at \p start.
QStringView referenceAt(QStringView text, qsizetype start)
{
    const QStringView window = text.sliced(start + 1).left(maxEntityLength);
    const qsizetype end = window.indexOf(u';');
    return end > 0 ? window.first(end) : QStringView();
}

bool isTag(QStringView tag, QLatin1String name)
{
    const QStringView rest = tag.sliced(1);
    return rest.startsWith(name, Qt::CaseInsensitive)
        && (rest.size() == name.size() || !rest.at(name.size()).isLetterOrNumber());
}

QString textOfTag(QStringView tag)
{
    if (isTag(tag, QLatin1String("br")))
        return QStringLiteral("\n");
    return isTag(tag, QLatin1String("img")) ? attributeOf(tag, u"alt") : QString();
}

/// Where the value of \p name begins in \p tag, behind the `=`; -1 if there is none.
qsizetype valueStart(QStringView tag, QStringView name)
{
    for (qsizetype at = tag.indexOf(name, 0, Qt::CaseInsensitive); at > 0;
         at = tag.indexOf(name, at + 1, Qt::CaseInsensitive)) {
        qsizetype end = at + name.size();
        while (end < tag.size() && tag.at(end).isSpace())
            ++end;
        if (tag.at(at - 1).isSpace() && end < tag.size() && tag.at(end) == u'=')
            return end + 1;
    }
    return -1;
}

void applyColour(TextFormat &format, QStringView value)
{
    if (!value.startsWith(u'#'))
        return;
    bool ok = false;
    const uint colour = value.sliced(1).toUInt(&ok, 16);
    if (ok && value.size() == 7)
        format.colour = colour;
    else if (ok && value.size() == 4)
        format.colour = (colour >> 8) * 0x110000 + ((colour >> 4) & 0xF) * 0x1100 + (colour & 0xF) * 0x11;
}

void applyFont(TextFormat &format, QStringView value)
{
    QString family = value.split(u',').constFirst().trimmed().toString();
    family.remove(u'"').remove(u'\'');
    format.fontFamily = cleanedSingleLine(family).trimmed().left(TextFormat::maxFontCharacters);
}

void applyDeclaration(TextFormat &format, QStringView property, QStringView value)
{
    if (property == u"font-family")
        applyFont(format, value);
    else if (property == u"color")
        applyColour(format, value);
    else if (property == u"font-weight")
        format.bold = value == u"bold" || value.toInt() >= 600;
    else if (property == u"font-style")
        format.italic = value == u"italic";
    else if (property == u"text-decoration") {
        format.underline = value.contains(u"underline");
        format.strikeOut = value.contains(u"line-through");
    }
}

} // namespace

QString decodeEntities(QStringView text)
{
    QString decoded;
    decoded.reserve(text.size());
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype next = text.indexOf(u'&', at);
        decoded += next < 0 ? text.sliced(at) : text.sliced(at, next - at);
        if (next < 0)
            break;
        const QStringView reference = referenceAt(text, next);
        const QString meaning = reference.isEmpty() ? QString() : meaningOf(reference);
        decoded += meaning.isNull() ? QString(u'&') : meaning;
        at = next + 1 + (meaning.isNull() ? 0 : reference.size() + 1);
    }
    return decoded;
}

QString textOfMarkup(QStringView markup)
{
    QString text;
    for (qsizetype at = 0; at < markup.size();) {
        const qsizetype open = markup.indexOf(u'<', at);
        text += decodeEntities(open < 0 ? markup.sliced(at) : markup.sliced(at, open - at));
        if (open < 0)
            break;
        const qsizetype close = markup.indexOf(u'>', open);
        if (close < 0)
            break;
        text += textOfTag(markup.sliced(open, close - open));
        at = close + 1;
    }
    return text.trimmed();
}

QString attributeOf(QStringView tag, QStringView name)
{
    const qsizetype start = valueStart(tag, name);
    if (start < 0)
        return {};
    const QStringView rest = tag.sliced(start).trimmed();
    if (rest.startsWith(u'"') || rest.startsWith(u'\'')) {
        const qsizetype end = rest.indexOf(rest.front(), 1);
        return decodeEntities(rest.sliced(1, (end < 0 ? rest.size() : end) - 1));
    }
    const auto *const end = std::find_if(
        rest.begin(), rest.end(), [](QChar c) { return c.isSpace() || c == u'>' || c == u'/'; });
    return decodeEntities(rest.first(end - rest.begin()));
}

TextFormat formatOfStyle(QStringView style)
{
    TextFormat format;
    const auto declarations = style.left(1024).split(u';');
    for (const QStringView declaration : declarations) {
        const qsizetype colon = declaration.indexOf(u':');
        if (colon > 0) {
            applyDeclaration(
                format, declaration.first(colon).trimmed(), declaration.sliced(colon + 1).trimmed());
        }
    }
    return format;
}

QString legalXml(const QString &text)
{
    QString legal;
    legal.reserve(text.size());
    for (qsizetype at = 0; at < text.size(); ++at) {
        const QChar character = text.at(at);
        if (character == u'&') {
            const QStringView reference = referenceAt(text, at);
            const auto number = reference.isEmpty() ? std::nullopt : numberedCharacter(reference);
            if (number && !isLegalInXml(*number)) {
                legal += *number == 3 ? QString(QChar(0xB7)) : QString();
                at += reference.size() + 1;
                continue;
            }
        }
        const bool isPair
            = character.isHighSurrogate() && at + 1 < text.size() && text.at(at + 1).isLowSurrogate();
        if (isPair) {
            legal += QStringView(text).sliced(at, 2);
            ++at;
        } else if (character == QChar(3)) {
            legal += QChar(0xB7);
        } else if (isLegalInXml(character.unicode())) {
            legal += character;
        }
    }
    return legal;
}

} // namespace Msn
