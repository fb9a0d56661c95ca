#include "core/base/address.h"

#include <algorithm>

namespace Msn {

Address::Address(const QString &text)
    : m_text(text)
    , m_key(text.toLower())
{
}

Address Address::fromUtf8(const QByteArray &bytes)
{
    return Address(QString::fromUtf8(bytes));
}

bool Address::isValid() const
{
    const qsizetype at = m_key.indexOf(u'@');
    if (at < 1 || at == m_key.size() - 1 || m_key.indexOf(u'@', at + 1) >= 0)
        return false;
    if (m_key.toUtf8().size() > maxBytes)
        return false;
    return std::none_of(m_key.cbegin(), m_key.cend(), [](QChar c) {
        return c.isSpace() || c.category() == QChar::Other_Control || c.category() == QChar::Other_Format;
    });
}

QString Address::localPart() const
{
    return m_text.section(u'@', 0, 0);
}

} // namespace Msn
