#include "core/base/friendlyname.h"

#include "core/base/pluscodes.h"

namespace Msn {

namespace {

bool turnsDirection(QChar c)
{
    const char16_t u = c.unicode();
    return (u >= 0x202A && u <= 0x202E) || (u >= 0x2066 && u <= 0x2069) || u == 0x061C;
}

bool isLineBreak(QChar c)
{
    return c == u'\n' || c == u'\r' || c == u'\t' || c == QChar::LineSeparator
        || c == QChar::ParagraphSeparator;
}

} // namespace

QString cleanedSingleLine(const QString &text)
{
    QString clean;
    clean.reserve(text.size());
    for (const QChar c : text) {
        if (isLineBreak(c))
            clean += u' ';
        else if (c.category() != QChar::Other_Control && !turnsDirection(c))
            clean += c;
    }
    return clean.trimmed();
}

QString FriendlyName::singleLine() const
{
    return cleanedSingleLine(withoutPlusCodes(m_text));
}

} // namespace Msn
